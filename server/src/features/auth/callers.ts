import { Injectable, Logger } from '@nestjs/common';
import { type Principal, roleOfToken, type Scope, scopesOfRole } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { loadInboxRoles } from '../inboxes/index.js';
import type { ApiToken } from './api-token.entity.js';
import { ApiTokenService } from './api-token.service.js';
import type { Caller } from './caller.js';
import { looksLikeSecret } from './secrets.js';
import type { Session } from './session.entity.js';
import { SessionService } from './session.service.js';

/** Turns a secret into who shows it, with his rights of this moment. */
@Injectable()
export class Callers {
  private readonly logger = new Logger('Sign-in');

  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: ApiTokenService,
    private readonly uow: UnitOfWork,
  ) {}

  /** Whose session it is; null when there is none or it no longer holds. */
  async bySession(secret: string | undefined): Promise<Caller | null> {
    const session = looksLikeSecret(secret) ? await this.sessions.bySecret(secret) : null;
    const caller = session && (await this.ofSession(session));
    if (session && caller) this.behind(this.sessions.touch(ctxOf(caller.principal), session));
    return caller;
  }

  /** Whose token it is; null when there is none or it no longer holds. */
  async byToken(secret: string | undefined): Promise<Caller | null> {
    const token = looksLikeSecret(secret) ? await this.tokens.bySecret(secret) : null;
    const caller = token && (await this.ofToken(token));
    if (token && caller) this.behind(this.tokens.touch(ctxOf(caller.principal), token));
    return caller;
  }

  private async ofSession(session: Session): Promise<Caller | null> {
    const principal = await this.person(session.userId, { sessionId: session.id });
    return (
      principal &&
      this.caller(principal, [session.id, session.userId], null, async () => {
        const now = await this.sessions.byId(session.id);
        return now && this.ofSession(now);
      })
    );
  }

  private async ofToken(token: ApiToken): Promise<Caller | null> {
    const scopes = new Set(token.scopes as Scope[]);
    const principal: Principal | null = token.userId
      ? await this.person(token.userId, { token, scopes })
      : { kind: 'integration', tokenId: token.id, name: token.name, scopes };
    const ids = token.userId ? [token.id, token.userId] : [token.id];
    return (
      principal &&
      this.caller(principal, ids, token.expiresAt, async () => {
        const now = await this.tokens.byId(token.id);
        return now && this.ofToken(now);
      })
    );
  }

  /** An active agent, by his session or by his own token, whose scopes narrow what his role gives. */
  private async person(
    userId: string,
    by: { sessionId: string } | { token: ApiToken; scopes: ReadonlySet<Scope> },
  ): Promise<Principal | null> {
    const { reader } = this.uow;
    const [agent] = await findAgents(reader, [userId]);
    if (agent?.state !== 'ACTIVE') return null;
    const inboxRoles = await loadInboxRoles(reader, userId, agent.role);
    const granted = scopesOfRole(agent.role);
    const who = { kind: 'user', userId, name: agent.name, inboxRoles } as const;
    if ('sessionId' in by) return { ...who, role: agent.role, scopes: granted, sessionId: by.sessionId };
    const scopes = new Set([...granted].filter((scope) => by.scopes.has(scope)));
    const token = { id: by.token.id, name: by.token.name };
    return { ...who, role: roleOfToken(agent.role, scopes), scopes, sessionId: null, token };
  }

  private caller(principal: Principal, ids: string[], endsAt: number | null, reload: () => Promise<Caller | null>): Caller {
    return { principal, ids, endsAt, reload };
  }

  /** Nobody waits for the note of when something was last used, and nothing depends on it. */
  private behind(work: Promise<void>): void {
    work.catch((error: unknown) => this.logger.warn(`The time of last use was not kept: ${String(error)}`));
  }
}

/** The context of what a caller does outside GraphQL. */
export function ctxOf(principal: Principal, correlationId: string = newId('event')): Ctx {
  return { principal, correlationId };
}

/** The context of what somebody does who has just shown who he is, and has no session yet. */
export function ctxOfPerson({ id: userId, name, role }: Pick<User, 'id' | 'name' | 'role'>, ip: string | null): Ctx {
  const ctx = ctxOf({ kind: 'user', userId, name, role, scopes: scopesOfRole(role), inboxRoles: new Map(), sessionId: null });
  return { ...ctx, ...(ip ? { ip } : {}) };
}
