import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Responder } from './responder.entity.js';

type Raw = Record<string, unknown>;

/** All responders, oldest first; of one plugin where it is named. */
export async function listResponders(reader: Reader, pluginId?: string): Promise<Responder[]> {
  const where = pluginId === undefined ? '' : 'WHERE plugin_id = ?';
  const rows = await reader.query<Raw>(`SELECT * FROM responder ${where} ORDER BY id`, pluginId === undefined ? [] : [pluginId]);
  return fromRows(reader, Responder, rows);
}

export async function findResponder(reader: Reader, id: string): Promise<Responder | null> {
  return fromRows(reader, Responder, await reader.query<Raw>('SELECT * FROM responder WHERE id = ?', [id]))[0] ?? null;
}

export async function insertResponder(tx: Tx, responder: Responder): Promise<void> {
  await insertRows(tx, Responder, [responder]);
  tell(tx, responder.id, 'CREATED');
}

/** False when it was changed since `version`. */
export async function updateResponder(tx: Tx, id: string, version: number, patch: Partial<Responder>): Promise<boolean> {
  const changed = { ...patch, version: version + 1, updatedAt: tx.now };
  const done = (await updateRows(tx, Responder, { id, version }, changed)) === 1;
  if (done) tell(tx, id, 'UPDATED');
  return done;
}

/** How far it has heard; never back. Nobody is told of it. */
export async function noteHeard(tx: Tx, id: string, position: number): Promise<void> {
  await tx.execute('UPDATE responder SET position = ? WHERE id = ? AND position < ?', [position, id, position]);
}

/** What went wrong last, or that nothing does any more. */
export async function noteTroubleOf(tx: Tx, id: string, stateMessage: string | null): Promise<void> {
  const changed = await tx.execute(
    `UPDATE responder SET state_message = ?, updated_at = ?, version = version + 1 WHERE id = ? AND COALESCE(state_message, '') <> ?`,
    [stateMessage, tx.now, id, stateMessage ?? ''],
  );
  if (changed === 1) tell(tx, id, 'UPDATED');
}

export async function deleteResponder(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM responder WHERE id = ?', [id]);
  await tx.execute('DELETE FROM plugin_state WHERE instance_id = ?', [id]);
  await tx.execute('DELETE FROM issue WHERE instance_id = ?', [id]);
  await tx.execute('DELETE FROM linked_account WHERE responder_id = ?', [id]);
  tell(tx, id, 'DELETED');
}

function tell(tx: Tx, nodeId: string, change: 'CREATED' | 'UPDATED' | 'DELETED'): void {
  tx.emit({ type: `responder.${change.toLowerCase()}`, change, nodeId, inboxId: null, audience: 'admins' });
}
