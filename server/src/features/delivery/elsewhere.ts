import { identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import type { Message } from '../messages/index.js';
import { insertDeliveries } from './delivery.repository.js';

/** Somebody to whom a message went. */
export interface SentTo {
  kind: string;
  value: string;
  name?: string | null;
  field: 'TO' | 'CC' | 'BCC';
}

/** Keeps that a message has gone out by another way than ours: a row for each recipient, so that a bounce of it is understood too (R-BNC-1). */
export async function recordSentElsewhere(
  tx: Tx,
  message: Pick<Message, 'id' | 'conversationId'> & { channelId: string },
  recipients: readonly SentTo[],
): Promise<void> {
  const byKey = new Map(recipients.map((to) => [`${to.kind} ${identityKey(to.kind, to.value)}`, to]));
  const rows = [...byKey.values()].map((to) => ({
    id: newId('delivery'),
    messageId: message.id,
    conversationId: message.conversationId,
    channelId: message.channelId,
    kind: to.kind,
    value: to.value,
    valueKey: identityKey(to.kind, to.value),
    name: to.name ?? null,
    field: to.field,
    status: 'SENT' as const,
    attempts: 0,
    nextAttemptAt: null,
    error: null,
    reason: null,
    providerId: null,
    transport: null,
    degraded: [],
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  }));
  await insertDeliveries(tx, rows);
}
