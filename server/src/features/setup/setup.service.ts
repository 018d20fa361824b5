import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { AgentService, findAgents, hasOwner, languageTag, type NewAgent, timeZoneName } from '../agents/index.js';
import { ctxOf, SessionService } from '../auth/index.js';
import { ProviderService } from '../oidc/index.js';
import { PasskeySignIn } from '../passkeys/index.js';
import { WorkspaceService } from '../workspace/index.js';

/** What the first-run page or the settings say about the first owner. */
export interface FirstOwner {
  name: string;
  email: string;
  password: string;
  locale?: unknown;
  timeZone?: unknown;
  workspaceName?: unknown;
}
type Place = Parameters<SessionService['start']>[2];

/** The first run: the owner and the workspace, once. */
@Injectable()
export class SetupService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly agents: AgentService,
    private readonly sessions: SessionService,
    private readonly workspace: WorkspaceService,
    private readonly providers: ProviderService,
    private readonly passkeys: PasskeySignIn,
  ) {}

  /** By what one can sign in here: a password, the button of a provider, and passkeys. */
  async waysIn(): Promise<{ passwords: boolean; provider: string | null; passkeys: boolean }> {
    const provider = await this.providers.active();
    return {
      passwords: !(await this.providers.passwordsOff()),
      provider: provider?.button ?? null,
      passkeys: this.passkeys.available,
    };
  }

  /** Whether the first run has yet to make its owner. */
  async needsOwner(): Promise<boolean> {
    return !(await hasOwner(this.uow.reader));
  }

  /** Makes workspace and owner in one unit, with a session when a browser asks; NOT_FOUND once there is an owner. */
  async createOwner(input: FirstOwner, place: Place | null): Promise<{ secret: string | null }> {
    const locale = languageTag(input.locale) ?? 'en';
    const timeZone = timeZoneName(input.timeZone) ?? 'UTC';
    const { name, email, password } = input;
    const owner: NewAgent = { name, email, password, role: 'OWNER', seat: 'FULL', locale, timeZone };
    const prepared = await this.agents.prepare(owner);
    const named = typeof input.workspaceName === 'string' ? input.workspaceName.trim().slice(0, 120) : '';
    const ctx: Ctx = ctxOf({ kind: 'system', name: 'First run' }, newId('event'));
    const work = async (tx: Tx): Promise<{ secret: string | null }> => {
      if (await hasOwner(tx)) throw new DomainError('NOT_FOUND', 'This instance has an owner already. Sign in instead.');
      await this.workspace.create(tx, { name: named || 'Balie', locale, timeZone });
      const agent = await this.agents.insert(tx, prepared);
      return { secret: place ? (await this.sessions.startIn(tx, agent.id, place)).secret : null };
    };
    // Two first owners at the same moment: the second sees the first or is run again.
    return this.uow.run(ctx, work, { serializable: true });
  }

  /** The language that an agent has chosen; null when he has not. */
  async localeOf(userId: string): Promise<string | null> {
    return (await findAgents(this.uow.reader, [userId]))[0]?.locale ?? null;
  }

  /** Ends the first run. */
  async finish(ctx: Ctx): Promise<void> {
    await this.uow.run(ctx, (tx) => this.workspace.advanceSetup(tx, 'done'));
  }
}
