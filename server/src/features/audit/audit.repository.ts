import type { AuditAction } from '../../generated/graphql.js';
import { fromRows, placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { chained } from './audit.js';
import { AuditEntry } from './audit-entry.entity.js';

type Raw = Record<string, unknown>;

/** Which entries are asked for. */
export interface AuditQuery {
  actorId?: string | null;
  actions?: readonly AuditAction[] | null;
  objectId?: string | null;
  text?: string | null;
  from?: number | null;
  until?: number | null;
}

/** Newest first, those before `before`. */
export async function readEntries(reader: Reader, query: AuditQuery, before: number | null, size: number): Promise<AuditEntry[]> {
  const where: string[] = [];
  const values: unknown[] = [];
  const and = (condition: string, ...parameters: unknown[]): void => {
    where.push(condition);
    values.push(...parameters);
  };
  if (before !== null) and('seq < ?', before);
  if (query.actorId) and('actor_id = ?', query.actorId);
  if (query.objectId) and('object_id = ?', query.objectId);
  if (query.actions && query.actions.length > 0) and(`action IN (${placeholders(query.actions)})`, ...query.actions);
  const text = query.text?.trim().toLowerCase();
  if (text) and(`names LIKE ? ESCAPE '!'`, `%${text.replaceAll(/[!%_]/g, '!$&')}%`);
  if (query.from != null) and('at >= ?', query.from);
  if (query.until != null) and('at < ?', query.until);
  const condition = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
  const rows = await reader.query<Raw>(`SELECT * FROM audit_entry ${condition} ORDER BY seq DESC LIMIT ?`, [...values, size]);
  return fromRows(reader, AuditEntry, rows);
}

export async function findEntry(reader: Reader, id: string): Promise<AuditEntry | null> {
  return fromRows(reader, AuditEntry, await reader.query<Raw>('SELECT * FROM audit_entry WHERE id = ?', [id]))[0] ?? null;
}

const BATCH = 500;

/** The number of the first entry that is missing or was changed; null when the chain is whole. */
export async function firstBrokenEntry(reader: Reader): Promise<number | null> {
  let seq = 0;
  let hash = '';
  for (;;) {
    const rows = await reader.query<Raw>('SELECT * FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?', [seq, BATCH]);
    for (const entry of fromRows(reader, AuditEntry, rows)) {
      if (entry.seq !== seq + 1 || entry.hash !== chained(hash, entry)) return seq + 1;
      ({ seq, hash } = entry);
    }
    if (rows.length < BATCH) break;
  }
  const [head] = await reader.query<{ seq: number | string; hash: string }>('SELECT seq, hash FROM audit_head WHERE id = 1');
  return Number(head?.seq) === seq && head?.hash === hash ? null : seq + 1;
}
