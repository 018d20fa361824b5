import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Principal, type Scope, scopesOfRole } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { SecretBox } from '../../kernel/secrets.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { audit } from '../audit/index.js';
import { loadInboxRoles } from '../inboxes/index.js';
import { findResponder } from '../responders/index.js';
import type { LinkedAccount } from './linked-account.entity.js';
import {
  accountOf,
  accountsOf,
  deleteAccount,
  findAccount,
  insertAccount,
  type NamedAccount,
} from './linked-account.repository.js';

/** So long an offer holds. */
const OFFER_MS = 60 * 60_000;
const SEALED_FOR = 'linked-account';
const sealed = z.object({
  responderId: z.string(),
  kind: z.string(),
  value: z.string(),
  name: z.string(),
  until: z.number(),
});

/** An account that an agent may say is his. */
export interface AccountOffer {
  kind: string;
  value: string;
  name: string;
  /** The responder's name. */
  through: string;
}
type Acting = Extract<Principal, { kind: 'integration' }>;
type Account = Pick<LinkedAccount, 'kind' | 'value'>;

/** Who of the agents is who elsewhere (`actFor`, architecture 2.3 reason 9): a plugin offers, the agent himself accepts in his own session. */
@Injectable()
export class LinkedAccountService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly box: SecretBox,
  ) {}

  list(ctx: Ctx): Promise<NamedAccount[]> {
    return ctx.principal.kind === 'user' ? accountsOf(this.uow.reader, ctx.principal.userId) : Promise.resolve([]);
  }

  /** One of the viewer's own. */
  async find(ctx: Ctx, id: string): Promise<NamedAccount | null> {
    const account = await findAccount(this.uow.reader, id);
    return account && ctx.principal.kind === 'user' && account.userId === ctx.principal.userId ? account : null;
  }

  /** What an agent is shown, to be accepted within the hour; unguessable, and of one account. */
  offer(responderId: string, { kind, value, name }: Account & { name?: string | undefined }): string {
    const until = this.clock.now() + OFFER_MS;
    return this.box.seal(JSON.stringify({ responderId, kind, value, name: name ?? value, until }), SEALED_FOR);
  }

  /** What is offered; null when the hour is over or nothing ever was. */
  async read(offer: string): Promise<(AccountOffer & { responderId: string }) | null> {
    const found = this.open(offer);
    const responder = found && (await findResponder(this.uow.reader, found.responderId));
    return responder ? { ...found, through: responder.name } : null;
  }

  /** The viewer says that the account is his; only in his own session, never by a token. */
  async link(ctx: Ctx, offer: string): Promise<NamedAccount> {
    const userId = ownSession(ctx);
    const found = await this.read(offer);
    if (!found)
      throw new DomainError('INVALID', 'This link is no longer good. Ask for a new one where you got it.', { path: ['offer'] });
    const { responderId, kind, value, name, through } = found;
    return this.uow.run(ctx, async (tx) => {
      const before = await accountOf(tx, { responderId, kind, value });
      if (before?.userId === userId) return { ...before, through };
      if (before) {
        const [other] = await findAgents(tx, [before.userId]);
        if (other?.state === 'ACTIVE')
          throw new DomainError('CONFLICT', 'Somebody else has said that this account is his. He has to unlink it first.', {
            path: ['offer'],
          });
        await deleteAccount(tx, before.id);
      }
      const account: LinkedAccount = { id: newId('linkedAccount'), userId, responderId, kind, value, name, createdAt: tx.now };
      await insertAccount(tx, account);
      await audit(tx, { action: 'ACCOUNT_LINKED', object: { id: account.id, name: `${name} (${through})` } });
      return { ...account, through };
    });
  }

  /** It is no longer his. */
  async unlink(ctx: Ctx, id: string): Promise<string> {
    const account = await this.find(ctx, id);
    if (!account) throw new DomainError('NOT_FOUND', 'You have no such account.', { path: ['id'] });
    await this.uow.run(ctx, async (tx) => {
      await deleteAccount(tx, id);
      await audit(tx, { action: 'ACCOUNT_UNLINKED', object: { id, name: `${account.name} (${account.through})` } });
    });
    return id;
  }

  /** The agent whose account it is, for a responder; null when nobody's, or when he is no longer here. */
  async agentOf({ tokenId }: Acting, account: Account): Promise<Pick<User, 'id' | 'name' | 'email'> | null> {
    const agent = await this.active(tokenId, account);
    return agent && { id: agent.id, name: agent.name, email: agent.email };
  }

  /**
   * Who asks when the responder acts in the name of the account's agent: he, with his rights of now as far as the responder has them, in the
   * inboxes that it serves, and as no admin. Throws FORBIDDEN when nobody has linked it.
   */
  async principal(acting: Acting, account: Account): Promise<Principal> {
    const agent = await this.active(acting.tokenId, account);
    if (!agent) throw new DomainError('FORBIDDEN', 'Nobody here has said that this account is his.');
    const roles = await loadInboxRoles(this.uow.reader, agent.id, agent.role);
    const granted = scopesOfRole('MEMBER');
    return {
      kind: 'user',
      userId: agent.id,
      name: agent.name,
      role: 'MEMBER',
      scopes: new Set<Scope>([...granted].filter((scope) => acting.scopes.has(scope))),
      inboxRoles: new Map([...roles].filter(([inboxId]) => acting.bot?.inboxIds.includes(inboxId))),
      sessionId: null,
      via: { id: acting.tokenId, name: acting.name },
    };
  }

  private async active(responderId: string, { kind, value }: Account): Promise<User | null> {
    const account = await accountOf(this.uow.reader, { responderId, kind, value });
    const [agent] = account ? await findAgents(this.uow.reader, [account.userId]) : [];
    return agent?.state === 'ACTIVE' ? agent : null;
  }

  private open(offer: string): z.output<typeof sealed> | null {
    try {
      const found = sealed.parse(JSON.parse(this.box.open(offer, SEALED_FOR)));
      return found.until > this.clock.now() ? found : null;
    } catch {
      // Not ours, cut, or changed on the way: the same as one that was never made.
      return null;
    }
  }
}

function ownSession({ principal }: Ctx): string {
  if (principal.kind === 'user' && principal.sessionId !== null) return principal.userId;
  throw new DomainError('FORBIDDEN', 'Sign in yourself to link an account.');
}
