import { placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { MessageEvent } from './inbound-event.js';
import type { OwnAddresses } from './surroundings.js';

/** A message that is here, by one of the ids under which its network knows it. */
export interface KnownMessage {
  externalId: string;
  channelId: string;
  inboxId: string;
  messageId: string;
  conversationId: string;
  threadId: string | null;
  direction: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';
}

/** A page of ids in one statement; a References header may hold a thousand (R-THR-7). */
const PER_STATEMENT = 400;

/** All messages that an event's own ids or those that it answers name, of whichever channel: who may see or join them is asked where they are used. */
export async function knownMessages(reader: Reader, event: MessageEvent): Promise<KnownMessage[]> {
  const ids = [...new Set([event.id, ...(event.knownAs ?? []), ...(event.thread.answers ?? [])])];
  const found: KnownMessage[] = [];
  for (let start = 0; start < ids.length; start += PER_STATEMENT) {
    const part = ids.slice(start, start + PER_STATEMENT);
    const rows = await reader.query<KnownMessage>(
      `SELECT e.external_id AS "externalId", e.channel_id AS "channelId", c.inbox_id AS "inboxId", m.id AS "messageId",
              m.conversation_id AS "conversationId", m.thread_id AS "threadId", m.direction AS direction
       FROM external_id e JOIN channel c ON c.id = e.channel_id JOIN message m ON m.id = e.message_id
       WHERE e.external_id IN (${placeholders(part)}) ORDER BY m.id`,
      part,
    );
    found.push(...rows);
  }
  return found;
}

/** Which of these ids a channel has messages of already. */
export async function messageIdsHere(reader: Reader, channelId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.query<{ id: string }>(
    `SELECT external_id AS id FROM external_id WHERE channel_id = ? AND external_id IN (${placeholders(ids)})`,
    [channelId, ...ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The class of the advisory locks that hold the second of two twins back; any number that no other class has. */
const TWINS = 7_310_010;

/**
 * What went to two of our inboxes comes in twice, maybe at the same moment: the one that is stored second waits for the first, sees it,
 * and is linked to it (R-INB-1). SQLite has one writer anyway.
 */
export async function awaitTwin(tx: Tx, { id, knownAs, to = [], cc = [] }: MessageEvent, own: OwnAddresses): Promise<void> {
  if (tx.dialect !== 'postgres') return;
  const ours = new Set([...to, ...cc].filter((address) => own.ofAny(address)).map(({ value }) => value));
  if (ours.size > 1) await tx.query('SELECT pg_advisory_xact_lock(?, hashtext(?))', [TWINS, knownAs?.[0] ?? id]);
}
