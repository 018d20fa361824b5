// Contacts with what hangs on them, written by the database itself, as a workspace of some years has them.
import { slotOf } from '../src/features/list-index/slots.js';
import { endsOfNumber } from '../src/features/list-index/terms.js';
import { factRows, factsOf, type Properties } from './contacts-facts.js';
import type { Stack } from './stack.js';

/** The first moment; each contact is made a second after the one before. */
const START = 1_600_000_000_000;
const EACH_MS = 1_000;
const PER_COMPANY = 20;
const FIRST_NAMES = 200;
const LAST_NAMES = 2_000;
const SYLLABLES =
  'ba be bo da de dor el en fa fe ga gre ha hel ja jan ka kla la lin ma mar na no pe pie ra ro sa ste ta to va ver wa wil'.split(
    ' ',
  );

/** What a query is filled in with. */
export interface Filled {
  contact(n: number): { id: string; first: string; last: string; mail: string; phone: string };
  /** Of the company that the contact works for. */
  company(n: number): { id: string; domain: string };
  /** The conversation with a contact; each fourth has one. */
  conversation(n: number): string;
  count: number;
}

interface Sql {
  series(count: number): string;
  /** A number as so many digits of base 16, or of base 10. */
  hex(n: string, digits: number): string;
  digits(n: string, digits: number): string;
  index: { into: string; words: (text: string) => string };
}
const FORMS: Record<Stack['dialect'], Sql> = {
  sqlite: {
    series: (count) => `WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${count})`,
    hex: (n, digits) => `printf('%0${digits}x', ${n})`,
    digits: (n, digits) => `printf('%0${digits}d', ${n})`,
    index: { into: 'list_input', words: (text) => text },
  },
  postgres: {
    series: (count) => `WITH s AS (SELECT CAST(generate_series(0, ${count - 1}) AS bigint) AS n)`,
    hex: (n, digits) => `lpad(to_hex(${n}), ${digits}, '0')`,
    digits: (n, digits) => `lpad(CAST(${n} AS text), ${digits}, '0')`,
    index: { into: 'list_entry', words: (text) => `array_to_tsvector(array_remove(string_to_array(${text}, ' '), ''))` },
  },
};

/** Fills the database, the index of the lists too. `ownerId` looks after each tenth contact and record. */
export async function fillContacts(
  stack: Stack,
  count: number,
  ids: { inboxId: string; ownerId: string; stages: Stages; properties: Properties },
): Promise<Filled> {
  const form = FORMS[stack.dialect];
  const run = (sql: string): Promise<void> => stack.db.run(sql);
  await writeNames(run);
  const names = `JOIN bench_first f ON f.n = s.n % ${FIRST_NAMES} JOIN bench_last l ON l.n = (s.n * 7919 / ${FIRST_NAMES}) % ${LAST_NAMES}`;
  const at = `(${START} + s.n * ${EACH_MS})`;
  const id = (prefix: string, n = 's.n'): string =>
    `'${prefix}_' || ${form.hex(`(${START} + (${n}) * ${EACH_MS})`, 12)} || '7000800000000000000' || 0`;
  const series = form.series(count);
  const mail = `f.word || '.' || l.word || s.n || '@firma' || (s.n / ${PER_COMPANY}) || '.example'`;
  const phone = `'+316' || ${form.digits('s.n', 8)}`;
  const owner = `CASE WHEN s.n % 10 = 0 THEN '${ids.ownerId}' END`;
  const facts = factsOf(stack.dialect, ids.properties);
  await run(`INSERT INTO contact (id, name, owner_id, fields, created_at, updated_at, version) ${series}
    SELECT ${id('con')}, f.word || ' ' || l.word, ${owner}, ${facts.fields}, ${at}, ${at}, 1 FROM s ${names}`);
  for (const sql of factRows(ids.properties, series, id('con'))) await run(sql);
  const identity = (kind: string, prefix: string, value: string, domain: string): string =>
    `INSERT INTO contact_identity (id, contact_id, kind, value, value_key, domain, verified, created_at) ${series}
     SELECT ${id(prefix)}, ${id('con')}, '${kind}', ${value}, ${value}, ${domain}, ${stack.dialect === 'sqlite' ? '0' : 'false'}, ${at} FROM s ${names}`;
  await run(identity('email', 'idn', mail, `'firma' || (s.n / ${PER_COMPANY}) || '.example'`));
  await run(identity('phone', 'idp', phone, 'NULL'));
  await fillRecords(run, { form, id, owner, count, stages: ids.stages });
  await fillConversations(run, { form, id, count, inboxId: ids.inboxId });
  const ends = endsOfNumber('+31600000000').map((end) => `substr(${phone}, ${12 - end.length + 1})`);
  await run(
    indexed(stack, {
      series,
      type: 'CONTACT',
      node: id('con'),
      at,
      from: `s ${names}`,
      words: [`f.word`, `l.word`, `l.word || s.n`, `'firma' || (s.n / ${PER_COMPANY})`, `'example'`, ...ends, ...facts.words],
    }),
  );
  await indexRecords(stack);
  // As PostgreSQL does by itself after a while.
  await run(stack.dialect === 'postgres' ? 'VACUUM ANALYZE' : 'ANALYZE');
  return filledOf(count);
}

