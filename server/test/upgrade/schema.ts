import Database from 'better-sqlite3';
import pg from 'pg';
import type { Dialect } from '../../src/kernel/uow.js';

/** The statements that make the schema of a database as it is now, as the database itself tells it, in an order in which they run. */
export type Statements = string[];

/** Reads the schema of a SQLite file; what a virtual table makes for itself is not part of it. */
export function schemaOfSqlite(file: string): Statements {
  const db = new Database(file, { readonly: true });
  try {
    const made = db.prepare(`SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid`).all() as Made[];
    const virtual = made.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql)).map(({ name }) => `${name}_`);
    return made
      .filter(({ name }) => !name.startsWith('sqlite_') && !virtual.some((prefix) => name.startsWith(prefix)))
      .map(({ sql }) => sql);
  } finally {
    db.close();
  }
}

interface Made {
  name: string;
  sql: string;
}

/** Each one gives one column, `sql`. All that migrations make is in the schema `public`. */
const POSTGRES = [
  `SELECT pg_get_functiondef(p.oid) AS sql FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace ORDER BY p.proname`,
  `SELECT format('CREATE TABLE %I (%s)', c.relname, string_agg(format('%I %s%s', a.attname,
     CASE WHEN pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%' THEN 'serial'
       ELSE format_type(a.atttypid, a.atttypmod) || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END,
     CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), ', ' ORDER BY a.attnum)) AS sql
   FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
  `SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS sql
   FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
   WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('p', 'u', 'c', 'x', 'f')
   ORDER BY k.contype = 'f', c.relname COLLATE "C", k.conname COLLATE "C"`,
  `SELECT pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
   ORDER BY c.relname COLLATE "C"`,
  `SELECT pg_get_triggerdef(t.oid) AS sql FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal ORDER BY t.tgname`,
];

/** Reads the schema of a PostgreSQL database. */
export async function schemaOfPostgres(url: string): Promise<Statements> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: Statements = [];
    for (const query of POSTGRES) found.push(...(await client.query<{ sql: string }>(query)).rows.map(({ sql }) => sql));
    return found;
  } finally {
    await client.end();
  }
}

/** Reads the schema of either. */
export async function schemaOf(dialect: Dialect, url: string): Promise<Statements> {
  return dialect === 'sqlite' ? schemaOfSqlite(url) : schemaOfPostgres(url);
}

/** Makes the schema in an empty database. */
export async function makeSchema(dialect: Dialect, url: string, statements: Statements): Promise<void> {
  if (dialect === 'sqlite') {
    const db = new Database(url);
    db.exec(['BEGIN', ...statements, 'COMMIT'].join(';\n'));
    db.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements.join(';\n'));
  } finally {
    await client.end();
  }
}

/**
 * The same for schemas that are the same: columns that two versions added in another order are no difference, nor is where PostgreSQL writes the
 * types and brackets of a condition, which changes when it reads its own words.
 */
export function comparable(statements: Statements): string[] {
  return statements
    .map((statement) => statement.replaceAll(/\s+/g, ' ').replaceAll(/\( | \)/g, (space) => space.trim()))
    .map((statement) => {
      const table = /^CREATE TABLE ("?\w+"?) ?\((.*)\)$/.exec(statement);
      if (/^CREATE (UNIQUE )?INDEX/.test(statement)) return statement.replaceAll(/::(character varying|text)(\[\])?|[()]/g, '');
      if (!table) return statement;
      return `CREATE TABLE ${table[1]?.replaceAll('"', '')} (${parts(table[2] ?? '')
        .toSorted()
        .join(', ')})`;
    })
    .toSorted();
}

/** Between the commas that are not inside of brackets or quotes. */
function parts(list: string): string[] {
  const found = [''];
  let depth = 0;
  for (const token of list.match(/'[^']*'|"[^"]*"|[(),]|[^'"(),]+/g) ?? []) {
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (token === ',' && depth === 0) found.push('');
    else found[found.length - 1] += token;
  }
  return found.map((part) => part.trim());
}
