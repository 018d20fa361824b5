import Database from 'better-sqlite3';
import { isDerived } from '../../src/adapters/database/raw/raw-database.js';
import { bindable } from '../../src/adapters/database/placeholders.js';
import type { FixtureTable, Indexed } from './fixture.js';
import { knownColumns } from './words.js';

/** Rows that a table without any is given. */
const ROWS = 3;
export const MADE_AT = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;

/** Whose id stands in a column whose name does not say it. */
const POINTS_AT: Record<string, string> = {
  user: 'app_user',
  agent: 'app_user',
  assignee: 'app_user',
  owner: 'app_user',
  author: 'app_user',
  by: 'app_user',
  created_by: 'app_user',
  bot: 'responder',
  rule: 'automation_rule',
  import: 'list_import',
  view: 'saved_view',
  record: 'crm_record',
  company: 'crm_record',
  node: 'conversation',
  from: 'contact',
  to: 'crm_record',
  change: 'bulk_change',
  merged_into: 'conversation',
  provider: 'sign_in_provider',
};

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

const known = knownColumns();

/**
 * Puts rows into each table of a SQLite file that has none, and a value into each column that is new and empty everywhere, by what the
 * schema of that moment says: types, names that point at other tables, and the words that today's entities know.
 */
export class Filler {
  private readonly tables: { name: string; columns: Column[] }[];

  constructor(private readonly db: Database.Database) {
    const names = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[];
    this.tables = names
      .filter((name) => !isDerived(name))
      .map((name) => ({ name, columns: db.pragma(`table_info("${name}")`) as Column[] }));
  }

  /** All that is missing; those that point at the fewest others come first, so that what they point at is there. */
  fill(): void {
    const pointers = ({ columns }: { columns: Column[] }): number => columns.filter(({ name }) => name.endsWith('_id')).length;
    for (const table of this.tables.toSorted((a, b) => pointers(a) - pointers(b))) {
      const there = this.db.prepare(`SELECT count(*) FROM "${table.name}"`).pluck().get() as number;
      if (there === 0) for (let n = 1; n <= ROWS; n++) this.insert(table, n);
      else for (const column of table.columns) this.complete(table.name, column);
    }
  }

  private insert(table: { name: string; columns: Column[] }, n: number): void {
    // The first row has nothing in what may be empty, as a row of an older version has.
    const columns = table.columns.filter((column) => n > 1 || column.notnull || column.pk);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values = columns.map((column) => this.value(table.name, column, n));
    this.db
      .prepare(`INSERT INTO "${table.name}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...bindable(values, 'sqlite'));
  }

  private complete(table: string, column: Column): void {
    if (column.notnull || column.pk || table === 'audit_entry') return;
    const held = this.db.prepare(`SELECT 1 FROM "${table}" WHERE "${column.name}" IS NOT NULL LIMIT 1`).get();
    if (held) return;
    this.db
      .prepare(`UPDATE "${table}" SET "${column.name}" = ? WHERE rowid = (SELECT max(rowid) FROM "${table}")`)
      .run(...bindable([this.value(table, column, 2)], 'sqlite'));
  }

  private value(table: string, { name, type }: Column, n: number): unknown {
    const place = `${table}.${name}`;
    if (type === 'boolean') return n % 2 === 0;
    if (type === 'bigint' && /(^|_)(at|since|until|due|began|last)$/.test(name)) return MADE_AT - n * HOUR;
    if (/int/i.test(type)) return n;
    const words = known.words.get(place);
    if (words) return words[n % words.length];
    const json = known.json.get(place);
    if (json) return json;
    if (/_id$/.test(name)) return this.pointer(name.slice(0, -3), n);
    if (name === 'id') return `${table}_${String(n).padStart(4, '0')}`;
    if (/email|address|value|account/.test(name)) return `person${n}@${table.replaceAll('_', '-')}.example`;
    if (/hash|key|secret|token|mark/.test(name)) return `${name}-${n}`;
    return `${name} ${n} of ${table.replaceAll('_', ' ')}`;
  }

  /** The id of a row that is there; of nothing when there is no such table. */
  private pointer(name: string, n: number): string {
    const target = this.tables.find((table) => table.name === (POINTS_AT[name] ?? name) || table.name === name);
    const column = target?.columns.find((one) => one.pk === 1)?.name;
    const ids =
      target && column ? (this.db.prepare(`SELECT "${column}" FROM "${target.name}" ORDER BY 1`).pluck().all() as unknown[]) : [];
    return String(ids[(n - 1) % Math.max(ids.length, 1)] ?? `${name}_${n}`) + (ids.length > 0 && ids.length < n ? `-${n}` : '');
  }
}

/** Words for an index, one entry for each of the first rows. */
export function indexed(tables: readonly FixtureTable[], name: string): Indexed[] {
  const table = tables.find((one) => one.name === name);
  const id = table?.columns.indexOf('id') ?? -1;
  if (!table || id < 0) return [];
  return table.rows.slice(0, ROWS).map((row, n) => [String(row[id]), n + 1, `teapot number${n + 1}`]);
}
