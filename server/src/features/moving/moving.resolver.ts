import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { bulkPayload } from '../../kernel/user-errors.js';
import { type MoveInput, type MoveResult, MovingService } from './moving.service.js';

const NOTHING: Omit<MoveResult, 'userErrors'> = { conversations: [], outOfSight: [] };

/** From one inbox into another. */
@Resolver()
export class MovingResolver {
  constructor(private readonly moving: MovingService) {}

  @Query('moveTargets')
  targets(): Promise<{ id: string; name: string }[]> {
    return this.moving.targets();
  }

  @Mutation('conversationMove')
  move(@Context() gql: GqlContext, @Args('input') input: MoveInput): Promise<MoveResult> {
    return bulkPayload(NOTHING, () => this.moving.move(gql.ctx, input), ['input']);
  }
}
