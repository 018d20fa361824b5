import { Issue } from './issue.entity.js';
import { newId } from '../../kernel/ids.js';
import { fromRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';

/** Something that a person should know of a plugin or of a configured instance, until it is cleared. */
export interface RaisedIssue {
  severity: 'warning' | 'error';
  title: string;
  learnMore?: string;
}

/** Raises it, or replaces what was raised under the same key. */
export async function raiseIssue(tx: Tx, instanceId: string, key: string, issue: RaisedIssue): Promise<void> {
  await tx.execute(
    `INSERT INTO issue (id, instance_id, "key", severity, title, learn_more, raised_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (instance_id, "key") DO UPDATE SET severity = excluded.severity, title = excluded.title, learn_more = excluded.learn_more`,
    [newId('issue'), instanceId, key, issue.severity, issue.title, issue.learnMore ?? null, tx.now],
  );
}

export async function clearIssue(tx: Tx, instanceId: string, key: string): Promise<void> {
  await tx.execute('DELETE FROM issue WHERE instance_id = ? AND "key" = ?', [instanceId, key]);
}

/** What these instances and plugins have raised, the newest first. */
export async function issuesOf(reader: Reader, instanceIds: readonly string[]): Promise<Issue[]> {
  if (instanceIds.length === 0) return [];
  const sql = `SELECT * FROM issue WHERE instance_id IN (${placeholders(instanceIds)}) ORDER BY raised_at DESC, id LIMIT 200`;
  return fromRows(reader, Issue, await reader.query<Record<string, unknown>>(sql, instanceIds));
}
