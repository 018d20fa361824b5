import type { JournalEvent } from '../../kernel/events.js';
import type { NotificationKind } from './notification.entity.js';

/** For whom a piece of news is: named people, a team, who has the conversation, or who follows its inbox. */
export type For = { userIds: readonly string[] } | { teamId: string } | { holder: true; orElse?: string } | { followers: true };

/** Something that somebody may want to be told of, as the journal says it; who may see it is looked at later. */
export interface News {
  kind: NotificationKind;
  event: JournalEvent;
  for: For;
}

/** What a stretch of the journal means for notifications. */
export type Meaning =
  | { news: News }
  /** One person has looked at a conversation: at all of it, or at where he was mentioned. */
  | { looked: { userId: string; conversationId: string; only?: NotificationKind } }
  /** Somebody has taken it: it no longer asks for others. */
  | { taken: string }
  | { moved: string; inboxId: string }
  | { gone: string }
  /** A session in which browsers may have been added to push to. */
  | { ended: string };

/** What an event means, if anything. */
export function meaningsOf(event: JournalEvent): Meaning[] {
  const { type, conversationId, data } = event;
  if (type === 'task.reminder') return toOne(event, 'REMINDER');
  if (type === 'session.revoked') return [{ ended: event.nodeId }];
  if (type === 'note.mentioned') return toOne(event, 'MENTIONED');
  if (!conversationId) return [];
  switch (type) {
    case 'conversation.assigned':
      return assigned(event, conversationId);
    case 'mention.created':
      return toOne(event, 'MENTIONED');
    case 'routing.owner_away':
      return toOne(event, 'OWN_CONTACT');
    case 'delivery.trouble':
      return toOne(event, 'NOT_DELIVERED');
    case 'message.received':
      return received(event);
    case 'comment.added':
      return [{ news: { kind: 'MESSAGE', event, for: { holder: true } } }];
    case 'conversation.handed_off':
    case 'conversation.queued':
      return [{ news: { kind: 'NEW_CONVERSATION', event, for: { followers: true } } }];
    case 'conversation.woken':
      // One that a new message woke is told of as that message.
      return data['reason'] === 'TIME' ? [{ news: { kind: 'WOKEN', event, for: { holder: true, ...orElse(data) } } }] : [];
    case 'conversation.sla_missed':
      return missed(event);
    case 'conversation.read':
      return looked(event, conversationId);
    case 'mention.seen':
      return looked(event, conversationId, 'MENTIONED');
    case 'conversation.updated':
      return event.previousInboxId && event.inboxId ? [{ moved: conversationId, inboxId: event.inboxId }] : [];
    case 'conversation.deleted':
      return [{ gone: conversationId }];
    default:
      return [];
  }
}

function assigned(event: JournalEvent, conversationId: string): Meaning[] {
  const { assigneeId, previousAssigneeId, teamId, previousTeamId } = event.data;
  if (typeof assigneeId === 'string') {
    if (assigneeId === previousAssigneeId) return [];
    return [{ taken: conversationId }, { news: { kind: 'ASSIGNED', event, for: { userIds: [assigneeId] } } }];
  }
  if (typeof teamId !== 'string' || teamId === previousTeamId) return [];
  return [{ news: { kind: 'TEAM_ASSIGNED', event, for: { teamId } } }];
}

/** What was imported, and what no person wrote, is news to nobody. */
function received(event: JournalEvent): Meaning[] {
  const { history, automatic, first } = event.data;
  if (history === true || automatic) return [];
  const toHolder: Meaning = { news: { kind: 'MESSAGE', event, for: { holder: true } } };
  return first === true ? [toHolder, { news: { kind: 'NEW_CONVERSATION', event, for: { followers: true } } }] : [toHolder];
}

/** To whoever has it; else to the team that has it, or to those who follow its inbox. */
function missed(event: JournalEvent): Meaning[] {
  const { teamId } = event.data;
  const others = typeof teamId === 'string' ? { teamId } : { followers: true as const };
  return [{ holder: true as const }, others].map((to) => ({ news: { kind: 'SLA_MISSED', event, for: to } }));
}

function toOne(event: JournalEvent, kind: NotificationKind): Meaning[] {
  const userId = addressee(event);
  return userId === null ? [] : [{ news: { kind, event, for: { userIds: [userId] } } }];
}

function looked(event: JournalEvent, conversationId: string, only?: NotificationKind): Meaning[] {
  const userId = addressee(event);
  return userId === null ? [] : [{ looked: { userId, conversationId, ...(only ? { only } : {}) } }];
}

function orElse(data: Record<string, unknown>): { orElse?: string } {
  return typeof data['byId'] === 'string' ? { orElse: data['byId'] } : {};
}

function addressee({ audience }: JournalEvent): string | null {
  return audience?.startsWith('user:') ? audience.slice('user:'.length) : null;
}
