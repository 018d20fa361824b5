import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { NamedAccount } from './linked-account.repository.js';
import { type AccountOffer, LinkedAccountService } from './linked-account.service.js';

/** The viewer's accounts elsewhere. */
@Resolver()
export class LinkedAccountResolver {
  constructor(private readonly service: LinkedAccountService) {}

  @Query('linkedAccounts')
  list(@Context() { ctx }: GqlContext): Promise<NamedAccount[]> {
    return this.service.list(ctx);
  }

  @Query('accountOffer')
  offer(@Args('offer') offer: string): Promise<AccountOffer | null> {
    return this.service.read(offer);
  }

  @Mutation('accountLink')
  link(@Context() { ctx }: GqlContext, @Args('offer') offer: string) {
    const work = async () => ({ account: await this.service.link(ctx, offer) });
    return payload<{ account: NamedAccount | null }>({ account: null }, work);
  }

  @Mutation('accountUnlink')
  unlink(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const work = async () => ({ deletedIds: [await this.service.unlink(ctx, id)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }
}
