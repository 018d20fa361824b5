import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Inbox, inboxLoader } from '../inboxes/index.js';
import type { Upload } from '../messages/index.js';
import { mayChange } from './snippet-rules.js';
import type { Snippet } from './snippet.entity.js';
import type { SnippetFile } from './snippet-file.entity.js';
import { filesOfSnippets } from './snippet-files.js';
import { type SnippetAttach, type SnippetSave, SnippetService } from './snippet.service.js';

/** `snippets`, `snippetSave`, `snippetDelete`, `snippetFileAttach`. */
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

  @Mutation('snippetFileAttach')
  attach(@Context() gql: GqlContext, @Args('input') input: SnippetAttach) {
    const work = async () => ({ upload: await this.snippets.attach(gql.ctx, input) });
    return payload<{ upload: Upload | null }>({ upload: null }, work, ['input']);
  }

  @ResolveField('files')
  files({ id }: Snippet, _args: unknown, gql: GqlContext): Promise<SnippetFile[]> {
    const load = async (ids: readonly string[]): Promise<SnippetFile[][]> =>
      grouped(ids, await filesOfSnippets(this.uow.reader, ids), ({ snippetId }) => snippetId);
    return gql.loader('snippet.files', () => new DataLoader(load)).load(id);
  }

  @ResolveField('shared')
  shared(snippet: Snippet): boolean {
    return snippet.scopeKey === '';
  }

  @ResolveField('inbox')
  inbox(snippet: Snippet, _args: unknown, gql: GqlContext): Promise<Inbox | null> | null {
    return snippet.inboxId === null ? null : inboxLoader(gql, this.uow.reader).load(snippet.inboxId);
  }

  @ResolveField('canChange')
  canChange(snippet: Snippet, _args: unknown, gql: GqlContext): boolean {
    return mayChange(gql.ctx.principal, snippet);
  }
}
