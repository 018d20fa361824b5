import { Args, Context, Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { agentLoader } from '../agents/index.js';
import { contactLoader } from '../contacts/index.js';
import type { ChangeScope, MutationSignalArgs, QueryChangesArgs, SubscriptionChangesArgs } from '../../generated/graphql.js';
import type { ChangeRow } from './change-rules.js';
import { ChangeService } from './change.service.js';
import { endable } from './endable.js';
import { type SignalRow, SignalService } from './signal.service.js';
import type { Subscriber } from './subscriber.js';

/** `changes`, as a poll and as a subscription. */
@Resolver('Change')
export class ChangeResolver {
  constructor(
    private readonly changes: ChangeService,
    private readonly nodes: NodeRegistry,
  ) {}

  @Query('changes')
  page(@Context() { ctx }: GqlContext, @Args() { scope, after, first }: QueryChangesArgs) {
    return this.changes.page(ctx, scope, after ?? null, first ?? null);
  }

  @Subscription('changes', { resolve: (change: ChangeRow) => change })
  follow(@Context() subscriber: Subscriber, @Args() { scope, after }: SubscriptionChangesArgs): AsyncGenerator<ChangeRow> {
    return endable((signal) => this.changes.follow(subscriber, scope, after ?? null, signal));
  }

  @ResolveField('node')
  node(change: ChangeRow, _args: unknown, gql: GqlContext): Promise<object | null> | null {
    return change.nodeId === null || change.type === 'DELETED' ? null : this.nodes.load(gql, change.nodeId);
  }
}

/** `signal` and `signals`. */
@Resolver('Signal')
export class SignalResolver {
  constructor(
    private readonly signals: SignalService,
    private readonly uow: UnitOfWork,
  ) {}

  @Mutation('signal')
  send(@Context() gql: GqlContext, @Args() args: MutationSignalArgs): Promise<boolean> {
    return this.signals.send(gql, args.conversationId, args.kind, args.active ?? true);
  }

  @Subscription('signals', { resolve: (signal: SignalRow) => signal })
  follow(@Context() subscriber: Subscriber, @Args('scope') scope: ChangeScope): AsyncGenerator<SignalRow> {
    return endable((signal) => this.signals.follow(subscriber, scope, signal));
  }

  @ResolveField('agent')
  agent(signal: SignalRow, _args: unknown, gql: GqlContext) {
    return signal.agentId === null ? null : agentLoader(gql, this.uow.reader).load(signal.agentId);
  }

  @ResolveField('contact')
  contact(signal: SignalRow, _args: unknown, gql: GqlContext) {
    return signal.contactId === null ? null : contactLoader(gql, this.uow.reader).load(signal.contactId);
  }
}
