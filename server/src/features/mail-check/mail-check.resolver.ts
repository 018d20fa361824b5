import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { type ChannelCheck, MailCheckService } from './mail-check.service.js';

/** `mailChecks` and `mailCheckStart`. */
@Resolver()
export class MailCheckResolver {
  constructor(private readonly checks: MailCheckService) {}

  @Query('mailChecks')
  list(): Promise<ChannelCheck[]> {
    return this.checks.list();
  }

  @Mutation('mailCheckStart')
  start(@Context() { ctx }: GqlContext, @Args('channelId') channelId: string) {
    const nothing = { mailCheck: null as ChannelCheck | null };
    return payload(nothing, async () => ({ mailCheck: await this.checks.start(ctx, channelId) }));
  }
}
