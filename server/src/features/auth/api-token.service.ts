import { Injectable } from '@nestjs/common';
import type { Scope } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { ApiToken } from './api-token.entity.js';
import { findLiveToken, insertToken, listTokens, updateToken } from './api-token.repository.js';
import { audit, changesOf } from '../audit/index.js';
import { hashSecret, newTokenSecret } from './secrets.js';
import { checkTokenEnd, checkTokenName, refuseTakenId } from './token-rules.js';

/** How old `lastUsedAt` may be before it is written again. */
const TOUCH_MS = 60_000;

/** What an admin asks for. */
export interface NewToken {
  id?: string | null;
  name: string;
  scopes: Scope[];
  expiresAt?: number | null;
}

/** Bearer tokens of integrations. */
@Injectable()
export class ApiTokenService {
  /** When this process last wrote the use of a token, by its id. */
  private readonly touched = new Map<string, number>();

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

  /** A new token; its secret exists only in the answer. Throws INVALID, and CONFLICT when the id is taken. */
  async create(ctx: Ctx, input: NewToken): Promise<{ apiToken: ApiToken; token: string }> {
    const id = input.id ?? newId('apiToken');
    if (!isId('apiToken', id))
      throw new DomainError('INVALID', 'The id must be tok_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    const name = checkTokenName(input.name);
    const expiresAt = checkTokenEnd(input.expiresAt, this.clock.now());
    if (input.scopes.length === 0) throw new DomainError('INVALID', 'Choose at least one scope.', { path: ['scopes'] });
    const token = newTokenSecret();
    const apiToken = await this.uow.run(ctx, async (tx) => {
      await refuseTakenId(tx, id);
      const row: ApiToken = {
        id,
        userId: null,
        name,
        secretHash: hashSecret(token),
        scopes: [...new Set(input.scopes)],
        createdBy: ctx.principal.kind === 'user' ? ctx.principal.userId : ctx.principal.name,
        createdAt: tx.now,
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      };
      await insertToken(tx, row);
      await audit(tx, { action: 'TOKEN_CREATED', object: row, changes: changesOf(null, row, ['scopes', 'expiresAt']) });
      tx.emit({ type: 'apiToken.created', change: 'CREATED', nodeId: row.id, inboxId: null, audience: 'admins' });
      return row;
    });
    return { apiToken, token };
  }

  async revoke(ctx: Ctx, id: string): Promise<void> {
    await this.uow.run(ctx, async (tx) => {
      const token = await findLiveToken(tx, 'id', id, tx.now);
      if (!token || token.userId !== null) throw new DomainError('NOT_FOUND', 'There is no such token.', { path: ['id'] });
      await updateToken(tx, id, { revokedAt: tx.now });
      await audit(tx, { action: 'TOKEN_REVOKED', object: token });
      tx.emit({ type: 'apiToken.revoked', change: 'DELETED', nodeId: id, inboxId: null, audience: 'admins' });
    });
  }

  /** Remembers that a token was used, at most every minute in each process. */
  async touch(ctx: Ctx, token: ApiToken): Promise<void> {
    const now = this.clock.now();
    const before = Math.max(token.lastUsedAt ?? 0, this.touched.get(token.id) ?? 0);
    if (now - before < TOUCH_MS) return;
    // Said before it is written: of many requests at once one writes.
    this.touched.set(token.id, now);
    await this.uow.run(ctx, (tx) => updateToken(tx, token.id, { lastUsedAt: tx.now }));
  }
}
