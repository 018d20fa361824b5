import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { AutomationPlace } from './automation-place.entity.js';
import { AutomationRule } from './automation-rule.entity.js';
import { AutomationRun } from './automation-run.entity.js';

type Raw = Record<string, unknown>;
const PLACE = 'journal';

/** All rules in their order; at most as many as there may be. */
export async function listRules(reader: Reader, { active }: { active?: boolean } = {}): Promise<AutomationRule[]> {
  const where = active === undefined ? '' : 'WHERE active = ?';
  const sql = `SELECT * FROM automation_rule ${where} ORDER BY place, id`;
  return fromRows(reader, AutomationRule, await reader.query<Raw>(sql, active === undefined ? [] : [active]));
}

export async function findRule(reader: Reader, id: string): Promise<AutomationRule | null> {
  const rows = await reader.query<Raw>('SELECT * FROM automation_rule WHERE id = ?', [id]);
  return fromRows(reader, AutomationRule, rows)[0] ?? null;
}

export async function insertRule(tx: Tx, rule: AutomationRule): Promise<void> {
  await insertRows(tx, AutomationRule, [rule]);
}

/** False when it was changed since `version`. */
export async function updateRule(tx: Tx, id: string, version: number, patch: Partial<AutomationRule>): Promise<boolean> {
  return (await updateRows(tx, AutomationRule, { id, version }, patch)) === 1;
}

/** Its place among all; that is no new version of what it says. */
export async function placeRule(tx: Tx, id: string, place: number): Promise<void> {
  await updateRows(tx, AutomationRule, { id }, { place });
}

/** With its log. */
export async function deleteRule(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM automation_run WHERE rule_id = ?', [id]);
  await tx.execute('DELETE FROM automation_rule WHERE id = ?', [id]);
}

export async function insertRun(tx: Tx, run: AutomationRun): Promise<void> {
  await insertRows(tx, AutomationRun, [run]);
}

/** Whether a rule was run, or stopped, for an event. */
export async function wasRun(reader: Reader, ruleId: string, position: number): Promise<boolean> {
  const sql = 'SELECT id FROM automation_run WHERE rule_id = ? AND position = ?';
  return (await reader.query(sql, [ruleId, position])).length > 0;
}

/** How often a rule has acted on a conversation since a time; what was stopped does not count. */
export async function countRuns(reader: Reader, ruleId: string, conversationId: string, since: number): Promise<number> {
  const sql = `SELECT COUNT(*) AS n FROM automation_run WHERE rule_id = ? AND conversation_id = ? AND at > ? AND outcome <> 'STOPPED'`;
  const [row] = await reader.query<{ n: number | string }>(sql, [ruleId, conversationId, since]);
  return Number(row?.n ?? 0);
}

/** The log of a rule, newest first, those before `before`. */
export async function readRuns(reader: Reader, ruleId: string, before: string | null, size: number): Promise<AutomationRun[]> {
  const sql = `SELECT * FROM automation_run WHERE rule_id = ? ${before ? 'AND id < ?' : ''} ORDER BY id DESC LIMIT ?`;
  const values = [ruleId, ...(before ? [before] : []), size];
  return fromRows(reader, AutomationRun, await reader.query<Raw>(sql, values));
}

/** Forgets what is older; at most so many at once. Answers how many there were. */
export async function forgetRuns(tx: Tx, before: number, limit: number): Promise<number> {
  const sql = 'DELETE FROM automation_run WHERE id IN (SELECT id FROM automation_run WHERE at < ? ORDER BY at LIMIT ?)';
  return tx.execute(sql, [before, limit]);
}

export async function findPlace(reader: Reader): Promise<number | null> {
  const sql = 'SELECT position FROM automation_place WHERE id = ?';
  const [row] = await reader.query<{ position: number | string }>(sql, [PLACE]);
  return row ? Number(row.position) : null;
}

/** Begins to read the journal at a position, unless that was begun already. */
export async function beginAt(tx: Tx, position: number): Promise<void> {
  await insertRows(tx, AutomationPlace, [{ id: PLACE, position }], 'ON CONFLICT DO NOTHING');
}

/** Moves on in the journal; false when another process has. */
export async function advance(tx: Tx, from: number, to: number): Promise<boolean> {
  const sql = 'UPDATE automation_place SET position = ? WHERE id = ? AND position = ?';
  return (await tx.execute(sql, [to, PLACE, from])) === 1;
}
