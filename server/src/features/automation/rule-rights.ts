import { canInInbox, type Principal } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import type { Reader } from '../../kernel/uow.js';
import type { AutomationRule, Action } from './automation-rule.entity.js';
import { type Issue, issuesOf } from './references.js';
import { type Scope, scopeOf } from './scope.js';

type Scoped = Pick<AutomationRule, 'inboxIds' | 'ownerUserId'>;

/** Where it would act, if who asks manages all of it; else NOT_FOUND or FORBIDDEN (S84). */
export async function requireScope(reader: Reader, principal: Principal, rule: Scoped, path: readonly string[]): Promise<Scope> {
  const scope = await scopeOf(reader, rule);
  rule.inboxIds.forEach((id, at) => {
    const there = [...path, String(at)];
    if (!scope.has(id) || !canInInbox(principal, 'view', id))
      throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: there });
    if (!canInInbox(principal, 'manage', id))
      throw new DomainError('FORBIDDEN', 'Only those who manage an inbox let a rule act in it.', { path: there });
  });
  const mine = scope.size > 0 && [...scope].every((id) => canInInbox(principal, 'manage', id));
  if (rule.inboxIds.length === 0 && !mine)
    throw new DomainError('FORBIDDEN', 'You manage no inbox in which the rule could act.', { path: [...path] });
  return scope;
}

const WORDS: Partial<Record<Issue['reason'], string>> = {
  TAG_GONE: 'There is no such tag.',
  AGENT_GONE: 'There is no active agent with this id.',
  AGENT_OUTSIDE: 'The agent works in none of the inboxes of the rule.',
  TEAM_GONE: 'There is no such team.',
  TEAM_OUTSIDE: 'Nobody of the team works in any of the inboxes of the rule.',
  SNIPPET_GONE: 'There is no such snippet that is shared in an inbox of the rule.',
  WEBHOOK_GONE: 'There is no such webhook that is on and hears of an inbox of the rule.',
  INBOX_GONE: 'The rule does not act in this inbox.',
};
const ID_FIELDS = ['tagId', 'agentId', 'teamId', 'snippetId', 'webhookId'] as const satisfies (keyof Action)[];

/** INVALID with the path of the first thing that is named and is not there. */
export async function refuseReferences(reader: Reader, rule: AutomationRule, scope: Scope): Promise<void> {
  const [issues = []] = await issuesOf(reader, [rule], [scope]);
  const [issue] = issues;
  if (!issue) return;
  const action = issue.part === 'ACTION' ? rule.actions[issue.index ?? 0] : null;
  const field = action ? (ID_FIELDS.find((one) => action[one] != null) ?? 'kind') : 'values';
  const list = issue.part === 'ACTION' ? 'actions' : 'conditions';
  const path = issue.part === 'RULE' ? ['rule', 'inboxIds'] : ['rule', list, String(issue.index), field];
  throw new DomainError('INVALID', WORDS[issue.reason] ?? 'This is not there any more.', { path });
}
