import { Injectable } from '@nestjs/common';
import type { AutomationRuleInput } from '../../generated/graphql.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { isId } from '../../kernel/ids.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { nameOf } from '../../kernel/names.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit, type AuditChange, changesOf } from '../audit/index.js';
import { lockWorkspace } from '../workspace/index.js';
import type { AutomationRule } from './automation-rule.entity.js';
import type { AutomationRun } from './automation-run.entity.js';
import { deleteRule, findRule, insertRule, listRules, placeRule, readRuns, updateRule } from './automation.repository.js';
import { type Issue, issuesOf } from './references.js';
import { checkBody } from './rule-input.js';
import { refuseReferences, requireScope } from './rule-rights.js';
import { knows, mayManage, scopeOf, scopesOf } from './scope.js';

/** `AutomationRuleSaveInput` as it arrives. */
export interface RuleSave {
  id: string;
  name?: string | null;
  active?: boolean | null;
  rule?: AutomationRuleInput | null;
  expectedVersion?: number | null;
}

const LIMIT = 200;
const NAME_LENGTH = 80;
const SAID = ['name', 'active', 'inboxIds', 'ownerUserId', 'when', 'conditions', 'actions'] as const;

/** Rules, for admins and who manages each inbox of a rule. */
@Injectable()
export class AutomationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** A page of those that who asks may read, in their order. */
  async list(ctx: Ctx, first: number | null, after: string | null) {
    const size = pageSize(first);
    const from = after ? decodeCursor(after, 'automationRules') : null;
    const position = await this.journal.position();
    const rules = await manageable(ctx, this.uow.reader, await listRules(this.uow.reader));
    const rest = from
      ? rules.filter(({ place, id }) => place > Number(from.value) || (place === from.value && id > from.id))
      : rules;
    const nodes = rest.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.place, id: node.id }, 'automationRules'), node }));
    return { position: String(position), edges, nodes, pageInfo: pageInfoOf(edges, rest.length > size, after) };
  }

  /** One, if who asks may read it. */
  async find(ctx: Ctx, id: string): Promise<AutomationRule | null> {
    const rule = await findRule(this.uow.reader, id);
    return rule && mayManage(ctx.principal, await scopeOf(this.uow.reader, rule)) ? rule : null;
  }

  /** What is wrong with rules now. */
  async issues(rules: readonly AutomationRule[]): Promise<Issue[][]> {
    return issuesOf(this.uow.reader, rules, await scopesOf(this.uow.reader, rules));
  }

  /** The log of a rule that who asks may read, newest first. */
  async runs(ruleId: string, first: number | null, after: string | null) {
    const size = pageSize(first);
    const list = `automationRuns:${ruleId}`;
    const before = after ? decodeCursor(after, list).id : null;
    const position = await this.journal.position();
    const rows: AutomationRun[] = await readRuns(this.uow.reader, ruleId, before, size + 1);
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.id, id: node.id }, list), node }));
    return { position: String(position), edges, nodes, pageInfo: pageInfoOf(edges, rows.length > size, after) };
  }

  /** Makes one, or changes the one with this id. One that is made, or switched on, begins with what happens from now on. */
  async save(ctx: Ctx, input: RuleSave): Promise<AutomationRule> {
    if (!isId('automationRule', input.id))
      throw new DomainError('INVALID', 'The id must be aru_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    const since = await this.journal.position();
    return this.uow.run(ctx, async (tx) => {
      // One at a time: places and the limit are rules about all rules together.
      await lockWorkspace(tx);
      const known = await findRule(tx, input.id);
      if (known && !mayManage(ctx.principal, await scopeOf(tx, known)))
        throw new DomainError('CONFLICT', 'This id is taken. Choose another.', { path: ['id'] });
      if (!known && input.expectedVersion != null) throw gone();
      const after = await wanted(tx, known ?? fresh(tx, input.id), input);
      if (known && SAID.every((field) => JSON.stringify(known[field]) === JSON.stringify(after[field]))) return known;
      if (known && input.expectedVersion != null && input.expectedVersion !== known.version) throw conflict(known.id);
      if (!known) return create(tx, { ...after, since });
      const resumed = after.active && !known.active ? { since } : {};
      const changed = { ...after, ...resumed, version: known.version + 1, updatedAt: tx.now };
      if (!(await updateRule(tx, known.id, known.version, changed))) throw conflict(known.id);
      await audit(tx, { action: 'AUTOMATION_RULE_CHANGED', object: changed, changes: told(known, changed) });
      return changed;
    });
  }

  /** Away with it and its log; one of inboxes that who asks does not know is answered as one that is gone already (S6). */
  async remove(ctx: Ctx, id: string, expectedVersion: number | null): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const known = await findRule(tx, id);
      const scope = known ? await scopeOf(tx, known) : new Set<string>();
      if (!known || !knows(ctx.principal, scope)) return id;
      if (!mayManage(ctx.principal, scope)) throw forbidden();
      if (expectedVersion !== null && expectedVersion !== known.version) throw conflict(id);
      await deleteRule(tx, id);
      await audit(tx, { action: 'AUTOMATION_RULE_REMOVED', object: known });
      return id;
    });
  }

  /** Puts some rules into this order, in the places that they have among all; answers all that who asks may read. */
  async order(ctx: Ctx, ids: readonly string[]): Promise<AutomationRule[]> {
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const all = await listRules(tx);
      const scopes = await scopesOf(tx, all);
      const named = [...new Set(ids)].map((id, index) => {
        const at = all.findIndex((rule) => rule.id === id);
        const [rule, scope] = [all[at], scopes[at] ?? new Set<string>()];
        if (!rule || !knows(ctx.principal, scope)) throw gone(['ids', String(index)]);
        if (!mayManage(ctx.principal, scope)) throw forbidden(['ids', String(index)]);
        return rule;
      });
      const places = named.map(({ place }) => place).toSorted((a, b) => a - b);
      const moved = named.flatMap((rule, at) => (places[at] === rule.place ? [] : [{ rule, place: places[at] ?? rule.place }]));
      for (const { rule, place } of moved) await placeRule(tx, rule.id, place);
      if (moved.length > 0)
        await audit(tx, ...moved.map(({ rule }) => ({ action: 'AUTOMATION_RULES_ORDERED' as const, object: rule })));
      return manageable(ctx, tx, await listRules(tx));
    });
  }
}

