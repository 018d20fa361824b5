import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { lockAgents } from '../availability/index.js';
import { changeConversation, type Conversation } from '../conversations/index.js';
import { judge, meantBy } from './candidates.js';
import { choose } from './choose.js';
import type { Candidate, RoutingDecision } from './routing-decision.entity.js';
import type { RoutingRule } from './routing-rule.entity.js';
import { insertDecision, keepTurn, ruleFor } from './routing.repository.js';

export interface Occasion {
  occasion: RoutingDecision['occasion'];
  /** To whom it does not go (S69). */
  exceptId: string | null;
}

const NOBODY: Pick<RoutingRule, 'mode' | 'strategy'> = { mode: 'UNASSIGNED', strategy: 'RANDOM' };
const ACTOR = { kind: 'SYSTEM', id: null, name: 'Routing' } as const;

/**
 * Decides who gets a conversation that the unit holds, by the rule of its channel or inbox, and keeps why (N13). Those whom the rule
 * means are held until the end of the unit, so that two decisions never see the same room for one more (D19).
 */
export async function decide(
  tx: Tx,
  conversation: Conversation,
  { occasion, exceptId }: Occasion,
): Promise<RoutingDecision['outcome']> {
  const known = await ruleFor(tx, conversation.inboxId, conversation.originalChannelId);
  // What a team has goes back to the team, which hands it out itself.
  const rule = known?.mode === 'UNASSIGNED' || conversation.assigneeTeamId !== null ? null : known;
  const candidates = rule ? await candidatesFor(tx, rule, exceptId) : [];
  // Whose turn it is may have moved on while we waited for the agents.
  const turn = rule?.strategy === 'ROUND_ROBIN' ? await ruleFor(tx, rule.inboxId, rule.channelId) : rule;
  const chosen = turn ? choose(turn, candidates, Math.random) : null;
  const outcome = chosen ? 'ASSIGNED' : rule ? 'WAITING' : 'UNASSIGNED';
  // It stands in line already: nothing is new, and nothing is told.
  if (outcome === 'WAITING' && conversation.queuedAt !== null) return outcome;
  if (outcome === 'UNASSIGNED' && conversation.assigneeUserId === null && !known) return outcome;
  const { mode, strategy } = rule ?? known ?? NOBODY;
  const decision: RoutingDecision = {
    id: newId('routingDecision'),
    conversationId: conversation.id,
    ...{ occasion, mode, strategy, outcome, exceptId, candidates },
    agentId: chosen?.agentId ?? null,
    at: tx.now,
  };
  await insertDecision(tx, decision);
  if (rule && chosen) await keepTurn(tx, rule, chosen.agentId);
  await carryOut(tx, conversation, decision, chosen);
  return outcome;
}

async function candidatesFor(tx: Tx, rule: RoutingRule, exceptId: string | null): Promise<Candidate[]> {
  const ids = await meantBy(tx, rule);
  return judge(tx, rule, ids, { exceptId, held: await lockAgents(tx, ids) });
}

async function carryOut(
  tx: Tx,
  conversation: Conversation,
  { id, occasion, outcome }: RoutingDecision,
  chosen: Candidate | null,
): Promise<void> {
  const previousId = conversation.assigneeUserId;
  const [previous] = previousId === null ? [] : await findAgents(tx, [previousId]);
  const data = {
    assigneeId: chosen?.agentId ?? null,
    assigneeName: chosen?.name ?? null,
    previousAssigneeId: previousId,
    previousAssigneeName: previous?.name ?? null,
    reason: occasion === 'AWAY' ? 'AWAY_REASSIGN' : 'ROUTING',
    decisionId: id,
  };
  const queuedAt = outcome === 'WAITING' ? (conversation.waitingSince ?? tx.now) : null;
  const type = chosen ? 'assigned' : outcome === 'WAITING' ? 'queued' : 'unassigned';
  const activity = type === 'unassigned' && previousId === null ? undefined : { type, actor: ACTOR, data };
  await changeConversation(tx, conversation, { assigneeUserId: chosen?.agentId ?? null, queuedAt }, activity);
}
