import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AuthOptions } from '../features/auth/index.js';
import { OperationsOptions } from '../features/operations/index.js';
import { SetupOptions } from '../features/setup/index.js';
import type { Config } from './config.js';
import { CONFIG } from './tokens.js';
import { VERSION } from './version.js';

/** What each feature gets to know of the settings. */
@Global()
@Module({})
export class OptionsModule {
  static of(config: Config): DynamicModule {
    const auth: AuthOptions = { publicOrigin: config.publicUrl ?? null };
    const setup: SetupOptions = { version: VERSION, owner: ownerOf(config) };
    const operations: OperationsOptions = { publicUrl: config.publicUrl ?? null };
    return {
      module: OptionsModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: AuthOptions, useValue: auth },
        { provide: OperationsOptions, useValue: operations },
        { provide: SetupOptions, useValue: setup },
      ],
      exports: [CONFIG, AuthOptions, OperationsOptions, SetupOptions],
    };
  }
}

function ownerOf({ ownerEmail, ownerPassword, ownerName }: Config): SetupOptions['owner'] {
  if (!ownerEmail || !ownerPassword) return null;
  return { email: ownerEmail, password: ownerPassword, name: ownerName ?? ownerEmail.split('@')[0] ?? ownerEmail };
}
