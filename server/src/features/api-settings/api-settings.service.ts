import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { JournalTail } from '../changes/index.js';
import { lockWorkspace, type Workspace, WorkspaceService } from '../workspace/index.js';
import { checkOrigins } from './origins.js';

const SAVED = 'apiSettings.saved';

export interface ApiSettings {
  allowedOrigins: string[];
  explorer: boolean;
  version: number;
}
export interface ApiSettingsSave {
  allowedOrigins?: string[] | null;
  explorer?: boolean | null;
  expectedVersion?: number | null;
}

interface Known {
  origins: ReadonlySet<string>;
  explorer: boolean;
}

/** Who may use the API from where, and who may look at its schema (N23). */
@Injectable()
export class ApiSettingsService implements OnModuleInit, OnModuleDestroy {
  /** The settings in the memory of this process: each request of another site asks for them. */
  private known: Promise<Known> | null = null;
  private stop: () => void = () => undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly workspaces: WorkspaceService,
    private readonly tail: JournalTail,
  ) {}

  onModuleInit(): void {
    // Another process may have saved them.
    this.stop = this.tail.onEvent(({ type }) => {
      if (type === SAVED) this.known = null;
    });
  }

  onModuleDestroy(): void {
    this.stop();
  }

  async read(): Promise<ApiSettings> {
    return settingsOf(await this.workspaces.current());
  }

  /** Throws INVALID for what is no origin, CONFLICT when it was changed since. */
  async save(ctx: Ctx, input: ApiSettingsSave): Promise<ApiSettings> {
    const wanted = input.allowedOrigins ? checkOrigins(input.allowedOrigins) : null;
    const saved = await this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const before = await this.workspaces.current(tx);
      if (input.expectedVersion != null && input.expectedVersion !== before.apiSettingsVersion)
        throw new DomainError('CONFLICT', 'The settings were changed meanwhile. Look at them again.', {
          path: ['expectedVersion'],
        });
      const api = { apiOrigins: wanted ?? before.apiOrigins, apiExplorer: input.explorer ?? before.apiExplorer };
      const changes = changesOf(settingsOf(before), settingsOf({ ...before, ...api }), ['allowedOrigins', 'explorer']);
      if (changes.length === 0) return before;
      const after = await this.workspaces.setApi(tx, before, api);
      await audit(tx, { action: 'API_SETTINGS_CHANGED', object: { id: after.id, name: null }, changes });
      tx.emit({ type: SAVED, change: 'UPDATED', nodeId: after.id, inboxId: null, audience: 'admins' });
      return after;
    });
    this.known = null;
    return settingsOf(saved);
  }

  /** Whether scripts of this site may call the API, with a token. */
  async isAllowed(origin: string): Promise<boolean> {
    return (await this.now()).origins.has(origin);
  }

  /** Whether the schema can be explored. */
  async isExplorable(): Promise<boolean> {
    return (await this.now()).explorer;
  }

  private async now(): Promise<Known> {
    const asked = (this.known ??= this.load());
    try {
      return await asked;
    } catch (error) {
      if (this.known === asked) this.known = null;
      throw error;
    }
  }

  private async load(): Promise<Known> {
    const workspace = await this.workspaces.find();
    return { origins: new Set(workspace?.apiOrigins), explorer: workspace?.apiExplorer ?? true };
  }
}

function settingsOf({ apiOrigins, apiExplorer, apiSettingsVersion }: Workspace): ApiSettings {
  return { allowedOrigins: apiOrigins, explorer: apiExplorer, version: apiSettingsVersion };
}
