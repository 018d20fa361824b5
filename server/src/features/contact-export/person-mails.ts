import { setImmediate } from 'node:timers/promises';
import { fromRows, grouped, placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { ErasedPerson, Scrubber } from '../erasure/index.js';
import { type Attachment, attachmentsOf, Message, type MessageRecipient, recipientsOf } from '../messages/index.js';
import { type Condition, instant, known } from './person-rows.js';

/** A file that is stored already. */
export interface StoredFile {
  path: string;
  hash: string;
}
/** What was found on the way that is a file of its own. */
export type Files = Map<string, StoredFile>;

/** A conversation, and whether it is with him. */
export interface Talk {
  id: string;
  his: boolean;
}
type Row = Record<string, unknown>;

const PAGE = 200;
/** How many rows are looked at in one go. */
const LOOKED_AT = 2_000;

/** The conversations with him, and those of others in which he took part: of these only that, and what he wrote and got. */
export async function* conversationsOf(reader: Reader, { contactIds }: ErasedPerson, talks: Talk[]): AsyncGenerator<object> {
  const marks = placeholders(contactIds);
  for (let start = 0; start < talks.length; start += PAGE) {
    const part = talks.slice(start, start + PAGE);
    const ids = part.map(({ id }) => id);
    const rows = await reader.query<Row>(
      `SELECT c.id, c.number, c.subject, c.status, c.placement, i.name AS inbox, c.created_at AS "createdAt", c.last_message_at AS "lastMessageAt",
         c.closed_at AS "closedAt", CASE WHEN c.contact_id IN (${marks}) THEN 1 ELSE 0 END AS his
       FROM conversation c LEFT JOIN inbox i ON i.id = c.inbox_id WHERE c.id IN (${placeholders(ids)}) ORDER BY c.id`,
      [...contactIds, ...ids],
    );
    const tags = await tagsOf(reader, ids);
    const pages = await pagesOf(reader, ids);
    for (const { his, ...row } of rows) {
      const id = String(row['id']);
      const times = { createdAt: instant(row['createdAt']), lastMessageAt: instant(row['lastMessageAt']) };
      if (Number(his) === 1)
        yield { ...row, ...times, closedAt: instant(row['closedAt']), tags: tags.get(id) ?? [], visited: pages.get(id) ?? [] };
      else yield { id, number: row['number'], inbox: row['inbox'], tookPart: true, ...times };
    }
  }
}

/** All conversations that something of him may be in. */
export async function talksOf(reader: Reader, person: ErasedPerson): Promise<Talk[]> {
  const { contactIds, identities } = person;
  const marks = placeholders(contactIds);
  const his = await reader.query<{ id: string }>(`SELECT id FROM conversation WHERE contact_id IN (${marks})`, contactIds);
  const found = new Map(his.map(({ id }) => [id, true]));
  const part = known(identities, 't.kind', 't.value_key');
  const scans: [string, string, Condition][] = [
    [
      'participant',
      't.conversation_id',
      { sql: `t.contact_id IN (${marks}) OR ${part.sql}`, values: [...contactIds, ...part.values] },
    ],
    ['message_recipient', '(SELECT m.conversation_id FROM message m WHERE m.id = t.message_id)', part],
    ['message', 't.conversation_id', { sql: `t.author_id IN (${marks})`, values: [...contactIds] }],
  ];
  for (const [table, column, where] of scans)
    for await (const { id } of scanned<{ id: string | null }>(reader, table, `${column} AS id`, where))
      if (id !== null && !found.has(id)) found.set(id, false);
  return [...found].map(([id, his]) => ({ id, his })).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Rows of a table that no index finds, a part of it at a time, so that others come in between. */
async function* scanned<T>(reader: Reader, table: string, columns: string, where: Condition): AsyncGenerator<T> {
  for (let after = ''; ;) {
    const [end] = await reader.query<{ id: string | null }>(
      `SELECT MAX(id) AS id FROM (SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT ${LOOKED_AT}) AS part`,
      [after],
    );
    if (!end?.id) return;
    const sql = `SELECT ${columns} FROM ${table} t WHERE t.id > ? AND t.id <= ? AND (${where.sql}) ORDER BY t.id`;
    yield* await reader.query<T>(sql, [after, end.id, ...where.values]);
    after = end.id;
    await setImmediate();
  }
}

async function tagsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<{ id: string; name: string }>(
    `SELECT x.conversation_id AS id, t.name FROM conversation_tag x JOIN tag t ON t.id = x.tag_id
     WHERE x.conversation_id IN (${placeholders(ids)}) ORDER BY t.name`,
    ids,
  );
  return collected(rows.map(({ id, name }) => [id, name]));
}

/** The pages of the site from which he wrote. */
async function pagesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, unknown[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<{ id: string; visited: string }>(
    `SELECT conversation_id AS id, visited FROM thread WHERE visited IS NOT NULL AND conversation_id IN (${placeholders(ids)}) ORDER BY id`,
    ids,
  );
  return collected(rows.map(({ id, visited }) => [id, JSON.parse(visited) as unknown]));
}

function collected<T>(rows: readonly (readonly [string, T])[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const [id, value] of rows) found.set(id, [...(found.get(id) ?? []), value]);
  return found;
}

/** What was said in these conversations, in order; `files` collects what belongs to it. What others said without him is not his to have. */
export async function* messagesOf(
  reader: Reader,
  { person, scrubber }: { person: ErasedPerson; scrubber: Scrubber },
  talks: readonly Talk[],
  files: Files,
): AsyncGenerator<object> {
  for (const talk of talks)
    for (let after = 0; ;) {
      const sql = 'SELECT * FROM message WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?';
      const page = fromRows(reader, Message, await reader.query<Row>(sql, [talk.id, after, PAGE]));
      const ids = page.map(({ id }) => id);
      const recipients = grouped(ids, await recipientsOf(reader, ids), ({ messageId }) => messageId);
      const attachments = grouped(ids, await attachmentsOf(reader, ids), ({ messageId }) => messageId);
      for (const [index, message] of page.entries()) {
        const to = recipients[index] ?? [];
        if (!isHis(message, to, { talk, person, scrubber })) continue;
        yield lineOf(message, to, filesOf(message, attachments[index] ?? [], files));
      }
      if (page.length < PAGE) break;
      after = page.at(-1)?.seq ?? 0;
    }
}

interface Asking {
  talk: Talk;
  person: ErasedPerson;
  scrubber: Scrubber;
}

/** What he wrote and what went to him; in conversations that are his also what the team said in them, but not to others alone. */
function isHis(message: Message, to: readonly MessageRecipient[], { talk, person, scrubber }: Asking): boolean {
  const from = scrubber.is(message.fromKind, message.fromValue);
  if (from || person.contactIds.includes(message.authorId ?? '')) return true;
  if (to.some((one) => scrubber.is(one.kind, one.valueKey))) return true;
  return talk.his && message.authorKind !== 'CONTACT' && !message.side && to.length === 0;
}

function filesOf(
  message: Message,
  attachments: readonly Attachment[],
  files: Files,
): { raw: string | null; attachments: string[] } {
  const paths = attachments.map(({ id, name, hash }) => {
    const path = `attachments/${id}/${name}`;
    if (hash !== null) files.set(path, { path, hash });
    return path;
  });
  if (message.rawHash === null) return { raw: null, attachments: paths };
  const raw = `mails/${message.id}.eml`;
  files.set(raw, { path: raw, hash: message.rawHash });
  return { raw, attachments: paths };
}

function lineOf(message: Message, to: readonly MessageRecipient[], files: { raw: string | null; attachments: string[] }): object {
  const { id, conversationId, kind, direction, authorKind, authorName, fromValue, fromName, subject, activity } = message;
  const base = { id, conversationId, at: instant(message.at), kind, direction, author: { kind: authorKind, name: authorName } };
  // Of what happened only that it did: its details are about the team's work, and may name others.
  if (kind === 'ACTIVITY') return { ...base, activity };
  const { text, html, quotedText, quotedHtml, parts, data } = message;
  const people = to.filter(({ field }) => field !== 'BCC').map(({ field, value, name }) => ({ field, value, name }));
  const from = fromValue === null ? null : { value: fromValue, name: fromName };
  return { ...base, from, to: people, subject, text, html, quotedText, quotedHtml, parts, data, ...files };
}

/** What came from him and became no message, such as what the filters held: a line for each, its source among the files. */
export async function* heldOf(reader: Reader, { identities }: ErasedPerson, files: Files): AsyncGenerator<object> {
  const values = [...new Set(identities.flatMap(({ value, valueKey }) => [value.toLowerCase(), valueKey]))];
  if (values.length === 0) return;
  const where = { sql: `t.message_id IS NULL AND LOWER(t.sender) IN (${placeholders(values)})`, values };
  const columns = 't.id, t.received_at AS at, t.state, t.reason, t.sender, t.subject, t.raw_hash';
  for await (const { raw_hash: hash, ...row } of scanned<Row>(reader, 'inbound_item', columns, where)) {
    const raw = typeof hash === 'string' ? `mails/${String(row['id'])}.eml` : null;
    if (raw !== null) files.set(raw, { path: raw, hash: String(hash) });
    yield { ...row, at: instant(row['at']), raw };
  }
}
