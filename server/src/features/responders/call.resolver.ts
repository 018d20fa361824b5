import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationCallStartArgs } from '../../generated/graphql.js';
import { wordsIn } from '../../kernel/language.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { CallService } from './call.service.js';
import type { OfferedCaller } from './responder-gateway.js';

/** `callers`, and a call that one of them makes. */
@Resolver('Caller')
export class CallResolver {
  constructor(private readonly calls: CallService) {}

  @Query('callers')
  callers(@Context() { ctx }: GqlContext): Promise<OfferedCaller[]> {
    return this.calls.callers(ctx);
  }

  @Mutation('callStart')
  start(@Context() { ctx }: GqlContext, @Args() { input }: MutationCallStartArgs) {
    return payload<object>({}, async () => (await this.calls.start(ctx, input), {}), ['input']);
  }

  @ResolveField('title')
  title(caller: OfferedCaller, { language }: { language?: string }): string {
    return wordsIn(caller.title, language);
  }
}
