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
 * The name of a PostgreSQL database that has the schema and nothing else, to be copied: each test file has a database of its own, and
 * running all migrations for each takes longer than most tests. Made once by whoever comes first; one of an earlier schema is removed.
 */
export async function templateDatabase(admin: string, dataDir: string): Promise<string> {
  const wanted = name();
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      PREFIX,
    ]);
    if (rows.some(({ datname }) => datname === wanted)) return wanted;
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
    const making = `balie_test_${randomBytes(8).toString('hex')}`;
    await client.query(`CREATE DATABASE "${making}"`);
    const url = new URL(admin);
    url.pathname = `/${making}`;
    const log = { log: () => undefined, warn: () => undefined, error: () => undefined };
    const made = await openDatabase({ url: url.href, dataDir, entities: ENTITIES, log, onFatal: fail });
    await made.close();
    await client.query(`ALTER DATABASE "${making}" RENAME TO "${wanted}"`);
    return wanted;
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}

function fail(error: unknown): void {
  throw new Error('The template of the test databases could not be made', { cause: error });
}
