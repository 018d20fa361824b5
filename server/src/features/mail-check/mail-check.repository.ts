import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { MailCheck } from './mail-check.entity.js';

export async function findCheck(reader: Reader, channelId: string): Promise<MailCheck | null> {
  return (await checksOf(reader, [channelId]))[0] ?? null;
}

/** The last one of each of these channels that was asked for one. */
export async function checksOf(reader: Reader, channelIds: readonly string[]): Promise<MailCheck[]> {
  if (channelIds.length === 0) return [];
  const sql = `SELECT * FROM mail_check WHERE channel_id IN (${placeholders(channelIds)})`;
  return fromRows(reader, MailCheck, await reader.query(sql, [...channelIds]));
}

export async function findByMark(reader: Reader, mark: string): Promise<MailCheck | null> {
  return fromRows(reader, MailCheck, await reader.query('SELECT * FROM mail_check WHERE mark = ?', [mark]))[0] ?? null;
}

/** In the place of the one before. */
export async function putCheck(tx: Tx, check: MailCheck): Promise<void> {
  await tx.execute('DELETE FROM mail_check WHERE channel_id = ?', [check.channelId]);
  await insertRows(tx, MailCheck, [check]);
}

/** Of this very mail; nothing when another one has begun meanwhile. */
export async function changeCheck(tx: Tx, mark: string, patch: Partial<MailCheck>): Promise<void> {
  await updateRows(tx, MailCheck, { mark }, patch);
}
