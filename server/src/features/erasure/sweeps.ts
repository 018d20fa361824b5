import { ID_PREFIXES, type IdKind } from '../../kernel/ids.js';
import { placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { indexContacts, reindexRecords } from '../list-index/index.js';
import { reindex, reindexMessages } from '../search-index/index.js';
import { PURGED, wipeFiles } from '../trash/index.js';
import { eraseConversations } from './erase-conversation.js';
import type { Erasing, Scrubber } from './scrub.js';
import { type Item, scrubItem } from './scrub-item.js';

/** A row as the database gives it. */
export type Row = Record<string, string | null>;
/** SQL with its parameters. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** A table that is looked through from its first row to its last, page by page. */
export interface Sweep {
  table: string;
  keys: readonly string[];
  /** Of a table with ids of ours: what is younger than the erasure is left. */
  kind?: IdKind;
  where(erasing: Erasing): Condition;
  act(tx: Tx, erasing: Erasing, rows: readonly Row[]): Promise<void>;
}

const NEVER: Condition = { sql: '1 = 0', values: [] };

/** The tables that may hold something of anybody, in the order in which they are looked through. */
export const SWEEPS: readonly Sweep[] = [
  people(
    'participant',
    'participant',
    (ids) => `SELECT DISTINCT conversation_id AS id FROM participant WHERE id IN (${placeholders(ids)})`,
    true,
  ),
  people(
    'message_recipient',
    'recipient',
    (ids) =>
      `SELECT DISTINCT m.conversation_id AS id FROM message_recipient r JOIN message m ON m.id = r.message_id WHERE r.id IN (${placeholders(ids)})`,
  ),
  people(
    'delivery',
    'delivery',
    (ids) => `SELECT DISTINCT conversation_id AS id FROM delivery WHERE id IN (${placeholders(ids)})`,
  ),
  {
    table: 'message',
    keys: ['id'],
    kind: 'message',
    where: ({ contactIds, scrubber }) =>
      or(
        { sql: `author_id IN (${placeholders(contactIds)})`, values: [...contactIds] },
        containing(
          ['author_name', 'from_value', 'from_name', 'subject', 'text', 'html', 'quoted_text', 'quoted_html', 'parts', 'data'],
          scrubber.needles,
        ),
      ),
    act: sweepMessages,
  },
  cleaned('conversation', 'conversation', ['subject', 'preview', 'placement_reason'], {
    after: (tx, id) => reindex(tx, { of: 'conversation', id }),
  }),
  cleaned('thread', 'thread', ['subject'], { nulled: ['external_key', 'former_key', 'visited'] }),
  cleaned('attachment', 'attachment', ['name', 'ref'], {
    after: (tx, _id, row) => reindexMessages(tx, [row['message_id'] ?? '']),
  }),
  cleaned('upload', 'upload', ['name']),
  cleaned('snippet_file', 'upload', ['name']),
  cleaned('crm_record', null, ['title', 'body'], {
    json: ['data'],
    nulled: ['external_id'],
    after: (tx, id) => reindexRecords(tx, [id]),
  }),
  cleaned('contact', 'contact', ['name', 'avatar_url'], {
    json: ['fields'],
    after: async (tx, id) => {
      await indexContacts(tx, [id]);
      await reindex(tx, { of: 'contact', id });
    },
  }),
  cleaned('contact_merge', 'contactMerge', ['by_name'], { json: ['before'] }),
  cleaned('conversation_merge', 'conversationMerge', ['by_name'], { json: ['before'] }),
  cleaned('list_import', 'listImport', ['file_name', 'reason'], { json: ['headers'] }),
  removed('list_import_problem', ['import_id', 'line'], ['detail', 'cells']),
  cleaned('bulk_change', 'bulkChange', [], { json: ['filter', 'action', 'reason', 'problems'] }),
  {
    // What takes back what was done to him, and what says of others what is his.
    table: 'bulk_change_item',
    keys: ['bulk_change_id', 'node_id'],
    where: ({ contactIds, scrubber }) =>
      or({ sql: `node_id IN (${placeholders(contactIds)})`, values: [...contactIds] }, containing(['back'], scrubber.needles)),
    act: (tx, _erasing, rows) => deleteRows(tx, 'bulk_change_item', ['bulk_change_id', 'node_id'], rows),
  },
  cleaned('saved_view', 'savedView', ['name'], { json: ['filter'] }),
  cleaned('automation_rule', 'automationRule', ['name'], { json: ['conditions', 'actions'] }),
  removed('contact_change', ['id'], ['label', 'was', 'became'], 'contactChange'),
  removed('told_fact', ['contact_id', 'name'], ['value']),
  removed('draft', ['id'], ['text', 'html', 'subject', 'recipients'], 'draft'),
  removed('awaited_message', ['channel_id', 'external_id', 'conversation_id'], ['external_id']),
  removed('external_id', ['channel_id', 'external_id'], ['external_id']),
  removed('address_trouble', ['kind', 'value_key', 'trouble'], ['value', 'reason']),
  {
    table: 'plugin_state',
    keys: ['instance_id', '"key"'],
    where: ({ scrubber }) => containing(['"key"', 'value'], scrubber.needles),
    act: sweepPluginState,
  },
  {
    table: 'inbound_item',
    keys: ['id'],
    kind: 'inboundItem',
    where: ({ scrubber }) => containing(['sender', 'subject', 'reason', 'meta', 'payload', 'external_id'], scrubber.needles),
    act: sweepLedger,
  },
  {
    table: 'event',
    keys: ['id'],
    kind: 'event',
    where: ({ contactIds, scrubber }) =>
      or(
        {
          sql: `contact_id IN (${placeholders(contactIds)}) OR node_id IN (${placeholders(contactIds)})`,
          values: [...contactIds, ...contactIds],
        },
        { sql: `conversation_id IS NOT NULL AND ${gone('event.conversation_id')}`, values: [] },
        containing(['actor', 'data'], scrubber.traces),
      ),
    act: sweepEvents,
  },
  {
    table: 'notification',
    keys: ['id'],
    kind: 'notification',
    where: ({ scrubber }) =>
      or(
        { sql: `subject_id LIKE 'cnv%' AND ${gone('notification.subject_id')}`, values: [] },
        containing(['by_name'], scrubber.traces),
      ),
    act: async (tx, _erasing, rows) => {
      for (const row of rows) await tx.execute('UPDATE notification SET by_name = NULL WHERE id = ?', [row['id']]);
    },
  },
  {
    table: 'webhook_delivery',
    keys: ['id'],
    kind: 'webhookDelivery',
    where: ({ scrubber }) =>
      or(
        { sql: `line LIKE 'cnv%' AND ${gone('webhook_delivery.line')}`, values: [] },
        containing(['line', 'body', 'error'], scrubber.traces),
      ),
    act: (tx, _erasing, rows) => deleteRows(tx, 'webhook_delivery', ['id'], rows),
  },
  {
    table: 'job',
    keys: ['id'],
    kind: 'job',
    where: ({ scrubber }) => {
      const { sql, values } = containing(['payload', 'last_error', 'unique_key', '"key"'], scrubber.traces);
      return { sql: `state <> 'RUNNING' AND (${sql})`, values };
    },
    act: (tx, _erasing, rows) => deleteRows(tx, 'job', ['id'], rows),
  },
  {
    // The last, whatever their age: what was read of him before may be in the archive of anybody who wrote with him.
    table: 'contact_export',
    keys: ['id'],
    where: () => ({ sql: '1 = 1', values: [] }),
    act: async (tx, _erasing, rows) => {
      await deleteRows(tx, 'contact_export', ['id'], rows);
      wipeFiles(
        tx,
        rows.flatMap((row) => row['hash'] ?? []),
      );
    },
  },
];

/** The greatest id of the kind that there was when he was erased. */
export function boundOf(kind: IdKind, until: string): string {
  return `${ID_PREFIXES[kind]}_${until}`;
}

function gone(column: string): string {
  return `NOT EXISTS (SELECT 1 FROM conversation c WHERE c.id = ${column})`;
}

/** Rows in which one of the columns holds one of the needles. SQLite lowers ASCII only, so each is also compared as it was written. */
function containing(columns: readonly string[], needles: readonly string[]): Condition {
  if (needles.length === 0) return NEVER;
  const all = columns.map((column) => `COALESCE(${column}, '')`).join(` || ' ' || `);
  const pattern = (needle: string): string => `%${needle.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const one = String.raw`LOWER(${all}) LIKE ? ESCAPE '\' OR (${all}) LIKE ? ESCAPE '\'`;
  return {
    sql: needles.map(() => one).join(' OR '),
    values: needles.flatMap((needle) => [pattern(needle.toLowerCase()), pattern(needle)]),
  };
}

function or(...conditions: readonly Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => `(${sql})`).join(' OR '), values: conditions.flatMap(({ values }) => values) };
}

