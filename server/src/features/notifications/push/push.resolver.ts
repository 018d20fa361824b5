import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../../kernel/request.js';
import { payload } from '../../../kernel/user-errors.js';
import { type PushSubscribe, PushService } from './push.service.js';
import type { PushSubscription } from './push-subscription.entity.js';

/** The viewer's browsers that notifications are pushed to. */
@Resolver('PushSubscription')
export class PushResolver {
  constructor(private readonly push: PushService) {}

  @Query('pushKey')
  key(): Promise<string> {
    return this.push.key();
  }

  @Query('pushSubscriptions')
  list(@Context() { ctx }: GqlContext): Promise<PushSubscription[]> {
    return this.push.list(ctx);
  }

  @Mutation('pushSubscribe')
  subscribe(@Context() { ctx }: GqlContext, @Args('input') input: PushSubscribe) {
    const work = async () => ({ subscription: await this.push.subscribe(ctx, input) });
    return payload<{ subscription: PushSubscription | null }>({ subscription: null }, work, ['input']);
  }

  @Mutation('pushUnsubscribe')
  unsubscribe(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const work = async () => ({ deletedIds: [await this.push.unsubscribe(ctx, id)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @Mutation('notificationsAttend')
  attend(@Context() { ctx }: GqlContext, @Args('active') active: boolean) {
    return payload({}, () => Promise.resolve(this.push.attend(ctx, active)));
  }

  @ResolveField('current')
  current({ sessionId }: PushSubscription, _args: unknown, { ctx: { principal } }: GqlContext): boolean {
    return principal.kind === 'user' && principal.sessionId === sessionId;
  }
}