/** The first stages, and the last, of what goes through stages. */
export type Stages = Record<'TICKET' | 'DEAL', { open: string; done: string }>;

interface Filling {
  form: Sql;
  id: (prefix: string, n?: string) => string;
  count: number;
}

async function writeNames(run: (sql: string) => Promise<void>): Promise<void> {
  for (const [table, count, most] of [
    ['bench_first', FIRST_NAMES, 2],
    ['bench_last', LAST_NAMES, 3],
  ] as const) {
    const rows = Array.from({ length: count }, (_, n) => `(${n}, '${nameOf(n, most)}')`).join(', ');
    await run(`CREATE TABLE ${table} (n integer PRIMARY KEY, word varchar NOT NULL); INSERT INTO ${table} VALUES ${rows}`);
  }
}

function nameOf(n: number, syllables: number): string {
  let left = n * 7 + 3;
  let name = '';
  for (let at = 0; at < syllables; at++) {
    name += SYLLABLES[left % SYLLABLES.length];
    left = Math.floor(left / SYLLABLES.length) + n;
  }
  return name;
}

/** A company for each twenty contacts; a ticket for each fifth contact, a deal for each tenth, a task and a note for each eighth. */
async function fillRecords(
  run: (sql: string) => Promise<void>,
  { form, id, owner, count, stages }: Filling & { owner: string; stages: Stages },
): Promise<void> {
  const record = async (type: string, prefix: string, per: number, columns: Record<string, string>): Promise<void> => {
    const contact = `(s.n * ${per})`;
    const at = `(${START} + ${contact} * ${EACH_MS})`;
    const all = {
      id: id(prefix, contact),
      type: `'${type}'`,
      data: `'{}'`,
      owner_id: owner,
      sort_at: at,
      created_by_name: `'Anna'`,
      created_at: at,
      updated_at: at,
      version: '1',
      ...columns,
    };
    const series = form.series(Math.ceil(count / per));
    await run(`INSERT INTO crm_record (${Object.keys(all).join(', ')}) ${series} SELECT ${Object.values(all).join(', ')} FROM s
      JOIN bench_first f ON f.n = ${contact} % ${FIRST_NAMES} JOIN bench_last l ON l.n = (${contact} * 7919 / ${FIRST_NAMES}) % ${LAST_NAMES}`);
    if (type !== 'COMPANY')
      await run(`INSERT INTO association (from_id, to_id, type, to_kind, at) ${series}
        SELECT ${id(prefix, contact)}, ${id('con', contact)}, '${type}', 'contact', ${at} FROM s`);
  };
  const staged = ({ open, done }: { open: string; done: string }, per: number) => ({
    stage_id: `CASE WHEN s.n % 4 = 0 THEN '${open}' ELSE '${done}' END`,
    done_at: `CASE WHEN s.n % 4 = 0 THEN NULL ELSE ${START} + s.n * ${per * EACH_MS} END`,
  });
  await record('COMPANY', 'cmp', PER_COMPANY, {
    title: `'Firma ' || f.word || ' ' || s.n`,
    lookup: `'firma' || s.n || '.example'`,
    owner_id: 'NULL',
  });
  await record('TICKET', 'tkt', 5, {
    title: `'Broken ' || l.word || ' of ' || f.word`,
    number: 's.n + 1',
    lookup: `CAST(s.n + 1 AS varchar)`,
    ...staged(stages.TICKET, 5),
  });
  await record('DEAL', 'dea', 10, {
    title: `'Offer for ' || l.word`,
    amount: '100000',
    currency: `'EUR'`,
    ...staged(stages.DEAL, 10),
  });
  await record('TASK', 'tsk', 8, {
    title: `'Call ' || f.word`,
    due_at: `${START} + s.n * ${8 * EACH_MS}`,
    done_at: `CASE WHEN s.n % 4 = 0 THEN NULL ELSE ${START} END`,
  });
  await record('NOTE', 'not', 8, { title: `'Likes ' || l.word`, body: `'Likes ' || l.word` });
}

