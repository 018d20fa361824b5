import { Injectable } from '@nestjs/common';
import { type Scope, scopesOfRole } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { audit, changesOf } from '../audit/index.js';
import {
  type ApiToken,
  checkTokenEnd,
  checkTokenName,
  hashSecret,
  insertToken,
  listTokens,
  newTokenSecret,
  refuseTakenId,
  updateToken,
} from '../auth/index.js';
import { lockWorkspace } from '../workspace/index.js';

/** How many a person may have that are not revoked, those that have ended included. */
export const TOKENS_PER_PERSON = 50;

const ACCESS: Record<'READ' | 'READ_WRITE', readonly Scope[]> = {
  READ: ['CONVERSATIONS_READ', 'CONTACTS_READ'],
  READ_WRITE: ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_WRITE', 'CONTACTS_READ', 'CONTACTS_WRITE'],
};

/** What somebody asks for; times in milliseconds since 1970. */
export interface NewPersonalToken {
  id?: string | null;
  name: string;
  access?: 'READ' | 'READ_WRITE' | null;
  scopes?: readonly Scope[] | null;
  expiresAt?: number | null;
}

/** A person's own tokens: rows of `api_token` with his id, shown and checked as those of integrations are (N23). */
@Injectable()
export class PersonalTokenService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those of the viewer that were not revoked, newest first; none for who is no person. */
  async list(ctx: Ctx): Promise<ApiToken[]> {
    return ctx.principal.kind === 'user' ? listTokens(this.uow.reader, ctx.principal.userId) : [];
  }

  /** One of the viewer's; null for anybody else's. */
  async find(ctx: Ctx, id: string): Promise<ApiToken | null> {
    return (await this.list(ctx)).find((token) => token.id === id) ?? null;
  }

  /** A new token; its secret exists only in the answer. Throws INVALID, CONFLICT when the id is taken, LIMIT beyond 50. */
  async create(ctx: Ctx, input: NewPersonalToken): Promise<{ personalToken: ApiToken; token: string }> {
    const userId = personOf(ctx);
    const id = input.id ?? newId('personalToken');
    if (!isId('personalToken', id))
      throw new DomainError('INVALID', 'The id must be ptk_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    const name = checkTokenName(input.name);
    const wanted = scopesOf(input);
    const token = newTokenSecret();
    const personalToken = await this.uow.run(ctx, async (tx) => {
      // One after the other, so that two at once do not both take the last place.
      await lockWorkspace(tx);
      const expiresAt = checkTokenEnd(input.expiresAt, tx.now);
      await this.checkRoom(tx, userId, id);
      await this.checkScopes(tx, userId, wanted);
      const row: ApiToken = {
        id,
        userId,
        name,
        secretHash: hashSecret(token),
        scopes: [...wanted],
        createdBy: userId,
        createdAt: tx.now,
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      };
      await insertToken(tx, row);
      await audit(tx, { action: 'PERSONAL_TOKEN_CREATED', object: row, changes: changesOf(null, row, ['scopes', 'expiresAt']) });
      tell(tx, row, 'CREATED');
      return row;
    });
    return { personalToken, token };
  }

  /** Ends one of the viewer's own, also one whose time was over. */
  async revoke(ctx: Ctx, id: string): Promise<void> {
    const userId = personOf(ctx);
    await this.uow.run(ctx, async (tx) => {
      const token = (await listTokens(tx, userId)).find((each) => each.id === id);
      if (!token) throw new DomainError('NOT_FOUND', 'There is no such token.', { path: ['id'] });
      await updateToken(tx, id, { revokedAt: tx.now });
      await audit(tx, { action: 'PERSONAL_TOKEN_REVOKED', object: token });
      tell(tx, token, 'DELETED');
    });
  }

  private async checkRoom(tx: Tx, userId: string, id: string): Promise<void> {
    await refuseTakenId(tx, id);
    if ((await listTokens(tx, userId)).length >= TOKENS_PER_PERSON)
      throw new DomainError('LIMIT', `At most ${TOKENS_PER_PERSON} tokens. Revoke one that is no longer used.`);
  }

  /** A token never has more than its owner. */
  private async checkScopes(tx: Tx, userId: string, wanted: readonly Scope[]): Promise<void> {
    const [agent] = await findAgents(tx, [userId]);
    const has = agent ? scopesOfRole(agent.role) : new Set<Scope>();
    const missing = wanted.filter((scope) => !has.has(scope));
    if (missing.length > 0)
      throw new DomainError('INVALID', `You do not have ${missing.join(', ')} yourself.`, { path: ['scopes'] });
  }
}

function personOf({ principal }: Ctx): string {
  if (principal.kind === 'user') return principal.userId;
  throw new DomainError('FORBIDDEN', 'Only a person has tokens of his own.');
}

function scopesOf({ access, scopes }: NewPersonalToken): readonly Scope[] {
  if (access && scopes) throw new DomainError('INVALID', 'Give either access or scopes.', { path: ['scopes'] });
  if (!scopes) return ACCESS[access ?? 'READ'];
  if (scopes.length === 0) throw new DomainError('INVALID', 'Choose at least one scope.', { path: ['scopes'] });
  return [...new Set(scopes)];
}

function tell(tx: Tx, token: ApiToken, change: 'CREATED' | 'DELETED'): void {
  const type = change === 'CREATED' ? 'personalToken.created' : 'personalToken.revoked';
  tx.emit({ type, change, nodeId: token.id, inboxId: null, audience: `user:${String(token.userId)}` });
}
