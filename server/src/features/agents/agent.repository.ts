import { fromRows, placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { User } from './user.entity.js';

type Raw = Record<string, unknown>;

/** Agents by id, active or not, in no order. */
export async function findAgents(reader: Reader, ids: readonly string[]): Promise<User[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<Raw>(`SELECT * FROM app_user WHERE id IN (${placeholders(ids)})`, ids);
  return fromRows(reader, User, rows);
}

/** The active agents of the workspace, by name. */
export async function listActiveAgents(reader: Reader): Promise<User[]> {
  const rows = await reader.query<Raw>(`SELECT * FROM app_user WHERE state = 'ACTIVE' ORDER BY LOWER(name), id`);
  return fromRows(reader, User, rows);
}
