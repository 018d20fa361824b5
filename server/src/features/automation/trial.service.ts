import { Injectable } from '@nestjs/common';
import type { AutomationRuleInput } from '../../generated/graphql.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ConversationAccess } from '../conversations/index.js';
import { planOf } from './actions.js';
import type { ActionResult } from './automation-run.entity.js';
import { factsAbout, holds } from './conditions.js';
import { checkBody } from './rule-input.js';
import { requireScope } from './rule-rights.js';

/** What a dry run found. */
export interface Trial {
  inScope: boolean;
  conditions: boolean[];
  met: boolean;
  actions: ActionResult[];
}

/** Tries rules without doing anything (N13). */
@Injectable()
export class TrialService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly clock: Clock,
  ) {}

  /** What a rule would do with a conversation as it is now: each condition and each action is asked as in a run, and nothing is written. */
  async try(ctx: Ctx, input: AutomationRuleInput, conversationId: string): Promise<Trial> {
    const { reader } = this.uow;
    const body = checkBody(input);
    const { principal } = ctx;
    const ownerUserId = principal.kind === 'user' ? principal.userId : null;
    const scope = await requireScope(reader, principal, { inboxIds: body.inboxIds, ownerUserId }, ['rule', 'inboxIds']);
    const conversation = await this.access.loadVisible(ctx, conversationId);
    if (!conversation) throw new DomainError('NOT_FOUND', 'There is no such conversation.', { path: ['conversationId'] });
    const now = this.clock.now();
    const facts = await factsAbout(reader, conversation, now);
    const conditions = body.conditions.map((condition) => holds(condition, facts));
    const inScope = scope.has(conversation.inboxId) && conversation.placement === 'INBOX';
    const one = { conversation, messageId: null, at: now, now, sendKey: '' };
    const plans = await Promise.all(body.actions.map((action) => planOf(reader, one, action)));
    return {
      inScope,
      conditions,
      met: inScope && conditions.every(Boolean),
      actions: plans.map((plan, at): ActionResult => ({
        kind: body.actions[at]?.kind ?? 'COMMENT',
        outcome: plan.outcome,
        reason: plan.outcome === 'FAILED' ? plan.reason : null,
      })),
    };
  }
}