/** A table of people in conversations: where he is found, the conversation is one that he took part in. */
function people(table: string, kind: IdKind, conversations: (ids: readonly unknown[]) => string, withContact = false): Sweep {
  return {
    table,
    keys: ['id'],
    kind,
    where: ({ erasure, contactIds }) => {
      const pairs = (erasure.subject?.identities ?? []).map((one): Condition => ({
        sql: 'kind = ? AND value_key = ?',
        values: [one.kind, one.valueKey],
      }));
      const byContact = withContact ? [{ sql: `contact_id IN (${placeholders(contactIds)})`, values: [...contactIds] }] : [];
      return or(NEVER, ...byContact, ...pairs);
    },
    act: async (tx, erasing, rows) => {
      const ids = rows.map((row) => row['id']);
      const found = await tx.query<{ id: string }>(conversations(ids), ids);
      await eraseConversations(
        tx,
        erasing,
        found.map(({ id }) => id),
      );
    },
  };
}

interface Cleaning {
  json?: readonly string[];
  nulled?: readonly string[];
  after?: (tx: Tx, id: string, row: Row) => Promise<void>;
}

/** A table whose texts are cleaned where his addresses stand in them; in `nulled` the whole value goes. `after`: what follows for a row. */
function cleaned(
  table: string,
  kind: IdKind | null,
  texts: readonly string[],
  { json = [], nulled = [], after: follow }: Cleaning = {},
): Sweep {
  const columns = [...texts, ...json, ...nulled];
  return {
    table,
    keys: ['id'],
    ...(kind ? { kind } : {}),
    where: ({ scrubber }) => containing(columns, scrubber.needles),
    act: async (tx, { scrubber }, rows) => {
      for (const row of rows) {
        const after = columns.map((column) =>
          cleanedValue(scrubber, row[column] ?? null, { json: json.includes(column), nulled: nulled.includes(column) }),
        );
        const set = columns.map((column) => `${column} = ?`).join(', ');
        await tx.execute(`UPDATE ${table} SET ${set} WHERE id = ?`, [...after, row['id']]);
        await follow?.(tx, row['id'] ?? '', row);
      }
    },
  };
}

