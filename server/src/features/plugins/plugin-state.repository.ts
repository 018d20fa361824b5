import { DomainError } from '../../kernel/errors.js';
import type { Reader, Tx } from '../../kernel/uow.js';

/** Limits of a plugin's own store (architecture 2.3, reason 10). */
const MAX_VALUE_BYTES = 64 * 1024;
const MAX_INSTANCE_BYTES = 50 * 1024 * 1024;

/** A value as it is kept: JSON, or encrypted JSON. */
export interface StoredState {
  text: string;
  sealed: boolean;
  version: number;
}

interface Row {
  value: string;
  sealed: boolean | number;
  version: number;
}

/** A value that is there and has not run out. */
export async function getState(reader: Reader, instanceId: string, key: string, now: number): Promise<StoredState | null> {
  const sql =
    'SELECT value, sealed, version FROM plugin_state WHERE instance_id = ? AND "key" = ? AND (expires_at IS NULL OR expires_at > ?)';
  const [row] = await reader.query<Row>(sql, [instanceId, key, now]);
  return row ? { text: row.value, sealed: Boolean(row.sealed), version: Number(row.version) } : null;
}

/** Sets a value; with `ifVersion` only when it is still that one (0: when there is none), else CONFLICT. */
export async function setState(
  tx: Tx,
  instanceId: string,
  key: string,
  { text, sealed }: Omit<StoredState, 'version'>,
  o: { ttlMs?: number; ifVersion?: number } = {},
): Promise<{ version: number }> {
  if (Buffer.byteLength(text) > MAX_VALUE_BYTES)
    throw new DomainError('LIMIT', `A value of the store may have ${MAX_VALUE_BYTES} bytes.`);
  await checkRoom(tx, instanceId, text);
  const current = await getState(tx, instanceId, key, tx.now);
  if (o.ifVersion !== undefined && (current?.version ?? 0) !== o.ifVersion)
    throw new DomainError('CONFLICT', `${key} was changed by somebody else.`);
  const version = (current?.version ?? 0) + 1;
  const expiresAt = o.ttlMs === undefined ? null : tx.now + o.ttlMs;
  const written = await tx.execute(
    `INSERT INTO plugin_state (instance_id, "key", value, sealed, version, expires_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (instance_id, "key") DO UPDATE SET value = excluded.value, sealed = excluded.sealed, version = excluded.version, expires_at = excluded.expires_at
     WHERE plugin_state.version < excluded.version OR plugin_state.expires_at <= ?`,
    [instanceId, key, text, sealed, version, expiresAt, tx.now],
  );
  if (written === 0) throw new DomainError('CONFLICT', `${key} was changed by somebody else.`);
  return { version };
}

export async function deleteState(tx: Tx, instanceId: string, key: string): Promise<void> {
  await tx.execute('DELETE FROM plugin_state WHERE instance_id = ? AND "key" = ?', [instanceId, key]);
}

/** Deletes all that is kept for a channel or responder. */
export async function deleteStatesOf(tx: Tx, instanceId: string): Promise<void> {
  await tx.execute('DELETE FROM plugin_state WHERE instance_id = ?', [instanceId]);
}

async function checkRoom(tx: Tx, instanceId: string, text: string): Promise<void> {
  const sql = 'SELECT COALESCE(SUM(LENGTH(value)), 0) AS bytes FROM plugin_state WHERE instance_id = ?';
  const [row] = await tx.query<{ bytes: number }>(sql, [instanceId]);
  if (Number(row?.bytes ?? 0) + text.length > MAX_INSTANCE_BYTES)
    throw new DomainError('LIMIT', `The store of an instance may have ${MAX_INSTANCE_BYTES} bytes.`);
}