async function manageable(
  ctx: Ctx,
  reader: Tx | UnitOfWork['reader'],
  rules: readonly AutomationRule[],
): Promise<AutomationRule[]> {
  const scopes = await scopesOf(reader, rules);
  return rules.filter((_, at) => mayManage(ctx.principal, scopes[at] ?? new Set()));
}

/** The rule as the input wants it; what it does not name stays. */
async function wanted(tx: Tx, before: AutomationRule, input: RuleSave): Promise<AutomationRule> {
  const isNew = before.version === 0;
  const after = { ...before };
  if (isNew || input.name != null) after.name = checkName(input.name);
  if (input.active != null) after.active = input.active;
  if (!input.rule) {
    if (isNew) throw new DomainError('INVALID', 'Say what the rule does.', { path: ['rule'] });
    return after;
  }
  const body = checkBody(input.rule);
  Object.assign(after, body);
  const { principal } = tx.ctx;
  // Who says “all” says so of what he manages.
  if (body.inboxIds.length === 0 && (isNew || before.inboxIds.length > 0))
    after.ownerUserId = principal.kind === 'user' ? principal.userId : null;
  const scope = await requireScope(tx, principal, after, ['rule', 'inboxIds']);
  const same = JSON.stringify([before.inboxIds, before.conditions, before.actions]);
  if (same !== JSON.stringify([after.inboxIds, after.conditions, after.actions])) await refuseReferences(tx, after, scope);
  return after;
}

async function create(tx: Tx, rule: AutomationRule): Promise<AutomationRule> {
  const rules = await listRules(tx);
  if (rules.length >= LIMIT) throw new DomainError('LIMIT', `There are ${LIMIT} rules, which is the limit. Delete one first.`);
  const made = { ...rule, place: Math.max(0, ...rules.map(({ place }) => place)) + 1, version: 1 };
  await insertRule(tx, made);
  await audit(tx, { action: 'AUTOMATION_RULE_ADDED', object: made, changes: told(null, made) });
  return made;
}

function fresh(tx: Tx, id: string): AutomationRule {
  const { principal } = tx.ctx;
  const ownerUserId = principal.kind === 'user' ? principal.userId : null;
  const empty = {
    name: '',
    active: true,
    place: 0,
    inboxIds: [],
    when: 'MESSAGE_RECEIVED' as const,
    conditions: [],
    actions: [],
  };
  return { id, ...empty, ownerUserId, since: 0, createdAt: tx.now, updatedAt: tx.now, version: 0 };
}

/** Conditions and actions without what they say: it may be somebody's address, and the audit log keeps everything. */
function told(before: AutomationRule | null, after: AutomationRule): AuditChange[] {
  return changesOf(before, after, ['name', 'active', 'inboxIds', 'when', 'conditions', 'actions']).map((change) =>
    change.field === 'conditions' || change.field === 'actions' ? { field: change.field, before: null, after: null } : change,
  );
}

function checkName(given: string | null | undefined): string {
  const { name } = nameOf(given, 'Give the rule a name.');
  if ([...name].length <= NAME_LENGTH) return name;
  throw new DomainError('INVALID', `A name has at most ${NAME_LENGTH} characters.`, { path: ['name'] });
}

function pageInfoOf(edges: readonly { cursor: string }[], hasNextPage: boolean, after: string | null) {
  const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  return { hasNextPage, hasPreviousPage: Boolean(after), startCursor, endCursor };
}

function gone(path = ['id']): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such rule.', { path });
}

function forbidden(path = ['id']): DomainError {
  return new DomainError('FORBIDDEN', 'Only those who manage all inboxes of a rule change it.', { path });
}

function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this rule. Look at it again.', { currentId });
}
