import { In, LessThan, type QueryDeepPartialEntity } from 'typeorm';
import { identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import { fromRows, insertRows, placeholders as marks } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { reindexMessages } from '../search-index/index.js';
import { Attachment } from './attachment.entity.js';
import { MessageRecipient } from './message-recipient.entity.js';
import { Message } from './message.entity.js';
import type { NewAttachment, NewItem } from './new-item.js';
import { Upload } from './upload.entity.js';

type Raw = Record<string, unknown>;

/** Writes the rows of an item (message, recipients, files, external ids) under the place `seq`; emits nothing. */
export async function insertItem(tx: Tx, conversationId: string, seq: number, item: NewItem): Promise<Message> {
  const message: Message = {
    ...defaults(item),
    id: item.id ?? newId(item.kind === 'ACTIVITY' ? 'event' : 'message'),
    conversationId,
    seq,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await insertRows(tx, Message, [message]);
  await insertRecipients(tx, message.id, item.recipients ?? []);
  await insertAttachments(tx, message.id, item.attachments ?? []);
  if (item.channelId) await addExternalIds(tx, item.channelId, message.id, item.externalIds ?? []);
  return message;
}

function defaults(item: NewItem): Omit<Message, 'id' | 'conversationId' | 'seq' | 'createdAt' | 'updatedAt' | 'version'> {
  return {
    threadId: item.threadId ?? null,
    channelId: item.channelId ?? null,
    kind: item.kind,
    direction: item.direction,
    activity: item.activity ?? null,
    data: item.data ?? {},
    inReplyToId: item.inReplyToId ?? null,
    sendKey: item.sendKey ?? null,
    inputHash: item.inputHash ?? null,
    deliveryStatus: item.deliveryStatus ?? null,
    side: item.side ?? false,
    sendAt: item.sendAt ?? null,
    forwardOfId: item.forwardOfId ?? null,
    at: item.at,
    ...content(item),
  };
}

/** The columns that its source decides, and a replay writes again. */
function content(item: NewItem) {
  return withoutNul({
    authorKind: item.author.kind,
    authorId: item.author.id,
    authorName: item.author.name,
    fromKind: item.from?.kind ?? null,
    fromValue: item.from?.value ?? null,
    fromName: item.from?.name ?? null,
    subject: item.subject ?? null,
    text: item.text ?? '',
    html: item.html ?? null,
    quotedText: item.quotedText || null,
    quotedHtml: item.quotedHtml ?? null,
    parts: item.parts ?? [],
    automatic: item.automatic ?? null,
    unparsed: item.unparsed ?? false,
    rawHash: item.rawHash ?? null,
    sentAt: item.sentAt ?? null,
  });
}

/** PostgreSQL keeps no U+0000 in text, and one such name of a file must not cost the whole message; the same on SQLite. */
function withoutNul<Row extends object>(row: Row): Row {
  const cleaned = Object.entries(row).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? value.replaceAll('\u0000', '') : value,
  ]);
  return Object.fromEntries(cleaned) as Row;
}

async function insertRecipients(tx: Tx, messageId: string, recipients: NonNullable<NewItem['recipients']>): Promise<void> {
  const rows = recipients.map(withoutNul).map((to) => ({
    id: newId('recipient'),
    messageId,
    field: to.field,
    kind: to.kind,
    value: to.value,
    valueKey: identityKey(to.kind, to.value),
    name: to.name ?? null,
  }));
  await insertRows(tx, MessageRecipient, rows);
}

async function insertAttachments(tx: Tx, messageId: string, files: NewAttachment[]): Promise<void> {
  const rows = files.map(withoutNul).map((file, position) => ({
    id: file.id ?? newId('attachment'),
    messageId,
    position,
    name: file.name,
    mime: file.mime,
    bytes: file.bytes ?? null,
    hash: file.hash ?? null,
    ref: file.ref ?? null,
    contentId: file.contentId ?? null,
    inline: file.inline ?? false,
    state: file.state ?? (file.hash ? ('READY' as const) : ('FETCHING' as const)),
    createdAt: tx.now,
  }));
  await insertRows(tx, Attachment, rows);
}

/** Keeps that the channel's network knows the message by these ids; ids that name another message already stay with it. */
export async function addExternalIds(tx: Tx, channelId: string, messageId: string, ids: readonly string[]): Promise<void> {
  await claimExternalIds(tx, channelId, messageId, ids);
}

/** Takes ids for a message and answers those that it got; of the others the network's message came in before. Decided by the unique key. */
export async function claimExternalIds(
  tx: Tx,
  channelId: string,
  messageId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const claimed = new Set<string>();
  for (const part of chunks([...new Set(ids)], 200)) {
    const rows = await tx.query<{ external_id: string }>(
      `INSERT INTO external_id (channel_id, external_id, message_id) VALUES ${part.map(() => '(?, ?, ?)').join(', ')}
       ON CONFLICT DO NOTHING RETURNING external_id`,
      part.flatMap((externalId) => [channelId, externalId, messageId]),
    );
    for (const row of rows) claimed.add(row.external_id);
  }
  return claimed;
}

