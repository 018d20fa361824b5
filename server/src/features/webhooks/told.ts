import type { JournalEvent } from '../../kernel/events.js';
import { newId } from '../../kernel/ids.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';

/** What is told of an event: where more is to be asked for, and no texts. */
const FIELDS = ['position', 'actor', 'nodeId', 'inboxId', 'conversationId', 'contactId', 'data'] as const;
type Told = Pick<JournalEvent, 'id' | 'type' | 'at' | (typeof FIELDS)[number]>;

/** An event as it will be sent to one webhook. */
export function deliveryOf(webhookId: string, event: Told, now: number): WebhookDelivery {
  const { id, type, at } = event;
  const rest = Object.fromEntries(FIELDS.map((field) => [field, event[field]]));
  return {
    id: newId('webhookDelivery'),
    webhookId,
    eventId: id,
    eventType: type,
    line: event.conversationId ?? event.nodeId,
    body: JSON.stringify({ id, type, at: new Date(at).toISOString(), ...rest }),
    state: 'PENDING',
    attempts: 0,
    status: null,
    error: null,
    nextAttemptAt: null,
    since: now,
    createdAt: now,
    deliveredAt: null,
  };
}

/** An event of nothing that happened, which is in no journal: for an admin who wants to see how the far side answers. */
export function testEvent(webhookId: string, position: number, at: number): Told {
  const actor = { kind: 'SYSTEM' as const, id: null, name: 'Webhooks' };
  const about = { nodeId: webhookId, inboxId: null, conversationId: null, contactId: null, data: {} };
  return { id: newId('event'), type: 'webhook.test', at, position, actor, ...about };
}
