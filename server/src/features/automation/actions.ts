import { actorOf } from '../../kernel/context.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import {
  addItem,
  assignment,
  assignmentTo,
  changeConversation,
  type Conversation,
  type ConversationPatch,
  teamWorksIn,
} from '../conversations/index.js';
import { placed } from '../filters/index.js';
import { findInboxRole } from '../inboxes/index.js';
import { putToSleep } from '../snooze/index.js';
import { findTags, retag, tagsOf } from '../tags/index.js';
import { findTeams } from '../teams/index.js';
import { findWebhook, hears, TOLD_BY_RULE } from '../webhooks/index.js';
import type { Action } from './automation-rule.entity.js';
import { type Case, failed, type Plan } from './plan.js';
import { planReply } from './reply-action.js';

type Planner = (reader: Reader, one: Case, action: Action) => Plan | Promise<Plan>;

const UNCHANGED: Plan = { outcome: 'UNCHANGED' };
const HOUR_MS = 60 * 60_000;

function done(work: (tx: Tx) => Promise<unknown>): Plan {
  const act = async (tx: Tx): Promise<null> => {
    await work(tx);
    return null;
  };
  return { outcome: 'DONE', act };
}

/** What the action comes to with the conversation as it is now. */
export async function planOf(reader: Reader, one: Case, action: Action): Promise<Plan> {
  return PLANNERS[action.kind](reader, one, action);
}

const PLANNERS: Record<Action['kind'], Planner> = {
  ADD_TAG: (reader, one, action) => planTag(reader, one, action, true),
  REMOVE_TAG: (reader, one, action) => planTag(reader, one, action, false),
  ASSIGN_AGENT: planAgent,
  ASSIGN_TEAM: planTeam,
  UNASSIGN: (_reader, { conversation }) =>
    conversation.assigneeUserId === null && conversation.assigneeTeamId === null
      ? UNCHANGED
      : done((tx) => hold(tx, conversation, 'unassigned', { assigneeUserId: null, assigneeTeamId: null })),
  CLOSE: (_reader, { conversation }) =>
    conversation.status === 'CLOSED' ? UNCHANGED : done((tx) => turn(tx, conversation, 'CLOSED', 'closed')),
  REOPEN: (_reader, { conversation }) =>
    conversation.status === 'OPEN'
      ? UNCHANGED
      : done((tx) => turn(tx, conversation, 'OPEN', conversation.status === 'SNOOZED' ? 'woken' : 'reopened')),
  SNOOZE: (_reader, { conversation }, { hours }) =>
    conversation.placement === 'INBOX'
      ? done((tx) => putToSleep(tx, conversation, tx.now + (hours ?? 1) * HOUR_MS, actorOf(tx.ctx.principal)))
      : failed('NOT_IN_INBOX'),
  SPAM: (_reader, { conversation }) => (conversation.placement === 'SPAM' ? UNCHANGED : done((tx) => toSpam(tx, conversation))),
  COMMENT: (_reader, { conversation }, { text }) =>
    done((tx) => {
      const author = actorOf(tx.ctx.principal);
      return addItem(tx, conversation.id, { kind: 'COMMENT', direction: 'INTERNAL', author, at: tx.now, text: text ?? '' });
    }),
  REPLY: planReply,
  WEBHOOK: planWebhook,
};

async function planTag(reader: Reader, { conversation }: Case, { tagId }: Action, on: boolean): Promise<Plan> {
  const [tag] = await findTags(reader, [tagId ?? '']);
  if (!tag) return failed('TAG_GONE');
  const has = (await tagsOf(reader, [conversation.id])).some((one) => one.tag.id === tag.id);
  if (has === on) return UNCHANGED;
  return done((tx) => retag(tx, conversation, { on: on ? [tag] : [], off: on ? [] : [tag] }, actorOf(tx.ctx.principal)));
}

async function planAgent(reader: Reader, { conversation }: Case, { agentId }: Action): Promise<Plan> {
  const [agent] = await findAgents(reader, [agentId ?? '']);
  if (agent?.state !== 'ACTIVE') return failed('AGENT_GONE');
  if (conversation.assigneeUserId === agent.id) return UNCHANGED;
  const role = await findInboxRole(reader, agent.id, conversation.inboxId);
  if (role !== 'AGENT' && role !== 'MANAGER') return failed('AGENT_OUTSIDE');
  return done((tx) => assign(tx, conversation, agent.id));
}

async function planTeam(reader: Reader, { conversation }: Case, { teamId }: Action): Promise<Plan> {
  const [team] = await findTeams(reader, [teamId ?? '']);
  if (team?.deletedAt !== null) return failed('TEAM_GONE');
  if (conversation.assigneeTeamId === team.id) return UNCHANGED;
  if (!(await teamWorksIn(reader, team.id, conversation.inboxId))) return failed('TEAM_OUTSIDE');
  return done((tx) => assign(tx, conversation, team.id));
}

/** By the journal, from where webhooks are told: once, in the order of the conversation, and under their guard. */
async function planWebhook(reader: Reader, { conversation }: Case, { webhookId }: Action): Promise<Plan> {
  const { id, inboxId, contactId } = conversation;
  const webhook = await findWebhook(reader, webhookId ?? '');
  if (!hears(webhook, inboxId)) return failed('WEBHOOK_GONE');
  return done((tx) => {
    const data = { webhookId: webhook.id, rule: actorOf(tx.ctx.principal).name };
    tx.emit({ type: TOLD_BY_RULE, change: 'UPDATED', nodeId: id, inboxId, conversationId: id, contactId, data });
    return Promise.resolve();
  });
}

async function assign(tx: Tx, conversation: Conversation, to: string): Promise<void> {
  const { holder } = await assignmentTo(tx, conversation, to);
  await hold(tx, conversation, 'assigned', holder);
}

async function hold(
  tx: Tx,
  conversation: Conversation,
  type: 'assigned' | 'unassigned',
  holder: Pick<Conversation, 'assigneeUserId' | 'assigneeTeamId'>,
): Promise<void> {
  const data = { ...(await assignment(tx, conversation, holder)), reason: 'RULE' };
  await changeConversation(tx, conversation, holder, { type, actor: actorOf(tx.ctx.principal), data });
}

function turn(tx: Tx, conversation: Conversation, status: 'OPEN' | 'CLOSED', type: string): Promise<Conversation> {
  const activity = { type, actor: actorOf(tx.ctx.principal), data: { reason: 'RULE' } };
  return changeConversation(tx, conversation, { status }, activity);
}

/** Without a word about its sender: what a rule takes for spam teaches nobody. */
function toSpam(tx: Tx, conversation: Conversation): Promise<Conversation> {
  const actor = actorOf(tx.ctx.principal);
  const patch: ConversationPatch = { placement: 'SPAM', placementReason: `BY_RULE: ${actor.name}` };
  return changeConversation(tx, conversation, patch, placed(conversation, 'SPAM', actor, []));
}