/** Which message of the channel each of the external ids names. */
export async function findByExternalIds(
  reader: Reader,
  channelIds: readonly string[],
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (channelIds.length === 0) return found;
  for (const part of chunks([...externalIds], 200)) {
    const rows = await reader.query<{ external_id: string; message_id: string }>(
      `SELECT external_id, message_id FROM external_id WHERE channel_id IN (${marks(channelIds)}) AND external_id IN (${marks(part)})`,
      [...channelIds, ...part],
    );
    for (const row of rows) found.set(row.external_id, row.message_id);
  }
  return found;
}

/** The ids by which the channel's network knows these messages. */
export async function externalIdsOf(
  reader: Reader,
  channelId: string,
  messageIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (messageIds.length === 0) return found;
  const rows = await reader.query<{ external_id: string; message_id: string }>(
    `SELECT external_id, message_id FROM external_id WHERE channel_id = ? AND message_id IN (${marks(messageIds)}) ORDER BY external_id`,
    [channelId, ...messageIds],
  );
  for (const row of rows) found.set(row.message_id, [...(found.get(row.message_id) ?? []), row.external_id]);
  return found;
}

export async function findMessage(reader: Reader, id: string): Promise<Message | null> {
  return (await findMessages(reader, [id]))[0] ?? null;
}

/** The item at a place of a timeline. */
export async function findItemAt(reader: Reader, conversationId: string, seq: number): Promise<Message | null> {
  return reader.manager.findOneBy(Message, { conversationId, seq });
}

/** The newest line of this kind in the timeline of a conversation. */
export async function lastActivity(reader: Reader, conversationId: string, activity: string): Promise<Message | null> {
  const sql = "SELECT * FROM message WHERE conversation_id = ? AND kind = 'ACTIVITY' AND activity = ? ORDER BY seq DESC LIMIT 1";
  return fromRows(reader, Message, await reader.query<Raw>(sql, [conversationId, activity]))[0] ?? null;
}

export async function findMessages(reader: Reader, ids: readonly string[]): Promise<Message[]> {
  if (ids.length === 0) return [];
  return fromRows(reader, Message, await reader.query<Raw>(`SELECT * FROM message WHERE id IN (${marks(ids)})`, ids));
}

export async function findBySendKey(reader: Reader, sendKey: string): Promise<Message | null> {
  return fromRows(reader, Message, await reader.query<Raw>('SELECT * FROM message WHERE send_key = ?', [sendKey]))[0] ?? null;
}

/** Lets what waits in a draft of this person stay until then. */
export async function keepUploads(tx: Tx, userId: string, ids: readonly string[], until: number): Promise<void> {
  if (ids.length === 0) return;
  await tx.manager.update(Upload, { id: In([...ids]), userId, expiresAt: LessThan(until) }, { expiresAt: until });
}

/** Uploads by id, whosever they are. */
export async function findUploads(reader: Reader, ids: readonly string[]): Promise<Upload[]> {
  return ids.length === 0 ? [] : reader.manager.findBy(Upload, { id: In([...ids]) });
}

export async function recipientsOf(reader: Reader, messageIds: readonly string[]): Promise<MessageRecipient[]> {
  if (messageIds.length === 0) return [];
  const sql = `SELECT * FROM message_recipient WHERE message_id IN (${marks(messageIds)}) ORDER BY id`;
  return fromRows(reader, MessageRecipient, await reader.query<Raw>(sql, messageIds));
}

export async function attachmentsOf(reader: Reader, messageIds: readonly string[]): Promise<Attachment[]> {
  if (messageIds.length === 0) return [];
  const sql = `SELECT * FROM attachment WHERE message_id IN (${marks(messageIds)}) ORDER BY position`;
  return fromRows(reader, Attachment, await reader.query<Raw>(sql, messageIds));
}

/** Whether a message of the conversation has a file that is no picture of its text. */
export async function hasFiles(reader: Reader, conversationId: string): Promise<boolean> {
  const sql = `SELECT 1 AS one FROM message m JOIN attachment a ON a.message_id = m.id
    WHERE m.conversation_id = ? AND a.inline = ? LIMIT 1`;
  return (await reader.query(sql, [conversationId, false])).length > 0;
}

/** Changes columns of a message and counts its version up. */
export async function updateMessage(tx: Tx, id: string, patch: Partial<Omit<Message, 'id' | 'version'>>): Promise<void> {
  const values = { ...patch, updatedAt: tx.now, version: () => 'version + 1' } as QueryDeepPartialEntity<Message>;
  await tx.manager.createQueryBuilder().update(Message).set(values).where('id = :id', { id }).execute();
}

/** Writes what a source says over an item that was not understood before; its place and id stay. */
export async function rewriteItem(tx: Tx, id: string, item: NewItem): Promise<void> {
  await updateMessage(tx, id, content(item));
  await tx.manager.delete(MessageRecipient, { messageId: id });
  await tx.manager.delete(Attachment, { messageId: id });
  await insertRecipients(tx, id, item.recipients ?? []);
  await insertAttachments(tx, id, item.attachments ?? []);
  if (item.channelId) await addExternalIds(tx, item.channelId, id, item.externalIds ?? []);
  await reindexMessages(tx, [id]);
}

function chunks<T>(rows: T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += size) parts.push(rows.slice(at, at + size));
  return parts;
}
