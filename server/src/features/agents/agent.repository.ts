import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
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

/** Everybody, by name. */
export async function listEverybody(reader: Reader): Promise<User[]> {
  return fromRows(reader, User, await reader.query<Raw>('SELECT * FROM app_user ORDER BY LOWER(name), id'));
}

/** How many active owners there are. */
export async function countOwners(reader: Reader): Promise<number> {
  const sql = `SELECT COUNT(*) AS "count" FROM app_user WHERE role = 'OWNER' AND state = 'ACTIVE'`;
  return Number((await reader.query<{ count: number | string }>(sql))[0]?.count ?? 0);
}

/** Agents who were removed, by name. */
export async function listFormerAgents(reader: Reader): Promise<User[]> {
  const rows = await reader.query<Raw>(`SELECT * FROM app_user WHERE state <> 'ACTIVE' ORDER BY LOWER(name), id LIMIT 500`);
  return fromRows(reader, User, rows);
}

/** The agent who signs in with this address, in lower case. */
export async function findAgentByEmail(reader: Reader, email: string): Promise<User | null> {
  return fromRows(reader, User, await reader.query<Raw>('SELECT * FROM app_user WHERE email = ?', [email]))[0] ?? null;
}

/** Whether the first run has made its owner. */
export async function hasOwner(reader: Reader): Promise<boolean> {
  return (await reader.query<Raw>(`SELECT id FROM app_user WHERE role = 'OWNER' LIMIT 1`)).length > 0;
}

/** Writes a new agent. */
export async function insertAgent(tx: Tx, agent: User): Promise<void> {
  await insertRows(tx, User, [agent]);
}

/** Changes an agent and counts the version up. */
export async function updateAgent(tx: Tx, agent: User, patch: Partial<User>): Promise<User> {
  const changed = { ...patch, updatedAt: tx.now, version: agent.version + 1 };
  await updateRows(tx, User, { id: agent.id }, changed);
  return { ...agent, ...changed };
}
