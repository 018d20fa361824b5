import type { AutomationReason } from '../../generated/graphql.js';
import type { Reader } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { effectiveMembers, findInboxes } from '../inboxes/index.js';
import { findSnippets, type Snippet } from '../snippets/index.js';
import { findTags } from '../tags/index.js';
import { findTeams, teamMembersOf, type Team } from '../teams/index.js';
import { hears, listWebhooks, type Webhook } from '../webhooks/index.js';
import type { Action, AutomationRule, Condition } from './automation-rule.entity.js';
import type { Scope } from './scope.js';

/** What a rule names and is not there any more, or can't be done. */
export interface Issue {
  part: 'RULE' | 'CONDITION' | 'ACTION';
  index: number | null;
  reason: AutomationReason;
}

/** Whether a snippet can be sent in an inbox: shared for all, or there. */
export function serves(snippet: Snippet | null | undefined, inboxId: string): snippet is Snippet {
  return snippet?.scopeKey === '' && (snippet.inboxId === null || snippet.inboxId === inboxId);
}

/** Everything that rules name, as far as it is there. */
interface There {
  tags: ReadonlySet<string>;
  agents: ReadonlyMap<string, User>;
  teams: ReadonlyMap<string, Team>;
  snippets: ReadonlyMap<string, Snippet>;
  webhooks: ReadonlyMap<string, Webhook>;
  /** Who works in an inbox, teams as well as people. */
  workers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** For each of some rules what is wrong with it now; as many statements for many as for one. */
export async function issuesOf(
  reader: Reader,
  rules: readonly Pick<AutomationRule, 'inboxIds' | 'conditions' | 'actions'>[],
  scopes: readonly Scope[],
): Promise<Issue[][]> {
  const there = await load(reader, rules, scopes);
  return rules.map((rule, at) => {
    const scope = scopes[at] ?? new Set<string>();
    const issues: Issue[] = [];
    if (rule.inboxIds.length === 0 && scope.size === 0) issues.push({ part: 'RULE', index: null, reason: 'OWNER_GONE' });
    if (rule.inboxIds.some((id) => !scope.has(id))) issues.push({ part: 'RULE', index: null, reason: 'INBOX_GONE' });
    rule.conditions.forEach((condition, index) => {
      const reason = wrongIn(condition, there, scope);
      if (reason) issues.push({ part: 'CONDITION', index, reason });
    });
    rule.actions.forEach((action, index) => {
      const reason = wrongWith(action, there, scope);
      if (reason) issues.push({ part: 'ACTION', index, reason });
    });
    return issues;
  });
}

function wrongIn({ field, values }: Condition, { tags, agents, teams }: There, scope: Scope): AutomationReason | null {
  const missing = (known: { has(id: string): boolean }): boolean => values.some((id) => !known.has(id));
  if (field === 'TAGS' && missing(tags)) return 'TAG_GONE';
  if (field === 'ASSIGNEE' && missing(agents)) return 'AGENT_GONE';
  if (field === 'TEAM' && missing(teams)) return 'TEAM_GONE';
  return field === 'INBOX' && missing(scope) ? 'INBOX_GONE' : null;
}

function wrongWith(
  action: Action,
  { tags, agents, teams, snippets, webhooks, workers }: There,
  scope: Scope,
): AutomationReason | null {
  const { tagId, agentId, teamId, snippetId, webhookId } = action;
  const works = (id: string): boolean => [...scope].some((inboxId) => workers.get(inboxId)?.has(id));
  if (tagId !== null && !tags.has(tagId)) return 'TAG_GONE';
  if (agentId !== null) return agents.get(agentId)?.state !== 'ACTIVE' ? 'AGENT_GONE' : works(agentId) ? null : 'AGENT_OUTSIDE';
  if (teamId !== null) return teams.get(teamId)?.deletedAt !== null ? 'TEAM_GONE' : works(teamId) ? null : 'TEAM_OUTSIDE';
  // A rule that was saved before there were webhooks in rules says nothing of one.
  if (webhookId != null) return [...scope].some((inboxId) => hears(webhooks.get(webhookId), inboxId)) ? null : 'WEBHOOK_GONE';
  if (snippetId === null) return null;
  return [...scope].some((inboxId) => serves(snippets.get(snippetId), inboxId)) ? null : 'SNIPPET_GONE';
}

async function load(
  reader: Reader,
  rules: readonly Pick<AutomationRule, 'conditions' | 'actions'>[],
  scopes: readonly Scope[],
): Promise<There> {
  const actions = rules.flatMap((rule) => rule.actions);
  const named = (field: Condition['field']): string[] =>
    rules.flatMap(({ conditions }) => conditions.flatMap((one) => (one.field === field ? one.values : [])));
  const ids = (field: 'tagId' | 'agentId' | 'teamId' | 'snippetId', more: string[] = []): string[] => [
    ...new Set([...actions.flatMap((action) => action[field] ?? []), ...more]),
  ];
  const [agentIds, teamIds] = [ids('agentId', named('ASSIGNEE')), ids('teamId', named('TEAM'))];
  const assigns = actions.some(({ agentId, teamId }) => agentId !== null || teamId !== null);
  const inboxes = assigns ? await findInboxes(reader, [...new Set(scopes.flatMap((scope) => [...scope]))]) : [];
  const members = inboxes.length > 0 ? await effectiveMembers(reader, inboxes) : [];
  const people = await teamMembersOf(reader, teamIds);
  const workers = inboxes.map(({ id }, at): [string, Set<string>] => {
    const agents = new Set((members[at] ?? []).flatMap(({ agent, role }) => (role === 'VIEWER' ? [] : [agent.id])));
    const teams = people.filter(({ userId }) => agents.has(userId)).map(({ teamId }) => teamId);
    return [id, new Set([...agents, ...teams])];
  });
  return {
    tags: new Set((await findTags(reader, ids('tagId', named('TAGS')))).map(({ id }) => id)),
    agents: byId(await findAgents(reader, agentIds)),
    teams: byId(await findTeams(reader, teamIds)),
    snippets: byId(await findSnippets(reader, ids('snippetId'))),
    webhooks: byId(actions.some(({ webhookId }) => webhookId != null) ? await listWebhooks(reader) : []),
    workers: new Map(workers),
  };
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
