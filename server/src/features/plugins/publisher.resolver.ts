import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { PluginPublisher } from './publisher.entity.js';
import { PublisherService, type PublisherTrust, type TrustedPublisher } from './publisher.service.js';

/** `pluginPublishers` and their mutations. */
@Resolver()
export class PublisherResolver {
  constructor(private readonly publishers: PublisherService) {}

  @Query('pluginPublishers')
  list(): Promise<TrustedPublisher[]> {
    return this.publishers.list();
  }

  @Mutation('pluginPublisherTrust')
  trust(@Context() { ctx }: GqlContext, @Args('input') input: PublisherTrust) {
    const work = async () => ({ publisher: await this.publishers.trust(ctx, input) });
    return payload<{ publisher: PluginPublisher | null }>({ publisher: null }, work, ['input']);
  }

  @Mutation('pluginPublisherRemove')
  remove(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const work = async () => ({ deletedIds: [await this.publishers.distrust(ctx, id)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }
}
