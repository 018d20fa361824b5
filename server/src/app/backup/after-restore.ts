import type { RawDatabase } from '../../adapters/database/raw/raw-database.js';
import { ACKNOWLEDGE } from '../../features/acknowledgements/index.js';
import { SENDING_LANE } from '../../features/delivery/index.js';
import { LINK_MAIL } from '../../features/people/index.js';
import { LIST_INDEX_JOB } from '../../features/list-index/index.js';
import { INDEX_JOB } from '../../features/search-index/index.js';
import { newId } from '../../kernel/ids.js';

/**
 * In the transaction that loads it: nothing leaves until a person lets it, and what was waiting to leave counts as begun, so that it is
 * looked for and never sent again by itself. What is planned for later than now has surely not left yet.
 */
export async function holdEverything(
  database: RawDatabase,
  { from, to, now }: { from: string; to: string; now: number },
): Promise<void> {
  await holdSending(database);
  await database.execute(
    `UPDATE delivery SET status = 'SENDING', next_attempt_at = NULL, updated_at = ?, version = version + 1
     WHERE status IN ('QUEUED', 'DEFERRED') OR (status = 'HELD' AND coalesce(next_attempt_at, 0) <= ?)`,
    [now, now],
  );
  // Either may have been said already; a person can have both again.
  await database.execute('DELETE FROM job WHERE name IN (?, ?)', [ACKNOWLEDGE, LINK_MAIL]);
  await readAgain(database, now);
  if (from === to) return;
  await database.execute(`UPDATE plugin_installation SET folder = ? || substr(folder, ?) WHERE substr(folder, 1, ?) = ?`, [
    to,
    from.length + 1,
    from.length + 1,
    `${from}/`,
  ]);
}

/** From now on nothing is sent, in any process. */
export async function holdSending(database: RawDatabase): Promise<void> {
  await database.execute(
    `INSERT INTO lane (name, held_until) VALUES (?, NULL) ON CONFLICT (name) DO UPDATE SET held_until = NULL`,
    [SENDING_LANE],
  );
}

/** The words of messages, contacts and records are not in a backup: they are read again, newest first. */
export async function readAgain(database: RawDatabase, now: number): Promise<void> {
  const migrations = await database.migrations();
  const again = READ_AGAIN.filter(({ since }) => migrations.includes(since));
  for (const job of new Set(again.map(({ job: name }) => name))) await database.execute('DELETE FROM job WHERE name = ?', [job]);
  for (const { job, of, table } of again)
    await database.execute(
      `INSERT INTO job (id, name, payload, state, run_at, attempts, max_attempts, correlation_id, created_at, updated_at)
       SELECT '${newId('job')}', '${job}', '{"of":"${of}"}', 'PENDING', 0, 0, 25, 'restore', ${now}, ${now}
       WHERE EXISTS (SELECT 1 FROM ${table})`,
    );
}

/** What is read again, from which table, and the migration that brought its index. */
const READ_AGAIN = [
  { job: INDEX_JOB, of: 'all', table: 'message', since: 'Search1764400000000' },
  { job: LIST_INDEX_JOB, of: 'contacts', table: 'contact', since: 'ListIndex1764655900000' },
  { job: LIST_INDEX_JOB, of: 'records', table: 'crm_record', since: 'ListIndex1764655900000' },
];

/** Without its key nothing that was sealed opens: each channel asks for its password again. */
export async function loseKey(database: RawDatabase): Promise<void> {
  await database.execute('DELETE FROM plugin_state WHERE sealed = ?', [true]);
  if ((await database.tables()).some(({ name }) => name === 'responder'))
    await database.execute('UPDATE responder SET secrets = NULL, active = ? WHERE secrets IS NOT NULL', [false]);
  await database.execute(
    `UPDATE channel SET secrets = NULL, authorized = ?, state = 'UNAUTHORIZED', state_message = ? WHERE secrets IS NOT NULL`,
    [false, 'The secret key was lost with the old instance: give the password of this channel again.'],
  );
}
