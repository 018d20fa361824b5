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

/** Tokens that were not revoked, newest first: those of integrations, or with `userId` a person's own. */
export async function listTokens(reader: Reader, userId: string | null = null): Promise<ApiToken[]> {
  const [whose, values] = userId === null ? ['user_id IS NULL', []] : ['user_id = ?', [userId]];
  const sql = `SELECT * FROM api_token WHERE ${whose} AND revoked_at IS NULL ORDER BY id DESC`;
  return fromRows(reader, ApiToken, await reader.query<Raw>(sql, values));
}

/** Whether a token has or had this id. */
export async function isTokenIdTaken(reader: Reader, id: string): Promise<boolean> {
  return (await reader.query<Raw>('SELECT id FROM api_token WHERE id = ?', [id])).length > 0;
}

export async function insertToken(tx: Tx, token: ApiToken): Promise<void> {
  await insertRows(tx, ApiToken, [token]);
}

export async function updateToken(tx: Tx, id: string, patch: Partial<ApiToken>): Promise<void> {
  await updateRows(tx, ApiToken, { id }, patch);
}
