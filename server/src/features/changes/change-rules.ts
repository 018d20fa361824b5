import { canInInbox, hasScope, isAdmin, type Principal } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import type { JournalEvent } from '../../kernel/events.js';
import { kindOfId } from '../../kernel/ids.js';

/** What a subscriber follows: exactly one of these. */
export interface ChangeScope {
  all?: boolean | null;
  inboxIds?: string[] | null;
  conversationId?: string | null;
  workspace?: boolean | null;
}
/** A change in the form of the schema; `node` is loaded by its own resolver. */
export interface ChangeRow {
  cursor: string;
  at: number;
  type: 'CREATED' | 'UPDATED' | 'DELETED' | 'RESYNC';
  event: string;
  nodeId: string | null;
  conversationId: string | null;
  inboxId: string | null;
  operationId: string | null;
}

/** A position that a client gave back to us; INVALID when it is none of ours. */
export function positionOf(after: string): number {
  if (!/^\d{1,15}$/.test(after))
    throw new DomainError('INVALID', '`after` is not a cursor of changes. Fetch again and start from that position.', {
      path: ['after'],
    });
  return Number(after);
}

/** Whether the event is among what the subscriber follows. */
export function inScope(scope: ChangeScope, event: JournalEvent): boolean {
  if (scope.conversationId) return event.conversationId === scope.conversationId || event.nodeId === scope.conversationId;
  if (scope.inboxIds)
    return [event.inboxId, event.previousInboxId, event.nodeId].some((id) => id !== null && scope.inboxIds?.includes(id));
  if (scope.workspace) return event.conversationId === null && event.contactId === null;
  return scope.all === true;
}

/** What a principal may learn of an event with the rights that he has now: the event, that it is gone for him, or nothing. */
export function seenBy(principal: Principal, event: JournalEvent): 'event' | 'gone' | 'nothing' {
  if (!inAudience(principal, event)) return 'nothing';
  const inboxId = event.inboxId ?? (kindOfId(event.nodeId) === 'inbox' ? event.nodeId : null);
  if (inboxId === null || canInInbox(principal, 'view', inboxId)) return 'event';
  const left = event.previousInboxId;
  return left !== null && canInInbox(principal, 'view', left) ? 'gone' : 'nothing';
}

function inAudience(principal: Principal, event: JournalEvent): boolean {
  const { audience } = event;
  if (audience?.startsWith('user:')) return principal.kind === 'user' && audience === `user:${principal.userId}`;
  if (audience === 'managers') return event.inboxId !== null && canInInbox(principal, 'manage', event.inboxId);
  if (audience === 'admins') return isAdmin(principal) || (principal.kind === 'integration' && hasScope(principal, ['ADMIN']));
  // Without an inbox and without a word about who may see it, nobody but admins may.
  if (audience === null && event.inboxId === null) return isAdmin(principal);
  const needs = event.contactId !== null && event.conversationId === null ? 'CONTACTS_READ' : 'CONVERSATIONS_READ';
  return hasScope(principal, [needs]);
}

/** Whether the event may have changed what this subscriber is allowed to see. */
export function mayChangeRights(ids: readonly string[], event: JournalEvent): boolean {
  if (ids.includes(event.nodeId)) return event.type !== 'agent.preferencesSaved' && event.type !== 'session.started';
  const kind = kindOfId(event.nodeId);
  if (kind === 'team') return event.data['accessChanged'] !== false;
  return kind === 'inboxMember' || (kind === 'inbox' && event.inboxId === null && event.data['accessChanged'] !== false);
}

/** Whether two states of one principal allow the same. */
export function sameRights(a: Principal, b: Principal): boolean {
  if (a.kind === 'system' || b.kind === 'system') return a.kind === b.kind;
  if (a.scopes.size !== b.scopes.size || [...a.scopes].some((scope) => !b.scopes.has(scope))) return false;
  if (a.kind !== 'user' || b.kind !== 'user') return a.kind === b.kind;
  if (a.role !== b.role || a.inboxRoles.size !== b.inboxRoles.size) return false;
  return [...a.inboxRoles].every(([inboxId, role]) => b.inboxRoles.get(inboxId) === role);
}

/** The event as the subscriber gets it. */
export function changeOf(event: JournalEvent, seen: 'event' | 'gone'): ChangeRow {
  return {
    cursor: String(event.position),
    at: event.at,
    type: seen === 'gone' ? 'DELETED' : event.change,
    event: event.type,
    nodeId: event.nodeId,
    conversationId: event.conversationId,
    inboxId: seen === 'gone' ? event.previousInboxId : event.inboxId,
    operationId: event.operationId,
  };
}

/** Tells the subscriber to fetch again. */
export function resync(position: number, at: number): ChangeRow {
  return {
    cursor: String(position),
    at,
    type: 'RESYNC',
    event: 'resync',
    nodeId: null,
    conversationId: null,
    inboxId: null,
    operationId: null,
  };
}
