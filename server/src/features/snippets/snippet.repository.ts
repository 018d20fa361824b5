import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Snippet } from './snippet.entity.js';

type Raw = Record<string, unknown>;

/** Shared ones and somebody's own, by name. */
export async function listSnippets(reader: Reader, userId: string, limit: number): Promise<Snippet[]> {
  const sql = "SELECT * FROM snippet WHERE scope_key IN ('', ?) ORDER BY name_key, id LIMIT ?";
  return fromRows(reader, Snippet, await reader.query<Raw>(sql, [userId, limit]));
}

/** Snippets by id, in no order. */
export async function findSnippets(reader: Reader, ids: readonly string[]): Promise<Snippet[]> {
  if (ids.length === 0) return [];
  return fromRows(reader, Snippet, await reader.query<Raw>(`SELECT * FROM snippet WHERE id IN (${placeholders(ids)})`, ids));
}

export async function findSnippet(reader: Reader, id: string): Promise<Snippet | null> {
  return fromRows(reader, Snippet, await reader.query<Raw>('SELECT * FROM snippet WHERE id = ?', [id]))[0] ?? null;
}

/** Those of a scope that have this name or this shortcut. */
export async function clashing(reader: Reader, { scopeKey, nameKey, shortcut }: Snippet): Promise<Snippet[]> {
  const sql = 'SELECT * FROM snippet WHERE scope_key = ? AND (name_key = ? OR shortcut = ?)';
  return fromRows(reader, Snippet, await reader.query<Raw>(sql, [scopeKey, nameKey, shortcut]));
}

export async function countSnippets(reader: Reader, scopeKey: string): Promise<number> {
  const rows = await reader.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM snippet WHERE scope_key = ?', [scopeKey]);
  return Number(rows[0]?.n ?? 0);
}

export async function insertSnippet(tx: Tx, snippet: Snippet): Promise<void> {
  await insertRows(tx, Snippet, [snippet]);
}

/** False when it is of another version by now. */
export async function updateSnippet(tx: Tx, id: string, version: number, patch: Partial<Snippet>): Promise<boolean> {
  return (await updateRows(tx, Snippet, { id, version }, patch)) === 1;
}

export async function deleteSnippet(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM snippet WHERE id = ?', [id]);
}