function cleanedValue(scrubber: Scrubber, value: string | null, how: { json: boolean; nulled: boolean }): string | null {
  if (value === null) return null;
  if (how.json) return scrubber.json(value);
  const after = scrubber.text(value);
  return how.nulled && after !== value ? null : after;
}

/** A table whose rows go where his addresses stand in them. */
function removed(table: string, keys: readonly string[], columns: readonly string[], kind?: IdKind): Sweep {
  return {
    table,
    keys,
    ...(kind ? { kind } : {}),
    where: ({ scrubber }) => containing(columns, scrubber.needles),
    act: (tx, _erasing, rows) => deleteRows(tx, table, keys, rows),
  };
}

async function deleteRows(tx: Tx, table: string, keys: readonly string[], rows: readonly Row[]): Promise<void> {
  const one = `(${keys.map((key) => `${key} = ?`).join(' AND ')})`;
  const values = rows.flatMap((row) => keys.map((key) => row[key.replaceAll('"', '')]));
  if (rows.length > 0) await tx.execute(`DELETE FROM ${table} WHERE ${rows.map(() => one).join(' OR ')}`, values);
}

async function sweepMessages(tx: Tx, erasing: Erasing, rows: readonly Row[]): Promise<void> {
  const items = rows as unknown as (Item & { conversation_id: string })[];
  const own = items.filter(
    (item) => erasing.contactIds.includes(item.author_id ?? '') || erasing.scrubber.is(item.from_kind, item.from_value),
  );
  const ids = [...new Set(own.map((item) => item.conversation_id))];
  await eraseConversations(tx, erasing, ids);
  const mentions = items.filter((item) => !ids.includes(item.conversation_id));
  if (mentions.length === 0) return;
  for (const item of mentions) await scrubItem(tx, erasing, item, { about: false, his: false });
  const scrubbed = mentions.map(({ id }) => id);
  const marks = placeholders(scrubbed);
  const raw = await tx.query<{ hash: string }>(
    `SELECT raw_hash AS hash FROM inbound_item WHERE message_id IN (${marks}) AND raw_hash IS NOT NULL`,
    scrubbed,
  );
  await tx.execute(
    `UPDATE inbound_item SET raw_hash = NULL, payload = NULL, updated_at = updated_at + 1 WHERE message_id IN (${marks})`,
    scrubbed,
  );
  wipeFiles(tx, [
    ...new Set([...raw.map(({ hash }) => hash), ...mentions.flatMap(({ raw_hash: hash }) => (hash === null ? [] : [hash]))]),
  ]);
  await reindexMessages(tx, scrubbed);
}

