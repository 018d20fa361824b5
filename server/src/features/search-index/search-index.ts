import { placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { type Entry, insertEntries } from './entry.js';

/** The job that reads again what a change has made different, or what was there before the index was. */
export const INDEX_JOB = 'search.index';
/** How many messages one unit reads again. */
const ROUND = 200;

/** A message or comment that was just written, with what the unit knows of its surroundings. */
export interface NewText {
  id: string;
  seq: number;
  kind: string;
  at: number;
  authorName: string;
  fromValue: string | null;
  fromName: string | null;
  subject: string | null;
  text: string;
  quotedText: string | null;
}
export interface Surroundings {
  subject: string;
  contactId: string | null;
  recipients: readonly { value: string; name?: string | null }[];
  files: readonly { name: string }[];
}

/** Which messages to read again: all, those of the conversations of a contact, or those of a conversation. */
export interface IndexScope {
  of: 'all' | 'contact' | 'conversation';
  id?: string;
  /** Only those that are older than this one. */
  before?: string;
}

/** Names of contacts that a unit has in hand, so that they need not be read for each message. */
const names = new WeakMap<Tx, Map<string, string | null>>();

export function rememberContactName(tx: Tx, contactId: string, name: string | null): void {
  const known = names.get(tx) ?? new Map<string, string | null>();
  names.set(tx, known.set(contactId, name));
}

/** Makes a new message findable, in the unit that writes it (G10 60). What only happened is not looked for. */
export async function indexNew(tx: Tx, message: NewText, surroundings: Surroundings): Promise<void> {
  if (message.kind === 'ACTIVITY') return;
  const { contactId, ...rest } = surroundings;
  await insertEntries(tx, [entryOf(message, { ...rest, contactName: await contactName(tx, contactId) })]);
}

/** Reads messages again after something about them has changed. */
export async function reindexMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(`DELETE FROM search_entry WHERE message_id IN (${placeholders(ids)})`, ids);
  await insertEntries(tx, await readEntries(tx, ids));
}

/** Follows a change of what a conversation or a contact is called: the newest messages at once, more by a job of the same unit. */
export async function reindex(tx: Tx, scope: IndexScope): Promise<void> {
  if (scope.of === 'contact' && scope.id) names.get(tx)?.delete(scope.id);
  const ids = await messagesOf(tx, scope);
  await reindexMessages(tx, ids);
  if (ids.length === ROUND) tx.enqueue({ name: INDEX_JOB, payload: { ...scope, before: ids.at(-1) } });
}

/** Forgets the messages of conversations that are about to be deleted. */
export async function unindexConversations(tx: Tx, ids: readonly string[]): Promise<void> {
  const messages = `SELECT id FROM message WHERE conversation_id IN (${placeholders(ids)})`;
  await tx.execute(`DELETE FROM search_entry WHERE message_id IN (${messages})`, ids);
}

/** Pages of the index that one unit writes anew. */
const MERGED_PAGES = 400;

/**
 * A step of writing the indexes anew, of what was said and of the lists, without the words of what was deleted: FTS5 only marks those, and keeps them until it merges (SQLite FTS5,
 * 4.2.2 and 6.8). `begin` for the first step. Answers whether there is more to do; PostgreSQL has the words in the row itself.
 */
export async function forgetWords(tx: Tx, begin: boolean): Promise<boolean> {
  if (tx.dialect !== 'sqlite') return false;
  const changes = async (): Promise<number> => Number((await tx.query<{ n: number }>('SELECT total_changes() AS n'))[0]?.n ?? 0);
  const pages = begin ? -MERGED_PAGES : MERGED_PAGES;
  let more = false;
  for (const table of ['search_words', 'list_words']) {
    const before = await changes();
    await tx.execute(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [pages]);
    // The command itself counts as one change.
    more = (await changes()) - before >= 2 || more;
  }
  return more;
}

const SCOPES: Record<IndexScope['of'], string> = {
  all: '',
  conversation: 'm.conversation_id = ? AND',
  contact: 'm.conversation_id IN (SELECT id FROM conversation WHERE contact_id = ?) AND',
};

async function messagesOf(reader: Reader, { of, id, before }: IndexScope): Promise<string[]> {
  const values = [...(of === 'all' ? [] : [id]), ...(before ? [before] : [])];
  const rows = await reader.query<{ id: string }>(
    `SELECT m.id FROM message m WHERE ${SCOPES[of]} ${before ? 'm.id < ? AND' : ''} m.kind IN ('MESSAGE', 'COMMENT')
     ORDER BY m.id DESC LIMIT ${ROUND}`,
    values,
  );
  return rows.map((row) => row.id);
}

async function contactName(tx: Tx, contactId: string | null): Promise<string | null> {
  if (contactId === null) return null;
  const known = names.get(tx)?.get(contactId);
  if (known !== undefined) return known;
  const [row] = await tx.query<{ name: string | null }>('SELECT name FROM contact WHERE id = ?', [contactId]);
  rememberContactName(tx, contactId, row?.name ?? null);
  return row?.name ?? null;
}

interface Around extends Omit<Surroundings, 'contactId'> {
  contactName: string | null;
}

function entryOf(message: NewText, { subject, contactName: contact, recipients, files }: Around): Entry {
  const people = [message.authorName, message.fromName, message.fromValue, contact].filter((part) => part !== null);
  const texts = [
    subject,
    message.subject?.endsWith(subject) ? null : message.subject,
    [...new Set(people)].join(' '),
    recipients.map(({ name, value }) => `${name ?? ''} ${value}`).join(' '),
    message.text,
    // What the first message repeats was said before it came here, so nothing else holds it.
    message.seq === 1 ? message.quotedText : null,
    files.map(({ name }) => name).join(' '),
  ];
  return { messageId: message.id, at: message.at, texts };
}

interface Row {
  id: string;
  seq: number;
  kind: string;
  at: number | string;
  author_name: string;
  from_value: string | null;
  from_name: string | null;
  subject: string | null;
  text: string;
  quoted_text: string | null;
  conversation_subject: string;
  contact_name: string | null;
}

async function readEntries(tx: Tx, ids: readonly string[]): Promise<Entry[]> {
  const marks = placeholders(ids);
  const rows = await tx.query<Row>(
    `SELECT m.id, m.seq, m.kind, m.at, m.author_name, m.from_value, m.from_name, m.subject, m.text, m.quoted_text,
            c.subject AS conversation_subject, p.name AS contact_name
     FROM message m JOIN conversation c ON c.id = m.conversation_id LEFT JOIN contact p ON p.id = c.contact_id
     WHERE m.id IN (${marks}) AND m.kind IN ('MESSAGE', 'COMMENT')`,
    ids,
  );
  const recipients = await tx.query<{ message_id: string; value: string; name: string | null }>(
    `SELECT message_id, value, name FROM message_recipient WHERE message_id IN (${marks})`,
    ids,
  );
  const files = await tx.query<{ message_id: string; name: string }>(
    `SELECT message_id, name FROM attachment WHERE message_id IN (${marks})`,
    ids,
  );
  return rows.map((row) => {
    const message: NewText = {
      id: row.id,
      seq: row.seq,
      kind: row.kind,
      at: Number(row.at),
      authorName: row.author_name,
      fromValue: row.from_value,
      fromName: row.from_name,
      subject: row.subject,
      text: row.text,
      quotedText: row.quoted_text,
    };
    return entryOf(message, {
      subject: row.conversation_subject,
      contactName: row.contact_name,
      recipients: recipients.filter((one) => one.message_id === row.id),
      files: files.filter((one) => one.message_id === row.id),
    });
  });
}
