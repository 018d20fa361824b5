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
  version: number;
}
export interface ApiSettingsSave {
  allowedOrigins?: string[] | null;
  expectedVersion?: number | null;
}

/** Who may use the API from where (N23). */
@Injectable()
export class ApiSettingsService implements OnModuleInit, OnModuleDestroy {
  /** The allowed origins in the memory of this process: each request of another site asks for them. */
  private allowed: Promise<ReadonlySet<string>> | null = null;
  private stop: () => void = () => undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly workspaces: WorkspaceService,
    private readonly tail: JournalTail,
  ) {}

  onModuleInit(): void {
    // Another process may have saved them.
    this.stop = this.tail.onEvent(({ type }) => {
      if (type === SAVED) this.allowed = null;
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
      if (input.expectedVersion != null && input.expectedVersion !== before.version)
        throw new DomainError('CONFLICT', 'The settings were changed meanwhile. Look at them again.', {
          path: ['expectedVersion'],
        });
      const changes = changesOf(settingsOf(before), { ...settingsOf(before), allowedOrigins: wanted ?? before.apiOrigins }, [
        'allowedOrigins',
      ]);
      if (wanted === null || changes.length === 0) return before;
      const after = await this.workspaces.setApiOrigins(tx, before, wanted);
      await audit(tx, { action: 'API_SETTINGS_CHANGED', object: { id: after.id, name: null }, changes });
      tx.emit({ type: SAVED, change: 'UPDATED', nodeId: after.id, inboxId: null, audience: 'admins' });
      return after;
    });
    this.allowed = null;
    return settingsOf(saved);
  }

  /** Whether scripts of this site may call the API, with a token. */
  async isAllowed(origin: string): Promise<boolean> {
    const asked = (this.allowed ??= this.load());
    try {
      return (await asked).has(origin);
    } catch (error) {
      if (this.allowed === asked) this.allowed = null;
      throw error;
    }
  }

  private async load(): Promise<ReadonlySet<string>> {
    return new Set((await this.workspaces.find())?.apiOrigins ?? []);
  }
}

function settingsOf({ apiOrigins, version }: Workspace): ApiSettings {
  return { allowedOrigins: apiOrigins, version };
}
