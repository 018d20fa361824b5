import { findConversation, participantsOf } from '../conversations/index.js';
import type { Channel } from '../channels/index.js';
import { insertRows, placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { AwaitedMessage } from './awaited-message.entity.js';
import type { MessageEvent } from './inbound-event.js';
import { type Found, NOWHERE, sharesDomain, tookPart } from './threading.js';

/** The nearest of those that a message cites; a longer chain leads to the same conversation. */
const REMEMBERED = 20;

/** Remembers what a message cites and is not here yet, so that it finds its answer when it comes (R-THR-1). */
export async function awaitParents(tx: Tx, channel: Channel, conversationId: string, event: MessageEvent): Promise<void> {
  const ids = [...new Set(event.thread.answers ?? [])].slice(0, REMEMBERED);
  const rows = ids.map((externalId) => ({ channelId: channel.id, externalId, conversationId, createdAt: tx.now }));
  await insertRows(tx, AwaitedMessage, rows, 'ON CONFLICT DO NOTHING');
}

/** Where an answer waits for this message: there it belongs, if its sender has a part in it; else the two are linked. */
export async function placeAwaited(tx: Tx, channel: Channel, event: MessageEvent): Promise<Found | null> {
  const ids = event.knownAs ?? [];
  if (ids.length === 0) return null;
  const [row] = await tx.query<{ conversation_id: string }>(
    `SELECT conversation_id FROM awaited_message WHERE external_id IN (${placeholders(ids)})
     AND channel_id IN (SELECT id FROM channel WHERE inbox_id = ?) ORDER BY created_at, conversation_id LIMIT 1`,
    [...ids, channel.inboxId],
  );
  const conversation = row && (await findConversation(tx, row.conversation_id));
  if (!conversation || conversation.inboxId !== channel.inboxId || conversation.placement === 'TRASH') return null;
  if (event.sender === 'self') return { ...NOWHERE, conversation };
  const participants = await participantsOf(tx, conversation.id);
  if (await tookPart(tx, conversation.id, event.sender, participants)) return { ...NOWHERE, conversation, participants };
  if (await sharesDomain(tx, conversation.id, event.sender, participants))
    return { ...NOWHERE, conversation, participants, stranger: true, newParticipant: true };
  return { ...NOWHERE, linkedTo: conversation.id };
}
