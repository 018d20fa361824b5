import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

type Raw = Record<string, unknown>;

/** All webhooks, oldest first. */
export async function listWebhooks(reader: Reader): Promise<Webhook[]> {
  return fromRows(reader, Webhook, await reader.query<Raw>('SELECT * FROM webhook ORDER BY id'));
}

export async function findWebhook(reader: Reader, id: string): Promise<Webhook | null> {
  return fromRows(reader, Webhook, await reader.query<Raw>('SELECT * FROM webhook WHERE id = ?', [id]))[0] ?? null;
}

export async function insertWebhook(tx: Tx, webhook: Webhook): Promise<void> {
  await insertRows(tx, Webhook, [webhook]);
}

/** False when it was changed since `version`. */
export async function updateWebhook(tx: Tx, id: string, version: number, patch: Partial<Webhook>): Promise<boolean> {
  return (await updateRows(tx, Webhook, { id, version }, { ...patch, version: version + 1, updatedAt: tx.now })) === 1;
}

/** Moves on in the journal; false when another process has, or it is switched off. */
export async function advance(tx: Tx, id: string, from: number, to: number): Promise<boolean> {
  const sql = 'UPDATE webhook SET position = ? WHERE id = ? AND position = ? AND active = ?';
  return (await tx.execute(sql, [to, id, from, true])) === 1;
}

/** What went wrong last, or that nothing does any more. */
export async function noteState(tx: Tx, id: string, words: string | null): Promise<void> {
  await tx.execute(`UPDATE webhook SET state_message = ? WHERE id = ? AND COALESCE(state_message, '') <> ?`, [
    words,
    id,
    words ?? '',
  ]);
}

/** The far side wants no more. */
export async function switchOff(tx: Tx, id: string, words: string): Promise<void> {
  const sql = 'UPDATE webhook SET active = ?, state_message = ?, updated_at = ?, version = version + 1 WHERE id = ?';
  await tx.execute(sql, [false, words, tx.now, id]);
}

export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM webhook WHERE id = ?', [id]);
  await tx.execute('DELETE FROM webhook_delivery WHERE webhook_id = ?', [id]);
}

export async function insertDeliveries(tx: Tx, deliveries: readonly WebhookDelivery[]): Promise<void> {
  if (deliveries.length > 0) await insertRows(tx, WebhookDelivery, deliveries);
}

export async function findDelivery(reader: Reader, id: string): Promise<WebhookDelivery | null> {
  const rows = await reader.query<Raw>('SELECT * FROM webhook_delivery WHERE id = ?', [id]);
  return fromRows(reader, WebhookDelivery, rows)[0] ?? null;
}

export async function updateDelivery(tx: Tx, id: string, patch: Partial<WebhookDelivery>): Promise<void> {
  await updateRows(tx, WebhookDelivery, { id }, patch);
}

/** Newest first, those before `before`. */
export async function readDeliveries(
  reader: Reader,
  { webhookId, state }: { webhookId: string; state: WebhookDelivery['state'] | null },
  before: string | null,
  size: number,
): Promise<WebhookDelivery[]> {
  const where = ['webhook_id = ?', ...(state ? ['state = ?'] : []), ...(before ? ['id < ?'] : [])].join(' AND ');
  const values = [webhookId, ...(state ? [state] : []), ...(before ? [before] : []), size];
  const rows = await reader.query<Raw>(`SELECT * FROM webhook_delivery WHERE ${where} ORDER BY id DESC LIMIT ?`, values);
  return fromRows(reader, WebhookDelivery, rows);
}

/** Those that are done with, oldest first: of these ids, or all since a time. */
export async function readEnded(
  reader: Reader,
  webhookId: string,
  { ids, since }: { ids: readonly string[] | null; since: number | null },
  limit: number,
): Promise<WebhookDelivery[]> {
  const where = [
    `webhook_id = ? AND state <> 'PENDING'`,
    ...(ids ? [`id IN (${placeholders(ids)})`] : []),
    ...(since === null ? [] : ['created_at >= ?']),
  ].join(' AND ');
  const values = [webhookId, ...(ids ?? []), ...(since === null ? [] : [since]), limit];
  const rows = await reader.query<Raw>(`SELECT * FROM webhook_delivery WHERE ${where} ORDER BY id LIMIT ?`, values);
  return fromRows(reader, WebhookDelivery, rows);
}

/** Forgets what is older and done with. */
export async function forgetBefore(tx: Tx, time: number): Promise<number> {
  return tx.execute(`DELETE FROM webhook_delivery WHERE created_at < ? AND state <> 'PENDING'`, [time]);
}
