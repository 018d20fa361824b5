import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { DemoService } from './demo.service.js';

/** `demoSet`. */
@Resolver()
export class DemoResolver {
  constructor(private readonly demo: DemoService) {}

  @Mutation('demoSet')
  async set(@Context() gql: GqlContext, @Args('present') present: boolean) {
    const before = await this.demo.present();
    return payload({ present: before }, async () => ({ present: await this.demo.set(gql.ctx, present) }));
  }
}
