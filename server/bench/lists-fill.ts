// Conversations with what hangs on them, written by the database itself, as a workspace of some years has them.
import { setTimeout as delay } from 'node:timers/promises';
import type { Stack } from './stack.js';

export const INBOXES = 100;
/** A contact has written so many of the conversations. */
export const PER_CONTACT = 4;
const MESSAGES_EACH = 2;
/** Each hundredth message has a file. */
const PER_FILE = 100;
/** A word that is in so many messages; all of one length, as the last word of a search is taken as the beginning of one. */
const PER_RARE = 20;
/** So many of the newest conversations have a word of their own: as many hits, however many there are besides. */
const LATELY = 5_000;
const TAIL = '70008000000000000000';

interface Sql {
  series(count: number): string;
  hex(n: string): string;
  digits(n: string): string;
  no: string;
}
const FORMS: Record<Stack['dialect'], Sql> = {
  sqlite: {
    series: (count) => `WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${count})`,
    hex: (n) => `printf('%012x', ${n})`,
    digits: (n) => `printf('%06d', ${n})`,
    no: '0',
  },
  postgres: {
    series: (count) => `WITH s AS (SELECT generate_series(0, ${count - 1}) AS n)`,
    hex: (n) => `lpad(to_hex(${n}), 12, '0')`,
    digits: (n) => `lpad(CAST(${n} AS text), 6, '0')`,
    no: 'false',
  },
};

/** The id of the n-th of a kind, as the database writes it too. */
export function idOf(prefix: string, n: number): string {
  return `${prefix}_${n.toString(16).padStart(12, '0')}${TAIL}`;
}

/** Rows by the database itself; the index of the search by the server's own job. */
export async function fillConversations({ db, dialect }: Stack, count: number, inboxIds: readonly string[]): Promise<void> {
  const { series, hex, digits, no } = FORMS[dialect];
  const id = (prefix: string, n: string): string => `'${prefix}_' || ${hex(n)} || '${TAIL}'`;
  const inboxes = inboxIds.map((inboxId, index) => `(${index}, '${inboxId}')`).join(', ');
  await db.run(
    `CREATE TABLE bench_inbox (n integer PRIMARY KEY, id varchar NOT NULL); INSERT INTO bench_inbox VALUES ${inboxes}`,
  );
  const at = '1700000000000 + s.n * 1000';
  const contacts = series(Math.ceil(count / PER_CONTACT));
  await db.run(`INSERT INTO contact (id, name, fields, created_at, updated_at, version) ${contacts}
    SELECT ${id('con', 's.n')}, 'Somebody ' || s.n, '{}', ${at}, ${at}, 1 FROM s`);
  await db.run(`INSERT INTO contact_identity (id, contact_id, kind, value, value_key, domain, verified, created_at) ${contacts}
    SELECT ${id('idn', 's.n')}, ${id('con', 's.n')}, 'email', 's' || s.n || '@far.example', 's' || s.n || '@far.example', 'far.example',
      ${no}, ${at} FROM s`);
  await db.run(`INSERT INTO conversation (id, inbox_id, number, subject, preview, status, placement, bot_control, last_message_at,
    last_direction, created_at, updated_at, seq, message_count, contact_id) ${series(count)}
    SELECT ${id('cnv', 's.n')}, b.id, s.n + 1, 'Subject ' || s.n, 'The first words',
      CASE WHEN s.n / ${INBOXES} % 10 < 3 THEN 'OPEN' ELSE 'CLOSED' END, 'INBOX', 'NONE', ${at}, 'INBOUND', ${at}, ${at}, ${MESSAGES_EACH},
      ${MESSAGES_EACH}, ${id('con', `s.n / ${PER_CONTACT}`)}
    FROM s JOIN bench_inbox b ON b.n = s.n % ${INBOXES}`);
  for (let each = 0; each < MESSAGES_EACH; each++) {
    const n = `s.n * ${MESSAGES_EACH} + ${each}`;
    await db.run(`INSERT INTO message (id, conversation_id, seq, kind, direction, author_kind, author_id, author_name, text, parts, data, at,
      created_at, updated_at) ${series(count)}
      SELECT ${id('msg', n)}, ${id('cnv', 's.n')}, ${each + 1}, 'MESSAGE', 'INBOUND', 'CONTACT', ${id('con', `s.n / ${PER_CONTACT}`)},
        'Somebody', 'Words that are common to each message, and rare' || ${digits(`s.n / ${PER_RARE / MESSAGES_EACH}`)}
          || CASE WHEN s.n >= ${count - LATELY} THEN ' to few of them, lately' ELSE ' to few of them' END || ', about matter ' || (s.n % 997), '[]', '{}', ${at}, ${at}, ${at} FROM s`);
  }
  // Of odd messages too, and in each inbox.
  await db.run(`INSERT INTO attachment (id, message_id, position, name, mime, bytes, inline, state, created_at)
    ${series(Math.floor((count * MESSAGES_EACH) / PER_FILE))}
    SELECT ${id('att', 's.n')}, ${id('msg', `s.n * ${PER_FILE} + s.n % ${PER_FILE}`)}, 0, 'plan.pdf', 'application/pdf', 100, ${no}, 'READY', 0
    FROM s`);
  await db.run(`UPDATE conversation SET has_file = ${dialect === 'sqlite' ? '1' : 'true'}
    WHERE id IN (SELECT m.conversation_id FROM attachment a JOIN message m ON m.id = a.message_id)`);
  await db.run(`INSERT INTO inbox_count (inbox_id, scope, key, count)
    SELECT inbox_id, 'open', '', COUNT(*) FROM conversation WHERE status = 'OPEN' GROUP BY inbox_id
    UNION ALL SELECT inbox_id, 'unassigned', '', COUNT(*) FROM conversation WHERE status = 'OPEN' GROUP BY inbox_id`);
  await db.run(`INSERT INTO job (id, name, payload, state, run_at, attempts, max_attempts, correlation_id, created_at, updated_at)
    VALUES ('job_bench', 'search.index', '{"of":"all"}', 'PENDING', 0, 0, 25, 'bench', 0, 0)`);
  const left = `SELECT ${count * MESSAGES_EACH} - COUNT(*) AS n FROM search_entry`;
  while (Number((await db.row<{ n: number | string }>(left)).n) > 0) await delay(1_000);
  await db.run('ANALYZE');
}
