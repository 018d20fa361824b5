import type { VisitedPage } from '@balie/plugin-sdk';
import { identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import { newToken } from '../../kernel/random.js';
import { fromRows, insertRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { lockConversation, updateConversation } from './conversation.repository.js';
import { oneLine, SUBJECT_LENGTH } from './conversation-text.js';
import { Participant } from './participant.entity.js';
import { Thread, type Visited } from './thread.entity.js';

type Raw = Record<string, unknown>;

/** How a channel sees a conversation, when it begins to. */
export interface NewThread {
  conversationId: string;
  channelId: string;
  externalKey?: string | null;
  subject: string;
  purpose?: Thread['purpose'];
}

/** Makes the thread, with a reply token that nobody can guess. The network's own key is taken once only: null when another thread has it. */
export async function createThread(tx: Tx, input: NewThread): Promise<Thread | null> {
  const thread: Thread = {
    id: newId('thread'),
    conversationId: input.conversationId,
    channelId: input.channelId,
    externalKey: input.externalKey ?? null,
    formerKey: null,
    subject: oneLine(input.subject, SUBJECT_LENGTH),
    purpose: input.purpose ?? 'CUSTOMER',
    replyToken: newToken(),
    visited: null,
    createdAt: tx.now,
  };
  return (await insertRows(tx, Thread, [thread], 'ON CONFLICT DO NOTHING')) === 1 ? thread : null;
}

export async function findThread(reader: Reader, id: string): Promise<Thread | null> {
  return one(reader, 'id = ?', [id]);
}

/** The thread whose answers carry this token. */
export async function findThreadByToken(reader: Reader, replyToken: string): Promise<Thread | null> {
  return one(reader, 'reply_token = ?', [replyToken]);
}

/** The thread that the channel's network knows by this key. */
export async function findThreadByKey(reader: Reader, channelId: string, externalKey: string): Promise<Thread | null> {
  return one(reader, 'channel_id = ? AND external_key = ?', [channelId, externalKey]);
}

/** From now on what comes under the key begins anew: the thread that had it keeps it as what it was known by. */
export async function passKeyOn(tx: Tx, channelId: string, externalKey: string): Promise<void> {
  const sql = 'UPDATE thread SET former_key = external_key, external_key = NULL WHERE channel_id = ? AND external_key = ?';
  await tx.execute(sql, [channelId, externalKey]);
}

/** The customer's threads that the channel's network knows, or has known, by this key. */
export async function threadsUnderKey(reader: Reader, channelId: string, key: string): Promise<Thread[]> {
  const both = [channelId, key, channelId, key];
  const sql = `SELECT * FROM thread WHERE purpose = 'CUSTOMER'
    AND ((channel_id = ? AND external_key = ?) OR (channel_id = ? AND former_key = ?))`;
  return fromRows(reader, Thread, await reader.query<Raw>(sql, both));
}

/** The threads of a conversation, oldest first. */
export async function threadsOf(reader: Reader, conversationId: string): Promise<Thread[]> {
  const rows = await reader.query<Raw>('SELECT * FROM thread WHERE conversation_id = ? ORDER BY id', [conversationId]);
  return fromRows(reader, Thread, rows);
}

/** Keeps where the other side is; the page before is forgotten. */
export async function keepVisited(tx: Tx, threadId: string, page: VisitedPage): Promise<Visited> {
  const visited = { ...page, at: tx.now };
  await tx.execute('UPDATE thread SET visited = ? WHERE id = ?', [JSON.stringify(visited), threadId]);
  return visited;
}

async function one(reader: Reader, condition: string, values: unknown[]): Promise<Thread | null> {
  return fromRows(reader, Thread, await reader.query<Raw>(`SELECT * FROM thread WHERE ${condition}`, values))[0] ?? null;
}

/** Somebody who takes part in a conversation. */
export interface NewParticipant {
  contactId?: string | null;
  kind: string;
  value: string;
  name?: string | null;
  role: Participant['role'];
}

/** Keeps who takes part, each address once; true when it is new here. */
export async function addParticipant(tx: Tx, conversationId: string, participant: NewParticipant): Promise<boolean> {
  return (await addParticipants(tx, conversationId, [participant])) === 1;
}

/** Keeps who takes part, each address once, as it was first given; answers how many are new here. */
export async function addParticipants(tx: Tx, conversationId: string, participants: readonly NewParticipant[]): Promise<number> {
  const rows = new Map<string, Participant>();
  for (const participant of participants) {
    const row = participantOf(tx, conversationId, participant);
    const key = `${row.kind} ${row.valueKey}`;
    if (!rows.has(key)) rows.set(key, row);
  }
  const added = await insertRows(tx, Participant, [...rows.values()], 'ON CONFLICT DO NOTHING');
  if (added === 0) return 0;
  const before = await lockConversation(tx, conversationId);
  const participantCount = before.participantCount + added;
  await updateConversation(tx, before, { ...before, participantCount });
  return added;
}

function participantOf(tx: Tx, conversationId: string, participant: NewParticipant): Participant {
  return {
    id: newId('participant'),
    conversationId,
    contactId: participant.contactId ?? null,
    kind: participant.kind,
    value: participant.value,
    valueKey: identityKey(participant.kind, participant.value),
    name: participant.name ?? null,
    role: participant.role,
    createdAt: tx.now,
  };
}

/** Who takes part, in the order in which they came. */
export async function participantsOf(reader: Reader, conversationId: string): Promise<Participant[]> {
  const rows = await reader.query<Raw>('SELECT * FROM participant WHERE conversation_id = ? ORDER BY id', [conversationId]);
  return fromRows(reader, Participant, rows);
}
