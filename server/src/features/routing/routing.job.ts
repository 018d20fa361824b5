import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { AvailabilityWatchers, presencesOf } from '../availability/index.js';
import {
  askForBacklog,
  BACKLOG,
  type Conversation,
  findConversation,
  lockConversation,
  ROUTE,
  type RouteCall,
} from '../conversations/index.js';
import { meantBy, workersIn } from './candidates.js';
import { decide, type Occasion } from './decide.js';
import type { RoutingDecision } from './routing-decision.entity.js';
import type { RoutingRule } from './routing-rule.entity.js';
import { decisionsOf, handingOut, nextInLine, ruleFor, rulesOf } from './routing.repository.js';

/** So many of one line are handed out by one job; what is left is handed out by the next. */
const ROUND = 500;

/** Hands conversations out: each as it comes, and what waits, first in first out, when somebody comes free (D16, G8 52, G8 53). */
@Injectable()
export class RoutingJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly watchers: AvailabilityWatchers,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ROUTE, (job) => this.route(job), { concurrency: 4 });
    this.jobs.register(BACKLOG, (job) => this.backlog(job), { concurrency: 1 });
    this.watchers.add((tx, agentId, status) => {
      if (status === 'AVAILABLE') askForBacklog(tx, { agentId });
    });
  }

  private async route(job: JobRun): Promise<void> {
    const { conversationId, call } = job.payload as { conversationId: string; call: RouteCall };
    await this.uow.run(ctxOf(job), async (tx) => {
      if (!(await findConversation(tx, conversationId))) return;
      const conversation = await lockConversation(tx, conversationId);
      if (conversation.placement !== 'INBOX' || conversation.status !== 'OPEN') return;
      // As long as a bot answers, nobody else is to; it is handed out when the bot hands it over.
      if (conversation.botControl === 'BOT_ACTIVE') return;
      const occasion = await occasionFor(tx, conversation, call);
      if (occasion) await decide(tx, conversation, occasion);
    });
  }

  private async backlog(job: JobRun): Promise<void> {
    const { agentId, inboxId } = job.payload as { agentId?: string; inboxId?: string };
    const { reader } = this.uow;
    const rules = inboxId ? await rulesOf(reader, [inboxId]) : await handingOut(reader);
    for (const rule of rules) {
      if (agentId && !(await meantBy(reader, rule)).includes(agentId)) continue;
      for (let round = 0; round < ROUND && !job.signal.aborted; round++) if (!(await this.next(job, rule))) break;
    }
  }

  /** Hands out the one that waits longest; false when none waits or nobody is free. */
  private next(job: JobRun, rule: RoutingRule): Promise<boolean> {
    return this.uow.run(ctxOf(job), async (tx) => {
      const id = await nextInLine(tx, rule);
      if (id === null) return false;
      const conversation = await lockConversation(tx, id);
      const [last] = await decisionsOf(tx, id, 1);
      return (await decide(tx, conversation, { occasion: 'BACKLOG', exceptId: last?.exceptId ?? null })) !== 'WAITING';
    });
  }
}

function ctxOf(job: JobRun): Ctx {
  return { principal: { kind: 'system', name: 'Routing' }, correlationId: job.correlationId };
}

const OCCASIONS: Record<RouteCall, RoutingDecision['occasion'] | null> = {
  NEW: 'NEW',
  REOPENED: 'REOPENED',
  PLACED: 'PLACED',
  // An open conversation that is nobody's has been left so by somebody.
  REPLY: null,
};

/** Whether it is to be handed out now, and why; null when it stays as it is. */
async function occasionFor(tx: Tx, conversation: Conversation, call: RouteCall): Promise<Occasion | null> {
  const assigneeId = conversation.assigneeUserId;
  if (assigneeId === null) {
    const occasion = conversation.assigneeTeamId === null ? OCCASIONS[call] : null;
    return occasion && conversation.queuedAt === null ? { occasion, exceptId: null } : null;
  }
  if (call !== 'REOPENED' && call !== 'REPLY') return null;
  const [agent] = await findAgents(tx, [assigneeId]);
  const [presence] = await presencesOf(tx, [assigneeId]);
  if (agent?.availability === 'AWAY' && presence?.reassignReplies) return { occasion: 'AWAY', exceptId: assigneeId };
  if (call === 'REPLY') return null;
  const rule = await ruleFor(tx, conversation.inboxId, conversation.originalChannelId);
  if (!rule?.reroute) return null;
  const there = agent?.availability === 'AVAILABLE' && (await workersIn(tx, conversation.inboxId)).has(assigneeId);
  return there ? null : { occasion: 'REOPENED', exceptId: assigneeId };
}
