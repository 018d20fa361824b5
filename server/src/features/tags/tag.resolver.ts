import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { bulkPayload, payload } from '../../kernel/user-errors.js';
import type { BulkResult, Conversation } from '../conversations/index.js';
import type { Tag } from './tag.entity.js';
import { tagsOf } from './tag.repository.js';
import { type TagInput, type TagSave, TagService } from './tag.service.js';

/** Tags, and what has them. */
@Resolver('Conversation')
export class TagResolver {
  constructor(
    private readonly service: TagService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('tags')
  list(): Promise<Tag[]> {
    return this.service.list();
  }

  @Mutation('tagSave')
  save(@Context() gql: GqlContext, @Args('input') input: TagSave) {
    const work = async () => ({ tag: await this.service.save(gql.ctx, input) });
    return payload<{ tag: Tag | null }>({ tag: null }, work, ['input']);
  }

  @Mutation('tagMerge')
  merge(@Context() gql: GqlContext, @Args('into') into: string, @Args('from') from: string[]) {
    const work = async () => ({ tag: await this.service.merge(gql.ctx, into, from) });
    return payload<{ tag: Tag | null }>({ tag: null }, work);
  }

  @Mutation('tagDelete')
  delete(@Context() gql: GqlContext, @Args('id') id: string) {
    const work = async () => ({ deletedIds: [await this.service.delete(gql.ctx, id)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @Mutation('conversationTag')
  tag(@Context() gql: GqlContext, @Args('input') input: TagInput): Promise<BulkResult> {
    return bulkPayload({ conversations: [] as Conversation[] }, () => this.service.tag(gql.ctx, input), ['input']);
  }

  @ResolveField('tags')
  async tags(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<Tag[]> {
    const loader = gql.shared(
      'conversation.tags',
      () =>
        new DataLoader(async (ids: readonly string[]) =>
          grouped(ids, await tagsOf(this.uow.reader, ids), ({ conversationId }) => conversationId),
        ),
    );
    return (await loader.load(conversation.id)).map(({ tag }) => tag);
  }
}
