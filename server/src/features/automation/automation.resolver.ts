import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type {
  AutomationRuleRunsArgs,
  MutationAutomationRuleSaveArgs,
  QueryAutomationRulesArgs,
  QueryAutomationTryArgs,
} from '../../generated/graphql.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { agentLoader, type User } from '../agents/index.js';
import { type Conversation, loadVisibleConversation } from '../conversations/index.js';
import type { AutomationRule } from './automation-rule.entity.js';
import type { AutomationRun } from './automation-run.entity.js';
import { AutomationService } from './automation.service.js';
import type { Issue } from './references.js';
import { mayManage, scopesOf } from './scope.js';
import { type Trial, TrialService } from './trial.service.js';

/** Rules, their log, and how they are tried. */
@Resolver('AutomationRule')
export class AutomationRuleResolver {
  constructor(
    private readonly rules: AutomationService,
    private readonly trials: TrialService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('automationRules')
  list(@Context() { ctx }: GqlContext, @Args() { first, after }: QueryAutomationRulesArgs) {
    return this.rules.list(ctx, first ?? null, after ?? null);
  }

  @Query('automationTry')
  try(@Context() { ctx }: GqlContext, @Args() { rule, conversationId }: QueryAutomationTryArgs) {
    const work = async () => ({ trial: await this.trials.try(ctx, rule, conversationId) });
    return payload<{ trial: Trial | null }>({ trial: null }, work);
  }

  @Mutation('automationRuleSave')
  save(@Context() { ctx }: GqlContext, @Args() { input }: MutationAutomationRuleSaveArgs) {
    const work = async () => ({ automationRule: await this.rules.save(ctx, input) });
    return payload<{ automationRule: AutomationRule | null }>({ automationRule: null }, work, ['input']);
  }

  @Mutation('automationRuleDelete')
  remove(@Context() { ctx }: GqlContext, @Args('id') id: string, @Args('expectedVersion') expectedVersion?: number | null) {
    const work = async () => ({ deletedIds: [await this.rules.remove(ctx, id, expectedVersion ?? null)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @Mutation('automationRulesOrder')
  order(@Context() { ctx }: GqlContext, @Args('ids') ids: string[]) {
    const work = async () => ({ automationRules: await this.rules.order(ctx, ids) });
    return payload<{ automationRules: AutomationRule[] }>({ automationRules: [] }, work);
  }

  @ResolveField('owner')
  owner({ ownerUserId }: AutomationRule, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return ownerUserId === null ? null : agentLoader(gql, this.uow.reader).load(ownerUserId);
  }

  @ResolveField('issues')
  issues(rule: AutomationRule, _args: unknown, gql: GqlContext): Promise<Issue[]> {
    const loader = gql.loader('automationRule.issues', () => {
      return new DataLoader((rules: readonly AutomationRule[]) => this.rules.issues(rules));
    });
    return loader.load(rule);
  }

  @ResolveField('viewerCan')
  async viewerCan(rule: AutomationRule, _args: unknown, gql: GqlContext): Promise<('EDIT' | 'REMOVE')[]> {
    const loader = gql.loader('automationRule.scope', () => {
      return new DataLoader((rules: readonly AutomationRule[]) => scopesOf(this.uow.reader, rules));
    });
    return mayManage(gql.ctx.principal, await loader.load(rule)) ? ['EDIT', 'REMOVE'] : [];
  }

  @ResolveField('runs')
  runs({ id }: AutomationRule, { first, after }: AutomationRuleRunsArgs) {
    return this.rules.runs(id, first ?? null, after ?? null);
  }
}

@Resolver('AutomationRun')
export class AutomationRunResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('conversation')
  conversation({ conversationId }: AutomationRun, _args: unknown, gql: GqlContext): Promise<Conversation | null> {
    return loadVisibleConversation(gql, this.uow.reader, conversationId);
  }
}