async function fillConversations(
  run: (sql: string) => Promise<void>,
  { form, id, count, inboxId }: Filling & { inboxId: string },
): Promise<void> {
  const series = form.series(Math.ceil(count / 4));
  const at = `(${START} + s.n * ${4 * EACH_MS})`;
  await run(`INSERT INTO conversation (id, inbox_id, contact_id, number, subject, preview, status, placement, bot_control, last_message_at,
    last_direction, created_at, updated_at, seq, message_count) ${series}
    SELECT ${id('cnv', 's.n * 4')}, '${inboxId}', ${id('con', 's.n * 4')}, s.n + 1, 'Subject ' || s.n, 'The first words',
      CASE WHEN s.n % 10 < 3 THEN 'OPEN' ELSE 'CLOSED' END, 'INBOX', 'NONE', ${at}, 'INBOUND', ${at}, ${at}, 1, 1 FROM s`);
  await run(`INSERT INTO message (id, conversation_id, seq, kind, direction, author_kind, author_name, text, parts, data, at, created_at, updated_at)
    ${series} SELECT ${id('msg', 's.n * 4')}, ${id('cnv', 's.n * 4')}, 1, 'MESSAGE', 'INBOUND', 'CONTACT', 'Somebody', 'What was said', '[]', '{}', ${at}, ${at}, ${at} FROM s`);
}

/** The entries by the rule of the server, for times at an even distance. */
function indexed(
  { dialect }: Stack,
  {
    series,
    type,
    node,
    at,
    from,
    words,
  }: { series: string; type: string; node: string; at: string; from: string; words: string[] },
): string {
  const { into, words: made } = FORMS[dialect].index;
  const placed = { id: '', type, createdAt: 0 };
  const first = slotOf({ ...placed, at: START });
  const perMs = slotOf({ ...placed, at: START + 1 }) - first;
  return `INSERT INTO ${into} (node_id, slot, words) ${series} SELECT ${node}, ${first} + (${at} - ${START}) * ${perMs}, ${made(words.join(` || ' ' || `))} FROM ${from}`;
}

async function indexRecords(stack: Stack): Promise<void> {
  for (const type of ['COMPANY', 'TICKET', 'DEAL', 'TASK', 'NOTE']) {
    const words = [`replace(lower(s.title), '.', ' ')`, `replace(COALESCE(s.lookup, ''), '.', ' ')`];
    await stack.db.run(
      indexed(stack, { series: '', type, node: 's.id', at: 's.sort_at', from: `crm_record s WHERE s.type = '${type}'`, words }),
    );
  }
}

function filledOf(count: number): Filled {
  const id = (prefix: string, n: number): string =>
    `${prefix}_${(START + n * EACH_MS).toString(16).padStart(12, '0')}70008000000000000000`;
  const first = (n: number): string => nameOf(n % FIRST_NAMES, 2);
  const last = (n: number): string => nameOf(Math.floor((n * 7919) / FIRST_NAMES) % LAST_NAMES, 3);
  return {
    count,
    contact: (n) => ({
      id: id('con', n),
      ...{ first: first(n), last: last(n), phone: `06${String(n).padStart(8, '0')}` },
      mail: `${first(n)}.${last(n)}${n}@firma${Math.floor(n / PER_COMPANY)}.example`,
    }),
    company: (n) => ({ id: id('cmp', n - (n % PER_COMPANY)), domain: `firma${Math.floor(n / PER_COMPANY)}.example` }),
    conversation: (n) => id('cnv', n - (n % 4)),
  };
}
