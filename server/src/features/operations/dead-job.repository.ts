import type { Keyset } from '../../kernel/keyset.js';
import type { Reader } from '../../kernel/uow.js';

/** A job that was given up after its last attempt, in the form of the schema. */
export interface DeadJob {
  __typename: 'DeadJob';
  id: string;
  name: string;
  attempts: number;
  error: string;
  failedAt: number;
}
interface Raw {
  id: string;
  name: string;
  attempts: number;
  last_error: string | null;
  updated_at: number | string;
}

const COLUMNS = 'SELECT id, name, attempts, last_error, updated_at FROM job';

/** Newest first, after the last one of the page before. */
export async function listDeadJobs(reader: Reader, after: Keyset | null, limit: number): Promise<DeadJob[]> {
  const beyond = after ? 'AND (updated_at < ? OR (updated_at = ? AND id < ?))' : '';
  const place = after ? [after.value, after.value, after.id] : [];
  const sql = `${COLUMNS} WHERE state = 'DEAD' ${beyond} ORDER BY updated_at DESC, id DESC LIMIT ?`;
  return (await reader.query<Raw>(sql, [...place, limit])).map(deadJob);
}

export async function findDeadJob(reader: Reader, id: string): Promise<DeadJob | null> {
  const [row] = await reader.query<Raw>(`${COLUMNS} WHERE state = 'DEAD' AND id = ?`, [id]);
  return row ? deadJob(row) : null;
}

function deadJob(row: Raw): DeadJob {
  return {
    __typename: 'DeadJob',
    id: row.id,
    name: row.name,
    attempts: row.attempts,
    error: row.last_error ?? '',
    failedAt: Number(row.updated_at),
  };
}
