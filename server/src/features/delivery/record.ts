import { laneOfChannel } from '../channels/index.js';
import { addItem, type Conversation, setDeliverySummary } from '../conversations/index.js';
import { type Message, inboxOfConversation, updateMessage } from '../messages/index.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import type { Delivery } from './delivery.entity.js';
import { deliveriesOf, insertDeliveries } from './delivery.repository.js';
import { isTrouble, summary, worst } from './status.js';

/** The job that sends what waits of one message. */
export const DELIVER = 'deliver';

/** A message that is to go out, with the people it goes to. */
export interface Outgoing {
  messageId: string;
  conversationId: string;
  channelId: string;
  threadId: string;
  recipients: { field: 'TO' | 'CC' | 'BCC'; kind: string; value: string; name?: string | null }[];
  degraded: string[];
  /** Not before: the undo time, or what its author chose; null sends at once. */
  heldUntil: number | null;
  /** After what waits in its thread already; true when not given. */
  inOrder?: boolean;
}

/** Puts a message into the outbox: a row for each recipient and the job, in the transaction that stores the message with its state. */
export async function queueDeliveries(tx: Tx, out: Outgoing): Promise<void> {
  const rows = out.recipients.map((to): Delivery => ({
    id: newId('delivery'),
    messageId: out.messageId,
    conversationId: out.conversationId,
    channelId: out.channelId,
    kind: to.kind,
    value: to.value,
    valueKey: identityKey(to.kind, to.value),
    name: to.name ?? null,
    field: to.field,
    status: out.heldUntil === null ? 'QUEUED' : 'HELD',
    attempts: 0,
    nextAttemptAt: out.heldUntil,
    error: null,
    reason: null,
    providerId: null,
    transport: null,
    degraded: out.degraded,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  }));
  await insertDeliveries(tx, rows);
  enqueueDelivery(tx, out, out.heldUntil);
}

/** In order within a thread, and held with its channel's lane. `since` is when the 48 hours begin: at `runAt` when not given. */
export function enqueueDelivery(
  tx: Tx,
  out: { messageId: string; channelId: string; threadId: string | null; inOrder?: boolean; since?: number },
  runAt: number | null,
): void {
  tx.enqueue({
    name: DELIVER,
    payload: { messageId: out.messageId, since: out.since ?? runAt ?? tx.now },
    lane: laneOfChannel(out.channelId),
    ...(out.inOrder === false ? {} : { key: `thread:${out.threadId ?? out.messageId}` }),
    ...(runAt === null ? {} : { runAt }),
  });
}

/** After deliveries of a message have moved: its own state, the conversation's, and the news to whoever looks on. `ended`: what is said once none is left. */
export async function refresh(tx: Tx, message: Message, ended: Delivery['status'] | null = null): Promise<void> {
  const rows = await deliveriesOf(tx, [message.id]);
  const status = worst(rows.map((row) => row.status)) ?? ended;
  await updateMessage(tx, message.id, { deliveryStatus: status });
  tx.emit({
    type: 'delivery.updated',
    change: 'UPDATED',
    nodeId: message.id,
    inboxId: await inboxOfConversation(tx, message.conversationId),
    conversationId: message.conversationId,
    data: { status },
  });
  if (await isLastSent(tx, message)) await setDeliverySummary(tx, message.conversationId, summary(status));
}

async function isLastSent(tx: Tx, message: Message): Promise<boolean> {
  const sql =
    "SELECT id FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' AND direction = 'OUTBOUND' AND delivery_status IS NOT NULL AND seq > ? LIMIT 1";
  return (await tx.query(sql, [message.conversationId, message.seq])).length === 0;
}

/** Our own message did not arrive, or nobody knows: said in the timeline, and the conversation is open again (product 5.3). */
export async function raiseTrouble(
  tx: Tx,
  message: Message,
  rows: Pick<Delivery, 'value' | 'status' | 'reason'>[],
): Promise<void> {
  const trouble = rows.filter((row) => isTrouble(row.status));
  const [first] = trouble;
  if (!first) return;
  const { conversation } = await addItem(
    tx,
    message.conversationId,
    {
      kind: 'ACTIVITY',
      direction: 'INTERNAL',
      author: { kind: 'SYSTEM', id: null, name: 'Delivery' },
      at: tx.now,
      activity: `delivery_${first.status.toLowerCase()}`,
      data: { messageId: message.id, recipients: trouble.map((row) => row.value), reason: first.reason },
    },
    { reopen: true },
  );
  tellPeople(tx, message, conversation, first.status);
}

/** Tells who has written it and who is responsible: they do not look at the conversation any more. */
function tellPeople(tx: Tx, message: Message, conversation: Conversation, status: Delivery['status']): void {
  const author = message.authorKind === 'USER' ? message.authorId : null;
  for (const userId of new Set([author, conversation.assigneeUserId]))
    if (userId)
      tx.emit({
        type: 'delivery.trouble',
        change: 'UPDATED',
        nodeId: message.id,
        inboxId: conversation.inboxId,
        conversationId: conversation.id,
        audience: `user:${userId}`,
        data: { status },
      });
}
