import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Inbox, inboxLoader } from '../inboxes/index.js';
import { mayChange } from './snippet-rules.js';
import type { Snippet } from './snippet.entity.js';
import { type SnippetSave, SnippetService } from './snippet.service.js';

/** `snippets`, `snippetSave`, `snippetDelete`. */
@Resolver('Snippet')
export class SnippetResolver {
  constructor(
    private readonly snippets: SnippetService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('snippets')
  list(@Context() gql: GqlContext): Promise<Snippet[]> {
    return this.snippets.list(gql.ctx);
  }

  @Mutation('snippetSave')
  save(@Context() gql: GqlContext, @Args('input') input: SnippetSave) {
    const work = async () => ({ snippet: await this.snippets.save(gql.ctx, input) });
    return payload<{ snippet: Snippet | null }>({ snippet: null }, work, ['input']);
  }

  @Mutation('snippetDelete')
  delete(@Context() gql: GqlContext, @Args('id') id: string, @Args('expectedVersion') expectedVersion?: number | null) {
    const work = async () => ({ deletedIds: [await this.snippets.delete(gql.ctx, id, expectedVersion ?? null)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @ResolveField('shared')
  shared(@Parent() snippet: Snippet): boolean {
    return snippet.scopeKey === '';
  }

  @ResolveField('inbox')
  inbox(@Parent() snippet: Snippet, @Context() gql: GqlContext): Promise<Inbox | null> | null {
    return snippet.inboxId === null ? null : inboxLoader(gql, this.uow.reader).load(snippet.inboxId);
  }

  @ResolveField('canChange')
  canChange(@Parent() snippet: Snippet, @Context() gql: GqlContext): boolean {
    return mayChange(gql.ctx.principal, snippet);
  }
}
