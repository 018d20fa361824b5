import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { ImportKind } from './import-kinds.js';
import { ListImport } from './list-import.entity.js';
import { ImportProblem } from './import-problem.entity.js';

type Raw = Record<string, unknown>;

export async function findImport(reader: Reader, id: string): Promise<ListImport | null> {
  return fromRows(reader, ListImport, await reader.query<Raw>('SELECT * FROM list_import WHERE id = ?', [id]))[0] ?? null;
}

/** Those of a kind, or all; the newest first. */
export async function listImports(reader: Reader, kind: ImportKind | null, limit: number): Promise<ListImport[]> {
  const sql = `SELECT * FROM list_import ${kind ? 'WHERE kind = ?' : ''} ORDER BY started_at DESC, id DESC LIMIT ?`;
  return fromRows(reader, ListImport, await reader.query<Raw>(sql, kind ? [kind, limit] : [limit]));
}

/** False when the id is taken. */
export async function insertImport(tx: Tx, one: ListImport): Promise<boolean> {
  return (await insertRows(tx, ListImport, [one], 'ON CONFLICT DO NOTHING')) === 1;
}

/** False when it was further than `done` already: somebody else does it. */
export async function advanceImport(tx: Tx, { id, done }: ListImport, patch: Partial<ListImport>): Promise<boolean> {
  return (await updateRows(tx, ListImport, { id, done, state: 'RUNNING' }, patch)) === 1;
}

export async function insertProblems(tx: Tx, problems: readonly ImportProblem[]): Promise<void> {
  await insertRows(tx, ImportProblem, problems);
}

/** The rows that were not taken in, in the order of the file. */
export async function problemsOf(reader: Reader, importId: string, afterLine: number, limit: number): Promise<ImportProblem[]> {
  const sql = 'SELECT * FROM list_import_problem WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?';
  return fromRows(reader, ImportProblem, await reader.query<Raw>(sql, [importId, afterLine, limit]));
}

/** Forgets what stood in files that were taken in before then. */
export async function forgetProblems(tx: Tx, before: number): Promise<number> {
  return tx.execute(
    'DELETE FROM list_import_problem WHERE import_id IN (SELECT id FROM list_import WHERE ended_at IS NOT NULL AND ended_at <= ?)',
    [before],
  );
}

const KEYS = 400;

/** Whose these identities are, as far as they are anybody's. */
export async function ownersOf(
  reader: Reader,
  keys: readonly (readonly [kind: string, key: string])[],
): Promise<{ kind: string; valueKey: string; contactId: string }[]> {
  const unique = [...new Map(keys.map((one) => [one.join('\n'), one])).values()];
  const found: { kind: string; valueKey: string; contactId: string }[] = [];
  for (let start = 0; start < unique.length; start += KEYS) {
    const part = unique.slice(start, start + KEYS);
    const wanted = new Set(part.map((one) => one.join('\n')));
    const values = [...new Set(part.map(([, key]) => key))];
    const kinds = [...new Set(part.map(([kind]) => kind))];
    const rows = await reader.query<{ kind: string; value_key: string; contact_id: string }>(
      `SELECT kind, value_key, contact_id FROM contact_identity WHERE kind IN (${placeholders(kinds)}) AND value_key IN (${placeholders(values)})`,
      [...kinds, ...values],
    );
    for (const { kind, value_key: valueKey, contact_id: contactId } of rows)
      if (wanted.has(`${kind}\n${valueKey}`)) found.push({ kind, valueKey, contactId });
  }
  return found;
}
