import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { askForBacklog } from '../conversations/index.js';
import { type Inbox, requireManaged, tellOfInbox } from '../inboxes/index.js';
import { findTeams } from '../teams/index.js';
import { judge, meantBy, workersIn } from './candidates.js';
import { choose } from './choose.js';
import type { Candidate } from './routing-decision.entity.js';
import type { RoutingRule } from './routing-rule.entity.js';
import { replaceRules, rulesOf } from './routing.repository.js';

export interface RuleInput {
  /** Null for all channels that have no rule of their own. */
  channelId?: string | null;
  mode: RoutingRule['mode'];
  strategy: RoutingRule['strategy'];
  agentIds?: string[] | null;
  teamIds?: string[] | null;
  capacity?: number | null;
  reroute?: boolean | null;
}
export interface RoutingSave {
  inboxId: string;
  rules: RuleInput[];
  expectedVersion?: number | null;
}
/** Who would get the next one. */
export interface Preview {
  candidates: Candidate[];
  agentId: string | null;
}

const MOST = 100;
const CAPACITY = 1_000;

/** How inboxes hand out their conversations, as people set it (D16 to D19). */
@Injectable()
export class RoutingService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Replaces all rules of an inbox; what waits there is looked at again. */
  async save(ctx: Ctx, { inboxId, rules, expectedVersion }: RoutingSave): Promise<Inbox> {
    return this.uow.run(ctx, async (tx) => {
      const inbox = await requireManaged(tx, inboxId);
      const current = await rulesOf(tx, [inboxId]);
      const version = current[0]?.version ?? 0;
      const conflict = (): DomainError =>
        new DomainError('CONFLICT', 'The rules were changed meanwhile. Look at them again.', { currentId: inboxId });
      if (expectedVersion != null && expectedVersion !== version) throw conflict();
      const checked = await checkRules(tx, inboxId, rules);
      const turns = new Map(current.map((rule) => [rule.channelId, rule.lastAgentId]));
      const rows = checked.map((rule) => ({
        ...rule,
        lastAgentId: turns.get(rule.channelId) ?? null,
        updatedAt: tx.now,
        version: version + 1,
      }));
      if (!(await replaceRules(tx, inboxId, rows, version))) throw conflict();
      tellOfInbox(tx, inboxId);
      askForBacklog(tx, { inboxId });
      return inbox;
    });
  }

  /** Who would get the next conversation now by a rule that need not be saved. */
  async preview(ctx: Ctx, inboxId: string, input: RuleInput): Promise<Preview> {
    const { reader } = this.uow;
    if (!canInInbox(ctx.principal, 'manage', inboxId)) throw new DomainError('NOT_FOUND', 'There is no such inbox.');
    const { mode, strategy, agentIds, teamIds, capacity } = input;
    if (mode === 'UNASSIGNED') return { candidates: [], agentId: null };
    const saved = (await rulesOf(reader, [inboxId])).find(({ channelId }) => channelId === (input.channelId ?? ''));
    const ids = await meantBy(reader, { agentIds: (agentIds ?? []).slice(0, MOST), teamIds: (teamIds ?? []).slice(0, MOST) });
    const candidates = await judge(reader, { inboxId, capacity: capacity ?? null }, ids, { exceptId: null });
    const chosen = choose({ strategy, lastAgentId: saved?.lastAgentId ?? null }, candidates, Math.random);
    return { candidates, agentId: chosen?.agentId ?? null };
  }
}

type Checked = Omit<RoutingRule, 'lastAgentId' | 'updatedAt' | 'version'>;

/** The rules as they are kept; INVALID with the path of the first thing that can't be: whoever may not be picked is refused here (S2). */
async function checkRules(reader: Reader, inboxId: string, rules: readonly RuleInput[]): Promise<Checked[]> {
  const wrong = (message: string, ...path: (string | number)[]): never => {
    throw new DomainError('INVALID', message, { path: ['rules', ...path.map(String)] });
  };
  const channels = await reader.query<{ id: string }>('SELECT id FROM channel WHERE inbox_id = ? AND removed_at IS NULL', [
    inboxId,
  ]);
  const known = new Set(['', ...channels.map(({ id }) => id)]);
  const workers = await workersIn(reader, inboxId);
  const teams = new Map(
    (
      await findTeams(
        reader,
        rules.flatMap(({ teamIds }) => teamIds ?? []),
      )
    ).map((team) => [team.id, team]),
  );
  if (!rules.some(({ channelId }) => !channelId)) wrong('Say what holds for the inbox as a whole.');
  return rules.map((rule, at) => {
    const channelId = rule.channelId ?? '';
    if (!known.delete(channelId)) wrong('There is no such channel here, or it has a rule already.', at, 'channelId');
    const [agentIds, teamIds] = [[...new Set(rule.agentIds ?? [])], [...new Set(rule.teamIds ?? [])]];
    if (agentIds.length + teamIds.length > MOST) wrong(`A rule names at most ${MOST} people and teams.`, at, 'agentIds');
    agentIds.forEach((id, index) => {
      const agent = workers.get(id);
      if (!agent) wrong('Only active agents who work in this inbox can be named.', at, 'agentIds', index);
      if (agent?.seat === 'LIGHT')
        wrong(`${agent.name} has a light seat, which is never assigned anything by itself.`, at, 'agentIds', index);
    });
    teamIds.forEach((id, index) => {
      if (teams.get(id)?.deletedAt !== null) wrong('There is no team with this id.', at, 'teamIds', index);
    });
    const { mode, strategy, capacity = null, reroute } = rule;
    if (mode === 'SPECIFIC' && agentIds.length + teamIds.length === 0) wrong('Name people or teams.', at, 'agentIds');
    if (capacity !== null && (!Number.isInteger(capacity) || capacity < 1 || capacity > CAPACITY))
      wrong(`A limit is 1 to ${CAPACITY}.`, at, 'capacity');
    return { inboxId, channelId, mode, strategy, agentIds, teamIds, capacity, reroute: reroute ?? false };
  });
}
