import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { bulkPayload } from '../../kernel/user-errors.js';
import type { BulkResult, Conversation } from '../conversations/index.js';
import { deletedForeverAt } from './retention.js';
import { TrashService } from './trash.service.js';

/** Out of the trash, one way or the other. */
@Resolver('Conversation')
export class TrashResolver {
  constructor(private readonly trash: TrashService) {}

  @Mutation('conversationRestore')
  restore(
    @Context() gql: GqlContext,
    @Args('ids') ids: string[],
    @Args('inboxId') inboxId?: string | null,
    @Args('expectedVersions') versions?: number[] | null,
  ): Promise<BulkResult> {
    const work = () => this.trash.restore(gql.ctx, ids, inboxId ?? null, versions ?? null);
    return bulkPayload({ conversations: [] as Conversation[] }, work);
  }

  @Mutation('conversationDeleteForever')
  deleteForever(@Context() gql: GqlContext, @Args('ids') ids: string[]) {
    return bulkPayload({ ids: [] as string[] }, () => this.trash.deleteForever(gql.ctx, ids));
  }

  @ResolveField('deletedForeverAt')
  deletedForeverAt(conversation: Conversation): number | null {
    return deletedForeverAt(conversation);
  }
}
