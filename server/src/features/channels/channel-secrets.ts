import { Injectable } from '@nestjs/common';
import type { Json } from '@balie/plugin-sdk';
import { SecretBox } from '../../kernel/secrets.js';
import type { Channel } from './channel.entity.js';
import { joinSecrets, splitSecrets } from './secret-paths.js';

type Settings = Record<string, Json>;
/** A row with settings. */
type Sealed = Pick<Channel, 'id' | 'settings' | 'secrets'>;

/** The settings of channels, with their secrets encrypted under the id of the channel. */
@Injectable()
export class ChannelSecrets {
  constructor(private readonly box: SecretBox) {}

  /** What is kept in the row. */
  seal(channelId: string, settings: Settings, paths: readonly string[]): { settings: Settings; secrets: string | null } {
    const { shown, secrets } = splitSecrets(settings, paths);
    const none = Object.keys(secrets).length === 0;
    return { settings: shown, secrets: none ? null : this.box.seal(JSON.stringify(secrets), channelId) };
  }

  /** The complete settings of a channel: for its plugin, and for nobody else. */
  complete(channel: Sealed): Settings {
    return joinSecrets(channel.settings as Settings, this.open(channel));
  }

  /** What was filled in, with the kept secrets where it has none. */
  withKept(filledIn: Settings, channel: Sealed): Settings {
    return joinSecrets(filledIn, this.open(channel));
  }

  /** The names of the secrets that have a value. */
  names(channel: Sealed): string[] {
    return Object.keys(this.open(channel));
  }

  private open(channel: Sealed): Record<string, Json> {
    if (channel.secrets === null) return {};
    return JSON.parse(this.box.open(channel.secrets, channel.id)) as Record<string, Json>;
  }
}
