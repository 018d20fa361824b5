import { type DynamicModule, Global, Module } from '@nestjs/common';
import { InboxOptions } from '../features/inboxes/index.js';
import { PushOptions } from '../features/notifications/index.js';
import { OperationsOptions } from '../features/operations/index.js';
import { OidcOptions } from '../features/oidc/index.js';
import { PictureOptions } from '../features/messages/index.js';
import { SetupOptions } from '../features/setup/index.js';
import { WebhookOptions } from '../features/webhooks/index.js';
import { PublicAddress } from '../kernel/public-address.js';
import type { Config } from './config.js';
import { CONFIG } from './tokens.js';
import { VERSION } from './version.js';

/** What each feature gets to know of the settings. */
@Global()
@Module({})
export class OptionsModule {
  static of(config: Config): DynamicModule {
    const inboxes: InboxOptions = { limit: config.inboxLimit };
    const setup: SetupOptions = { version: VERSION, owner: ownerOf(config) };
    const { backupDir, backupHours, backupKeep } = config;
    const backups = backupDir === undefined ? null : { everyMs: backupHours * 3_600_000, keep: backupKeep };
    const { publicUrl = null, dataDir, dnsServers } = config;
    const operations: OperationsOptions = { publicUrl, backups, version: VERSION, dataDir, dnsServers };
    const pictures: PictureOptions = { privateNetworks: config.pictureNetworks };
    const oidc: OidcOptions = { privateNetworks: config.signInNetworks };
    const push: PushOptions = { privateNetworks: config.pushNetworks };
    const webhooks: WebhookOptions = { privateNetworks: config.webhookNetworks };
    return {
      module: OptionsModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: PublicAddress, useValue: new PublicAddress(config.publicUrl ?? null) },
        { provide: OidcOptions, useValue: oidc },
        { provide: OperationsOptions, useValue: operations },
        { provide: PictureOptions, useValue: pictures },
        { provide: PushOptions, useValue: push },
        { provide: WebhookOptions, useValue: webhooks },
        { provide: InboxOptions, useValue: inboxes },
        { provide: SetupOptions, useValue: setup },
      ],
      exports: [
        CONFIG,
        InboxOptions,
        OidcOptions,
        OperationsOptions,
        PictureOptions,
        PublicAddress,
        PushOptions,
        SetupOptions,
        WebhookOptions,
      ],
    };
  }
}

function ownerOf({ ownerEmail, ownerPassword, ownerName }: Config): SetupOptions['owner'] {
  if (!ownerEmail || !ownerPassword) return null;
  return { email: ownerEmail, password: ownerPassword, name: ownerName ?? ownerEmail.split('@')[0] ?? ownerEmail };
}
