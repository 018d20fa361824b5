import type { AutomationTrigger } from '../../generated/graphql.js';
import type { JournalEvent } from '../../kernel/events.js';

const BY_TYPE: Record<string, AutomationTrigger> = {
  'conversation.created': 'CONVERSATION_CREATED',
  'message.received': 'MESSAGE_RECEIVED',
  'message.sent': 'REPLY_SENT',
  'conversation.closed': 'STATUS_CHANGED',
  'conversation.reopened': 'STATUS_CHANGED',
  'conversation.snoozed': 'STATUS_CHANGED',
  'conversation.woken': 'STATUS_CHANGED',
  'conversation.assigned': 'ASSIGNED',
  'conversation.unassigned': 'UNASSIGNED',
  'conversation.tagged': 'TAG_ADDED',
  'conversation.sla_missed': 'REPLY_OVERDUE',
};

/** What an event is to rules; null for what means nothing to them, such as what is imported. */
export function triggerOf({ type, data }: Pick<JournalEvent, 'type' | 'data'>): AutomationTrigger | null {
  const trigger = BY_TYPE[type] ?? null;
  if (trigger === null || data['history'] || data['side']) return null;
  if (trigger === 'REPLY_SENT' && data['automatic']) return null;
  if (trigger === 'TAG_ADDED' && !(Array.isArray(data['added']) && data['added'].length > 0)) return null;
  return trigger;
}
