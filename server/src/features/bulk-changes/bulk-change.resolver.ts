import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { BulkChange } from './bulk-change.entity.js';
import { BulkChangeService, UNDO_MS } from './bulk-change.service.js';

const NONE: { bulkChange: BulkChange | null } = { bulkChange: null };

/** Changes of whole views and lists: how they go, to stop them and to take them back. */
@Resolver('BulkChange')
export class BulkChangeResolver {
  constructor(private readonly changes: BulkChangeService) {}

  @Query('bulkChanges')
  list(@Context() { ctx }: GqlContext): Promise<BulkChange[]> {
    return this.changes.list(ctx);
  }

  @Mutation('bulkChangeStop')
  stop(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NONE, async () => ({ bulkChange: await this.changes.stop(ctx, id) }));
  }

  @Mutation('bulkChangeUndo')
  undo(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NONE, async () => ({ bulkChange: await this.changes.undo(ctx, id) }));
  }

  @ResolveField('undoUntil')
  undoUntil({ state, changed, endedAt }: BulkChange): number | null {
    return changed === 0 || endedAt === null || state === 'UNDONE' ? null : endedAt + UNDO_MS;
  }
}
