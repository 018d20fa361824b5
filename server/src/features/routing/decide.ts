import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { lockAgents } from '../availability/index.js';
import { changeConversation, type Conversation } from '../conversations/index.js';
import { judge, meantBy, ownerFor } from './candidates.js';
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
  const named = rule ? await meantBy(tx, rule) : [];
  const ownerId = rule ? await ownerFor(tx, rule, conversation.contactId) : null;
  const candidates = rule ? await candidatesFor(tx, rule, { named, ownerId, exceptId }) : [];
  // Whose turn it is may have moved on while we waited for the agents.
  const turn = rule?.strategy === 'ROUND_ROBIN' ? await ruleFor(tx, rule.inboxId, rule.channelId) : rule;
  const chosen = turn ? choose(turn, candidates, Math.random) : null;
  // Where nobody is named beside the owner, there is nobody to wait for.
  const outcome = chosen ? 'ASSIGNED' : named.length > 0 ? 'WAITING' : 'UNASSIGNED';
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
  if (rule && chosen && !chosen.owner) await keepTurn(tx, rule, chosen.agentId);
  if (occasion !== 'BACKLOG') tellOwner(tx, conversation, candidates);
  await carryOut(tx, conversation, decision, chosen);
  return outcome;
}

async function candidatesFor(
  tx: Tx,
  rule: RoutingRule,
  { named, ownerId, exceptId }: { named: readonly string[]; ownerId: string | null; exceptId: string | null },
): Promise<Candidate[]> {
  const ids = [...new Set([...(ownerId === null ? [] : [ownerId]), ...named])];
  return judge(tx, rule, ids, { exceptId, ownerId, held: await lockAgents(tx, ids) });
}

/** Who could have had what his contact wrote, had he been there, is told (D18). */
function tellOwner(tx: Tx, { id, inboxId, contactId }: Conversation, candidates: readonly Candidate[]): void {
  const owner = candidates.find((one) => one.owner && one.skipped === 'AWAY');
  if (!owner) return;
  const audience = `user:${owner.agentId}` as const;
  tx.emit({ type: 'routing.owner_away', change: 'UPDATED', nodeId: id, inboxId, conversationId: id, contactId, audience });
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