async function sweepPluginState(tx: Tx, { scrubber }: Erasing, rows: readonly Row[]): Promise<void> {
  const named = rows.filter((row) => scrubber.text(row['key'] ?? '') !== row['key']);
  await deleteRows(tx, 'plugin_state', ['instance_id', '"key"'], named);
  for (const row of rows.filter((one) => !named.includes(one)))
    await tx.execute('UPDATE plugin_state SET value = ?, version = version + 1 WHERE instance_id = ? AND "key" = ?', [
      scrubber.json(row['value'] ?? 'null'),
      row['instance_id'],
      row['key'],
    ]);
}

/** The line stays without what it said, so that the source is not asked again; what was not understood yet will not be. */
async function sweepLedger(tx: Tx, { scrubber }: Erasing, rows: readonly Row[]): Promise<void> {
  wipeFiles(tx, [...new Set(rows.flatMap((row) => row['raw_hash'] ?? []))]);
  for (const row of rows)
    await tx.execute(
      `UPDATE inbound_item SET raw_hash = NULL, payload = NULL, meta = '{}', sender = NULL, subject = NULL, reason = ?, external_id = ?,
         state = CASE WHEN state = 'RECEIVED' THEN 'FILTERED' ELSE state END, updated_at = updated_at + 1 WHERE id = ?`,
      [
        row['conversation_id'] === null ? PURGED : scrubber.text(row['reason'] ?? PURGED),
        scrubber.text(row['external_id'] ?? '') === row['external_id'] ? row['external_id'] : `erased:${row['id'] ?? ''}`,
        row['id'],
      ],
    );
}

async function sweepEvents(tx: Tx, _erasing: Erasing, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const actor = JSON.parse(row['actor'] ?? '{}') as { kind: string; id: string | null; name: string };
    const named = actor.kind === 'CONTACT' ? { ...actor, name: '' } : actor;
    await tx.execute(`UPDATE event SET data = '{}', actor = ? WHERE id = ?`, [JSON.stringify(named), row['id']]);
  }
}
