import type { JournalEvent } from '../../kernel/events.js';
import { newId } from '../../kernel/ids.js';
import type { Webhook } from './webhook.entity.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';

/** What is told of an event: where more is to be asked for, and no texts. */
const FIELDS = ['position', 'actor', 'nodeId', 'inboxId', 'conversationId', 'contactId', 'data'] as const;
type Told = Pick<JournalEvent, 'id' | 'type' | 'at' | (typeof FIELDS)[number]>;

/** What a rule has told to one webhook, which `data` names; no other hears of it. */
export const TOLD_BY_RULE = 'automation.told';

/** Whether a webhook is there and on, and may know of an inbox. */
export function hears(webhook: Webhook | null | undefined, inboxId: string): webhook is Webhook {
  return webhook?.active === true && (webhook.inboxIds.length === 0 || webhook.inboxIds.includes(inboxId));
}

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
