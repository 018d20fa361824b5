import { newId } from '../../kernel/ids.js';
import { newSecret } from '../../kernel/random.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { User } from '../agents/index.js';
import { hashSecret } from '../auth/index.js';
import { AccessLink } from './access-link.entity.js';

type Raw = Record<string, unknown>;

/** How long a link holds. */
export const LINK_MS = 72 * 3_600_000;

/** A link that was just made: its secret exists only here. */
export interface MadeLink {
  link: string;
  expiresAt: number;
}

/** A new link for somebody: to join as long as he has not, else to set a password. Other links of his stay good until one is used. */
export async function makeLink(tx: Tx, user: User): Promise<MadeLink> {
  const secret = newSecret();
  const { principal } = tx.ctx;
  const link: AccessLink = {
    id: newId('accessLink'),
    userId: user.id,
    purpose: user.state === 'INVITED' ? 'INVITE' : 'RESET',
    secretHash: hashSecret(secret),
    createdBy: principal.kind === 'user' ? principal.userId : null,
    createdAt: tx.now,
    expiresAt: tx.now + LINK_MS,
    usedAt: null,
  };
  await insertRows(tx, AccessLink, [link]);
  // Behind the #, which a browser sends to no server, so that it stands in no log.
  return { link: `/join#${secret}`, expiresAt: link.expiresAt };
}

/** The link of a secret, as long as it holds. */
export async function findLiveLink(reader: Reader, secret: string, now: number): Promise<AccessLink | null> {
  const sql = 'SELECT * FROM access_link WHERE secret_hash = ? AND used_at IS NULL AND expires_at > ?';
  return fromRows(reader, AccessLink, await reader.query<Raw>(sql, [hashSecret(secret), now]))[0] ?? null;
}

/** Uses a link, and with it every other one of the same person; false when somebody else was first. */
export async function consumeLink(tx: Tx, link: AccessLink): Promise<boolean> {
  const used = await tx.execute('UPDATE access_link SET used_at = ? WHERE id = ? AND used_at IS NULL', [tx.now, link.id]);
  if (used === 1) await endLinks(tx, link.userId);
  return used === 1;
}

/** Takes all links of a person back. */
export async function endLinks(tx: Tx, userId: string): Promise<void> {
  await tx.execute('UPDATE access_link SET used_at = ? WHERE user_id = ? AND used_at IS NULL', [tx.now, userId]);
}

/** When the last link of these people ends. */
export async function lastLinksOf(reader: Reader, userIds: readonly string[]): Promise<{ userId: string; until: number }[]> {
  const rows = await reader.query<{ user_id: string; until: number | string }>(
    `SELECT user_id, MAX(expires_at) AS until FROM access_link WHERE user_id IN (${placeholders(userIds)}) AND used_at IS NULL GROUP BY user_id`,
    userIds,
  );
  return rows.map((row) => ({ userId: row.user_id, until: Number(row.until) }));
}
