import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationMessageAmendArgs } from '../../generated/graphql.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { channelLoader } from '../channels/index.js';
import type { Message } from '../messages/index.js';
import { AmendService } from './amend.service.js';
import { type Amendment, amendmentsOn, isOwn } from './amendments.js';

/** Changing what was sent. */
@Resolver('Message')
export class AmendResolver {
  constructor(
    private readonly amending: AmendService,
    private readonly uow: UnitOfWork,
  ) {}

  @Mutation('messageAmend')
  amend(@Context() { ctx }: GqlContext, @Args() { id, text }: MutationMessageAmendArgs) {
    return payload<{ message: Message | null }>({ message: null }, async () => ({
      message: await this.amending.amend(ctx, id, text ?? null),
    }));
  }

  @ResolveField('viewerMay')
  async may(message: Message, _args: unknown, gql: GqlContext): Promise<Amendment[]> {
    if (!isOwn(gql.ctx.principal, message) || message.channelId === null) return [];
    return amendmentsOn(await channelLoader(gql, this.uow.reader).load(message.channelId));
  }
}
