import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { isSendingPaused, setSendingPaused } from './pause.js';

/** `sendingPaused` and `sendingPause`. */
@Resolver()
export class SendingResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query('sendingPaused')
  paused(): Promise<boolean> {
    return isSendingPaused(this.uow.reader);
  }

  @Mutation('sendingPause')
  pause(@Args('paused') paused: boolean, @Context() gql: GqlContext) {
    return payload({ paused: null as boolean | null }, async () => {
      await this.uow.run(gql.ctx, (tx) => setSendingPaused(tx, paused));
      return { paused };
    });
  }
}
