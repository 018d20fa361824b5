import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ApiToken } from './api-token.entity.js';

type Raw = Record<string, unknown>;

/** The token with this secret or id, as long as it holds. */
export async function findLiveToken(
  reader: Reader,
  by: 'secret_hash' | 'id',
  value: string,
  now: number,
): Promise<ApiToken | null> {
  const sql = `SELECT * FROM api_token WHERE ${by} = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)`;
  return fromRows(reader, ApiToken, await reader.query<Raw>(sql, [value, now]))[0] ?? null;
}

/** Tokens that were not revoked, newest first. */
export async function listTokens(reader: Reader): Promise<ApiToken[]> {
  return fromRows(reader, ApiToken, await reader.query<Raw>('SELECT * FROM api_token WHERE revoked_at IS NULL ORDER BY id DESC'));
}

export async function insertToken(tx: Tx, token: ApiToken): Promise<void> {
  await insertRows(tx, ApiToken, [token]);
}

export async function updateToken(tx: Tx, id: string, patch: Partial<ApiToken>): Promise<void> {
  await updateRows(tx, ApiToken, { id }, patch);
}
