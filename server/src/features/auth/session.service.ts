import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { newSecret } from '../../kernel/random.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { hashSecret } from './secrets.js';
import type { Session } from './session.entity.js';
import { endSessions, findLiveSession, insertSession, listLiveSessions, updateSession } from './session.repository.js';

/** How long a session holds after it was last used. */
export const SESSION_MS = 30 * 24 * 3_600_000;
/** How old `lastSeenAt` may be before it is written again. */
const TOUCH_MS = 10 * 60_000;

/** From where somebody signs in, as he may see it in his list of sessions. */
export interface Place {
  ip: string | null;
  userAgent: string | null;
}

/** Signed-in browsers. */
@Injectable()
export class SessionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A new session; its secret exists only in the answer. */
  async start(ctx: Ctx, userId: string, place: Place): Promise<{ session: Session; secret: string }> {
    return this.uow.run(ctx, (tx) => this.startIn(tx, userId, place));
  }

  /** `start` as a part of a larger unit, such as the first run. */
  async startIn(tx: Tx, userId: string, place: Place): Promise<{ session: Session; secret: string }> {
    const secret = newSecret();
    const session: Session = {
      id: newId('session'),
      userId,
      secretHash: hashSecret(secret),
      createdAt: tx.now,
      lastSeenAt: tx.now,
      expiresAt: tx.now + SESSION_MS,
      ip: place.ip?.slice(0, 64) ?? null,
      userAgent: place.userAgent?.slice(0, 400) ?? null,
      revokedAt: null,
    };
    await insertSession(tx, session);
    this.emit(tx, 'session.started', 'CREATED', session);
    return { session, secret };
  }

  bySecret(secret: string): Promise<Session | null> {
    return findLiveSession(this.uow.reader, 'secret_hash', hashSecret(secret), this.clock.now());
  }

  byId(id: string): Promise<Session | null> {
    return findLiveSession(this.uow.reader, 'id', id, this.clock.now());
  }

  list(userId: string): Promise<Session[]> {
    return listLiveSessions(this.uow.reader, userId, this.clock.now());
  }

  /** Moves the end of a session on once it is used, at most every ten minutes. */
  async touch(ctx: Ctx, session: Session): Promise<void> {
    if (this.clock.now() - session.lastSeenAt < TOUCH_MS) return;
    await this.uow.run(ctx, (tx) => updateSession(tx, session.id, { lastSeenAt: tx.now, expiresAt: tx.now + SESSION_MS }));
  }

  /** Ends one of the agent's own sessions. */
  async revoke(ctx: Ctx, userId: string, id: string): Promise<void> {
    await this.uow.run(ctx, async (tx) => {
      const session = await findLiveSession(tx, 'id', id, tx.now);
      if (session?.userId !== userId) throw new DomainError('NOT_FOUND', 'There is no such session.', { path: ['id'] });
      await updateSession(tx, id, { revokedAt: tx.now });
      this.emit(tx, 'session.revoked', 'DELETED', session);
    });
  }

  /** Ends the asker's sessions but the one that asks; answers their ids. */
  async revokeOthers(ctx: Ctx): Promise<string[]> {
    const { principal } = ctx;
    if (principal.kind !== 'user') throw new DomainError('FORBIDDEN', 'Only a person has sessions.');
    return this.uow.run(ctx, (tx) => this.revokeAllIn(tx, principal.userId, principal.sessionId));
  }

  /** Ends all sessions of an agent, or with null those of everybody, but `except`, such as the one that asks; answers their ids. */
  async revokeAllIn(tx: Tx, userId: string | null, except: string | null = null): Promise<string[]> {
    const ended = await endSessions(tx, { userId, except });
    for (const session of ended) this.emit(tx, 'session.revoked', 'DELETED', session);
    return ended.map(({ id }) => id);
  }

  private emit(tx: Tx, type: string, change: 'CREATED' | 'DELETED', session: Pick<Session, 'id' | 'userId'>): void {
    tx.emit({ type, change, nodeId: session.id, inboxId: null, audience: `user:${session.userId}` });
  }
}
