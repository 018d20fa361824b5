import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { AutomationReason } from '../../generated/graphql.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { type Conversation, findConversation, lockConversation } from '../conversations/index.js';
import { planOf } from './actions.js';
import type { AutomationRule } from './automation-rule.entity.js';
import type { ActionResult, AutomationRun } from './automation-run.entity.js';
import { countRuns, findRule, insertRun, wasRun } from './automation.repository.js';
import { carriedOn, type Chain, chainOf, MAX_DEPTH } from './chain.js';
import { factsAbout, holds } from './conditions.js';
import type { Case } from './plan.js';
import { scopeOf } from './scope.js';

const RUN = 'automation.run';
const TRIES = 5;
const HOUR_MS = 60 * 60_000;
const RUNS_AN_HOUR = 10;

/** A rule is to be run for an event of the journal. */
export interface RunCall {
  ruleId: string;
  position: number;
  conversationId: string;
  messageId: string | null;
  /** When it happened. */
  at: number;
  /** Of the event: it tells which rules led to it. */
  correlationId: string;
}

/** One after the other for a conversation, in the order in which they are put in. */
export function runLater(tx: Tx, call: RunCall): void {
  tx.enqueue({ name: RUN, payload: { ...call }, key: `automation:${call.conversationId}`, maxAttempts: TRIES });
}

/**
 * Runs a rule for an event: all of its actions and the line in its log in one unit, so that a crash at any point leaves all of it or nothing
 * of it, and a job that is tried again does no action twice.
 */
@Injectable()
export class AutomationJob implements OnModuleInit {
  private readonly logger = new Logger('Automation');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(RUN, (job) => this.run(job), { concurrency: 4 });
  }

  private async run(job: JobRun): Promise<void> {
    const call = job.payload as unknown as RunCall;
    const rule = await findRule(this.uow.reader, call.ruleId);
    if (!rule?.active) return;
    const chain = chainOf(call.correlationId);
    const ctx: Ctx = {
      principal: { kind: 'system', name: rule.name, ruleId: rule.id },
      correlationId: carriedOn(chain, rule.id),
    };
    try {
      await this.uow.run(ctx, (tx) => runRule(tx, rule.id, call, chain));
    } catch (error) {
      if (job.attempt < TRIES) throw error;
      // The last try: whoever looks at the rule sees that it failed, and the job goes to those that ended badly.
      this.logger.error(`The rule ${rule.id} failed for the event ${call.position}: ${String(error)}`);
      const ended = { outcome: 'FAILED', reason: 'INTERNAL', results: [] } as const;
      await this.uow.run(ctx, async (tx) => {
        if (!(await wasRun(tx, rule.id, call.position))) await insertRun(tx, lineOf(tx, { rule, call, chain }, ended));
      });
      throw error;
    }
  }
}

async function runRule(tx: Tx, ruleId: string, call: RunCall, chain: Chain): Promise<void> {
  const rule = await findRule(tx, ruleId);
  const known = await findConversation(tx, call.conversationId);
  if (!rule?.active || !known || (await wasRun(tx, rule.id, call.position))) return;
  const conversation = await lockConversation(tx, known.id);
  if (conversation.placement !== 'INBOX' || !(await scopeOf(tx, rule)).has(conversation.inboxId)) return;
  const facts = await factsAbout(tx, conversation, call.at);
  if (!rule.conditions.every((condition) => holds(condition, facts))) return;
  const begun = { rule, call, chain };
  const reason = await guarded(tx, rule, call, chain, tx.now);
  if (reason) return insertRun(tx, lineOf(tx, begun, { outcome: 'STOPPED', reason, results: [] }));
  const results: ActionResult[] = [];
  for (const action of rule.actions) {
    const { kind } = action;
    const plan = await planOf(tx, await caseOf(tx, rule, call), action);
    const failure = plan.outcome === 'DONE' ? await plan.act(tx) : plan.outcome === 'FAILED' ? plan.reason : null;
    results.push({ kind, outcome: failure ? 'FAILED' : plan.outcome, reason: failure });
  }
  const outcome = results.some((one) => one.outcome === 'FAILED') ? 'FAILED' : 'RAN';
  await insertRun(tx, lineOf(tx, begun, { outcome, reason: null, results }));
}

/** Each action finds the conversation as those before it have left it. */
async function caseOf(tx: Tx, rule: AutomationRule, { conversationId, messageId, at, position }: RunCall): Promise<Case> {
  const conversation: Conversation = await lockConversation(tx, conversationId);
  return { conversation, messageId, at, now: tx.now, sendKey: `rule-${rule.id}-${position}` };
}

/** Why the rule is not to run, though it could: the guard against loops. */
async function guarded(
  reader: Reader,
  { id }: AutomationRule,
  { conversationId }: RunCall,
  { ruleIds }: Chain,
  now: number,
): Promise<AutomationReason | null> {
  if (ruleIds.includes(id)) return 'OWN_EFFECT';
  if (ruleIds.length >= MAX_DEPTH) return 'TOO_DEEP';
  return (await countRuns(reader, id, conversationId, now - HOUR_MS)) >= RUNS_AN_HOUR ? 'TOO_OFTEN' : null;
}

function lineOf(
  tx: Tx,
  { rule, call, chain }: { rule: AutomationRule; call: RunCall; chain: Chain },
  ended: Pick<AutomationRun, 'outcome' | 'reason'> & { results: readonly ActionResult[] },
): AutomationRun {
  return {
    id: newId('automationRun'),
    ruleId: rule.id,
    conversationId: call.conversationId,
    position: call.position,
    event: rule.when,
    ...ended,
    results: [...ended.results],
    chain: chain.ruleIds,
    depth: chain.ruleIds.length + 1,
    rootId: chain.rootId,
    at: tx.now,
  };
}
