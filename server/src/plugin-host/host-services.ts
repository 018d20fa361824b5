import type { InboundEvent, Json } from '@balie/plugin-sdk';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Intake } from '../features/intake/index.js';
import { LinkedAccountService } from '../features/linked-accounts/index.js';
import { FileAccess } from '../features/messages/index.js';
import { UploadService } from '../features/replies/index.js';
import { tellOfContact, VisitorService } from '../features/visitors/index.js';
import { ApiExecutor } from '../kernel/api-executor.js';
import { Signals } from '../kernel/signals.js';
import { UnitOfWork } from '../kernel/uow.js';
import { PLUGIN_HOST_OPTIONS, PUBLISH_TOPIC, type PluginHostOptions } from './host-options.js';
import { LentFiles } from './http/lent-files.js';

const MAX_PUBLISHED_BYTES = 64 * 1024;

/** What plugins ask of other parts of the house. The features are looked up when they are asked for, since they know the host, too. */
@Injectable()
export class HostServices {
  private readonly logger = new Logger('Plugin host');

  constructor(
    private readonly module: ModuleRef,
    private readonly signals: Signals,
    private readonly lent: LentFiles,
    private readonly uow: UnitOfWork,
    @Inject(PLUGIN_HOST_OPTIONS) private readonly options: PluginHostOptions,
  ) {}

  get intake(): Intake {
    return this.module.get(Intake, { strict: false });
  }

  get visitors(): VisitorService {
    return this.module.get(VisitorService, { strict: false });
  }

  get accounts(): LinkedAccountService {
    return this.module.get(LinkedAccountService, { strict: false });
  }

  get attachments(): FileAccess {
    return this.module.get(FileAccess, { strict: false });
  }

  get uploads(): UploadService {
    return this.module.get(UploadService, { strict: false });
  }

  get api(): ApiExecutor {
    return this.module.get(ApiExecutor, { strict: false });
  }

  /** Tells whoever is connected to the channel, here and in other processes. */
  publish(channelId: string, topic: string, data: Json): void {
    if (JSON.stringify(data).length > MAX_PUBLISHED_BYTES)
      throw new Error(`What is published may have ${MAX_PUBLISHED_BYTES} characters as JSON.`);
    this.signals.publish({ topic: PUBLISH_TOPIC, data: { channelId, topic, data } });
  }

  /** Shows what of the events is shown now or never: who writes, and who is there. */
  tellPresence(channelId: string, events: readonly InboundEvent[]): void {
    for (const event of events) {
      if (!isPresence(event)) continue;
      tellOfContact(this.uow, this.signals, channelId, event).catch((error: unknown) =>
        this.logger.debug(`Who is there on ${channelId} could not be told: ${String(error)}`),
      );
    }
  }

  lend(file: unknown, ttlMs: unknown): string {
    return `${this.baseUrl}${this.lent.pathOf(file, ttlMs)}`;
  }

  /** Where an agent accepts an offer to link an account. */
  linkUrl(offer: string): string {
    return `${this.baseUrl}/settings/profile?link=${encodeURIComponent(offer)}`;
  }

  private get baseUrl(): string {
    return this.options.publicUrl.replace(/\/$/, '');
  }
}

/** Who writes and who is there is never stored. */
export function isPresence(event: InboundEvent): event is Extract<InboundEvent, { type: 'typing' | 'online' }> {
  return event.type === 'typing' || event.type === 'online';
}
