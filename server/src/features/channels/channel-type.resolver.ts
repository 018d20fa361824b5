import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Capabilities } from '@balie/plugin-sdk';
import { wordsIn } from '../../kernel/language.js';
import type { ChannelTypeInfo } from './plugin-gateway.js';

/** The words of a channel type. */
@Resolver('ChannelType')
export class ChannelTypeResolver {
  @ResolveField('title')
  title(type: ChannelTypeInfo, { language }: { language?: string | null }): string {
    return wordsIn(type.title, language);
  }
}

/** What a channel can do, as the schema shows it. */
@Resolver('Capabilities')
export class CapabilitiesResolver {
  @ResolveField('outbound')
  outbound(can: Capabilities): string {
    return can.outbound.toUpperCase();
  }

  @ResolveField('maxTextLength')
  maxTextLength(can: Capabilities): number | null {
    return can.text.maxLength ?? null;
  }

  @ResolveField('formats')
  formats(can: Capabilities): string[] {
    return can.text.formats;
  }

  @ResolveField('files')
  files(can: Capabilities): object | null {
    return can.files === 'none' ? null : can.files;
  }

  @ResolveField('calendar')
  calendar(can: Capabilities): string {
    return can.calendar ?? 'none';
  }

  @ResolveField('replyWindowHours')
  replyWindowHours(can: Capabilities): number | null {
    return can.replyWindow?.hours ?? null;
  }
}
