import { Injectable } from '@nestjs/common';
import type { Scope } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { ApiToken } from './api-token.entity.js';
import { findLiveToken, insertToken, listTokens, updateToken } from './api-token.repository.js';
import { hashSecret, newTokenSecret } from './secrets.js';

const NAME_LENGTH = 120;
/** How old `lastUsedAt` may be before it is written again. */
const TOUCH_MS = 60_000;

/** What an admin asks for. */
export interface NewToken {
  name: string;
  scopes: Scope[];
  expiresAt?: number | null;
}

/** Bearer tokens of integrations. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(): Promise<ApiToken[]> {
    return listTokens(this.uow.reader);
  }

  bySecret(secret: string): Promise<ApiToken | null> {
    return findLiveToken(this.uow.reader, 'secret_hash', hashSecret(secret), this.clock.now());
  }

  byId(id: string): Promise<ApiToken | null> {
    return findLiveToken(this.uow.reader, 'id', id, this.clock.now());
  }

  /** A new token; its secret exists only in the answer. */
  async create(ctx: Ctx, input: NewToken): Promise<{ apiToken: ApiToken; token: string }> {
    const name = input.name.trim();
    if (name === '' || name.length > NAME_LENGTH)
      throw new DomainError('INVALID', `A name has 1 to ${NAME_LENGTH} characters.`, { path: ['name'] });
    if (input.scopes.length === 0) throw new DomainError('INVALID', 'Choose at least one scope.', { path: ['scopes'] });
    if (input.expiresAt != null && input.expiresAt <= this.clock.now())
      throw new DomainError('INVALID', 'The end must lie in the future.', { path: ['expiresAt'] });
    const token = newTokenSecret();
    const apiToken = await this.uow.run(ctx, async (tx) => {
      const row: ApiToken = {
        id: newId('apiToken'),
        userId: null,
        name,
        secretHash: hashSecret(token),
        scopes: [...new Set(input.scopes)],
        createdBy: ctx.principal.kind === 'user' ? ctx.principal.userId : ctx.principal.name,
        createdAt: tx.now,
        expiresAt: input.expiresAt ?? null,
        lastUsedAt: null,
        revokedAt: null,
      };
      await insertToken(tx, row);
      tx.emit({ type: 'apiToken.created', change: 'CREATED', nodeId: row.id, inboxId: null, audience: 'admins' });
      return row;
    });
    return { apiToken, token };
  }

  async revoke(ctx: Ctx, id: string): Promise<void> {
    await this.uow.run(ctx, async (tx) => {
      if (!(await findLiveToken(tx, 'id', id, tx.now)))
        throw new DomainError('NOT_FOUND', 'There is no such token.', { path: ['id'] });
      await updateToken(tx, id, { revokedAt: tx.now });
      tx.emit({ type: 'apiToken.revoked', change: 'DELETED', nodeId: id, inboxId: null, audience: 'admins' });
    });
  }

  /** Remembers that a token was used, at most every minute. */
  async touch(ctx: Ctx, token: ApiToken): Promise<void> {
    if (token.lastUsedAt !== null && this.clock.now() - token.lastUsedAt < TOUCH_MS) return;
    await this.uow.run(ctx, (tx) => updateToken(tx, token.id, { lastUsedAt: tx.now }));
  }
}
