import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { MIGRATIONS } from '../../src/adapters/database/migrations/index.js';
import { openDatabase } from '../../src/adapters/database/open.js';
import { ENTITIES } from '../../src/app/entities.js';

/** Any number that nobody else locks with. */
const LOCK = 7_264_118;
const PREFIX = 'balie_test_template_';

/** What the migrations are: another name for each other text, so that a template that is out of date is not taken. */
const name = (): string => {
  const texts = MIGRATIONS.map((Migration) => `${Migration.name}${String(Migration)}`);
  return `${PREFIX}${createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16)}`;
};

/**
 * A PostgreSQL database that has the schema and nothing else, as a copy of one that is kept: each test file has a database of its own, and
 * running all migrations for each takes longer than most tests. The one that is copied is made once by whoever comes first, and one of another
 * schema is removed. Copying is done under the lock too: else somebody with another schema could remove it before it is copied.
 */
export async function copyTemplate(admin: string, dataDir: string, copy: string): Promise<void> {
  const wanted = name();
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock_shared($1)', [LOCK]);
    if (!(await templates(client)).includes(wanted)) {
      await client.query('SELECT pg_advisory_unlock_shared($1)', [LOCK]);
      await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
      await makeTemplate(client, admin, dataDir, wanted);
    }
    await client.query(`CREATE DATABASE "${copy}" TEMPLATE "${wanted}"`);
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}

async function makeTemplate(client: pg.Client, admin: string, dataDir: string, wanted: string): Promise<void> {
  const there = await templates(client);
  if (there.includes(wanted)) return;
  for (const other of there) await client.query(`DROP DATABASE IF EXISTS "${other}" WITH (FORCE)`);
  const making = `balie_test_${randomBytes(8).toString('hex')}`;
  await client.query(`CREATE DATABASE "${making}"`);
  const url = new URL(admin);
  url.pathname = `/${making}`;
  const log = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const made = await openDatabase({ url: url.href, dataDir, entities: ENTITIES, log, onFatal: fail });
  await made.close();
  await client.query(`ALTER DATABASE "${making}" RENAME TO "${wanted}"`);
}

async function templates(client: pg.Client): Promise<string[]> {
  const sql = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)';
  return (await client.query<{ datname: string }>(sql, [PREFIX])).rows.map(({ datname }) => datname);
}

function fail(error: unknown): void {
  throw new Error('The template of the test databases could not be made', { cause: error });
}
