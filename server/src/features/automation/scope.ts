import { canInInbox, hasScope, isAdmin, type Principal } from '../../kernel/access.js';
import type { Reader } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { effectiveMembers, type Inbox, listInboxes } from '../inboxes/index.js';
import type { AutomationRule } from './automation-rule.entity.js';

/** Where a rule acts: its inboxes as far as they are there. */
export type Scope = ReadonlySet<string>;
type Scoped = Pick<AutomationRule, 'inboxIds' | 'ownerUserId'>;

/** For each of some rules where it acts now. */
export async function scopesOf(reader: Reader, rules: readonly Scoped[]): Promise<Scope[]> {
  if (rules.length === 0) return [];
  const living = await listInboxes(reader, { all: true });
  const owners = rules.flatMap(({ inboxIds, ownerUserId }) => (inboxIds.length === 0 ? (ownerUserId ?? []) : []));
  const managed = await managedBy(reader, living, [...new Set(owners)]);
  return rules.map(({ inboxIds, ownerUserId }) => {
    if (inboxIds.length > 0) return new Set(living.filter(({ id }) => inboxIds.includes(id)).map(({ id }) => id));
    return ownerUserId === null ? new Set(living.map(({ id }) => id)) : (managed.get(ownerUserId) ?? new Set());
  });
}

export async function scopeOf(reader: Reader, rule: Scoped): Promise<Scope> {
  return (await scopesOf(reader, [rule]))[0] ?? new Set();
}

/** Whether somebody may read and write a rule: admins any, others when they manage each inbox where it acts. */
export function mayManage(principal: Principal, scope: Scope): boolean {
  if (principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN'])) return true;
  return scope.size > 0 && [...scope].every((id) => canInInbox(principal, 'manage', id));
}

/** Whether somebody may know that there is a rule: it acts in an inbox that he sees. */
export function knows(principal: Principal, scope: Scope): boolean {
  return mayManage(principal, scope) || [...scope].some((id) => canInInbox(principal, 'view', id));
}

async function managedBy(reader: Reader, living: readonly Inbox[], userIds: readonly string[]): Promise<Map<string, Scope>> {
  const owners = (await findAgents(reader, userIds)).filter(({ state }) => state === 'ACTIVE');
  const members = owners.some(({ role }) => role === 'MEMBER') ? await effectiveMembers(reader, living) : [];
  return new Map(
    owners.map(({ id, role }) => {
      const manages = (at: number): boolean =>
        role !== 'MEMBER' || (members[at] ?? []).some(({ agent, role: inInbox }) => agent.id === id && inInbox === 'MANAGER');
      return [id, new Set(living.filter((_, at) => manages(at)).map((inbox) => inbox.id))];
    }),
  );
}
