import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { canInInbox } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { Channel } from '../channels/index.js';
import { type Inbox, InboxService } from '../inboxes/index.js';
import { type InboxDelete, InboxDeletionService, type Progress } from './inbox-deletion.service.js';

const COUNT_MOST = 10_000;

/** Deleting inboxes, the default one, and channels without one. */
@Resolver('Inbox')
export class InboxDeletionResolver {
  constructor(
    private readonly deletions: InboxDeletionService,
    private readonly inboxes: InboxService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('inboxLimit')
  limit(): number {
    return this.inboxes.limit;
  }

  @Query('inboxDeletions')
  progress(): Promise<Progress[]> {
    return this.deletions.progress();
  }

  @Query('disconnectedChannels')
  disconnected(): Promise<Channel[]> {
    return this.deletions.disconnected();
  }

  @Mutation('inboxDelete')
  delete(@Context() { ctx }: GqlContext, @Args('input') input: InboxDelete) {
    const work = async () => ({ deletion: await this.deletions.delete(ctx, input) });
    return payload<{ deletion: Progress | null }>({ deletion: null }, work, ['input']);
  }

  @Mutation('inboxSetDefault')
  setDefault(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const work = async () => ({ inbox: await this.deletions.setDefault(ctx, id) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work);
  }

  @Mutation('channelAttach')
  attach(@Context() { ctx }: GqlContext, @Args('id') id: string, @Args('inboxId') inboxId: string) {
    const work = async () => ({ channel: await this.deletions.attach(ctx, id, inboxId) });
    return payload<{ channel: Channel | null }>({ channel: null }, work);
  }

  @ResolveField('conversationCount')
  conversationCount(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<number> | null {
    if (!canInInbox(gql.ctx.principal, 'manage', inbox.id)) return null;
    const count = async (ids: readonly string[]): Promise<number[]> => {
      const one =
        'SELECT CAST(? AS TEXT) AS id, COUNT(*) AS n FROM (SELECT id FROM conversation WHERE inbox_id = ? LIMIT ?) AS counted';
      const rows = await this.uow.reader.query<{ id: string; n: number | string }>(
        ids.map(() => one).join(' UNION ALL '),
        ids.flatMap((id) => [id, id, COUNT_MOST]),
      );
      const counts = new Map(rows.map(({ id, n }) => [id, Number(n)]));
      return ids.map((id) => counts.get(id) ?? 0);
    };
    return gql.loader('inbox.conversationCount', () => new DataLoader(count)).load(inbox.id);
  }
}
