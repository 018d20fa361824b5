import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newSecret } from '../../kernel/random.js';
import { insertRows } from '../../kernel/rows.js';
import { SecretBox } from '../../kernel/secrets.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { SignInChallenge } from './challenge.entity.js';
import { hashSecret, looksLikeSecret } from './secrets.js';

/** How long a sign-in may be under way here. */
export const CHALLENGE_MS = 5 * 60_000;
/** How long at most, such as at a provider that asks for more than a password. */
export const LONGEST_CHALLENGE_MS = 15 * 60_000;

/** Sign-ins that are under way: each is bound to the browser that began it, holds minutes, and is taken once. */
@Injectable()
export class SignInChallenges {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly box: SecretBox,
  ) {}

  /** Begins one; answers the secret for the cookie, which exists only here. */
  async begin(tx: Tx, kind: string, data: object, holdsMs = CHALLENGE_MS): Promise<string> {
    const secret = newSecret();
    const secretHash = hashSecret(secret);
    await tx.execute('DELETE FROM sign_in_challenge WHERE expires_at <= ?', [tx.now]);
    const sealed = this.box.seal(JSON.stringify(data), secretHash);
    await insertRows(tx, SignInChallenge, [{ secretHash, kind, data: sealed, expiresAt: tx.now + holdsMs }]);
    return secret;
  }

  /** What was begun, which stays; null when there is none, or it is over. */
  async look(kind: string, secret: unknown): Promise<unknown> {
    if (!looksLikeSecret(secret)) return null;
    const sql = 'SELECT data FROM sign_in_challenge WHERE secret_hash = ? AND kind = ? AND expires_at > ?';
    return this.first(this.uow.reader, sql, [hashSecret(secret), kind, this.clock.now()]);
  }

  /** What was begun, for whoever asks first; null for everybody after him. */
  async take(tx: Tx, kind: string, secret: unknown): Promise<unknown> {
    if (!looksLikeSecret(secret)) return null;
    const sql = 'DELETE FROM sign_in_challenge WHERE secret_hash = ? AND kind = ? AND expires_at > ? RETURNING data';
    return this.first(tx, sql, [hashSecret(secret), kind, tx.now]);
  }

  private async first(reader: Reader, sql: string, values: [hash: string, kind: string, now: number]): Promise<unknown> {
    const [row] = await reader.query<{ data: string }>(sql, values);
    return row ? JSON.parse(this.box.open(row.data, values[0])) : null;
  }
}
