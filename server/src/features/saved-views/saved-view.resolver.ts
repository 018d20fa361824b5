import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Team, teamLoader } from '../teams/index.js';
import type { SavedView, SavedViewList } from './saved-view.entity.js';
import { mayChange, type SavedViewSave, SavedViewService } from './saved-view.service.js';

/** `savedViews`, how they are changed, and their counts. */
@Resolver('SavedView')
export class SavedViewResolver {
  constructor(
    private readonly views: SavedViewService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('savedViews')
  list(@Context() gql: GqlContext, @Args('list') list: SavedViewList): Promise<SavedView[]> {
    return this.views.list(gql.ctx, list);
  }

  @Mutation('savedViewSave')
  save(@Context() gql: GqlContext, @Args('input') input: SavedViewSave) {
    const work = async () => ({ savedView: await this.views.save(gql.ctx, input) });
    return payload<{ savedView: SavedView | null }>({ savedView: null }, work, ['input']);
  }

  @Mutation('savedViewDelete')
  delete(@Context() gql: GqlContext, @Args('id') id: string, @Args('expectedVersion') expectedVersion?: number | null) {
    const work = async () => ({ deletedIds: [await this.views.delete(gql.ctx, id, expectedVersion ?? null)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @Mutation('savedViewsOrder')
  order(@Context() gql: GqlContext, @Args('ids') ids: string[], @Args('list') list: SavedViewList) {
    const work = async () => ({ savedViews: await this.views.order(gql.ctx, ids, list) });
    return payload<{ savedViews: SavedView[] }>({ savedViews: [] }, work);
  }

  @ResolveField('team')
  team(view: SavedView, _args: unknown, gql: GqlContext): Promise<Team | null> | null {
    return view.teamId === null ? null : teamLoader(gql, this.uow.reader).load(view.teamId);
  }

  @ResolveField('canChange')
  canChange(view: SavedView, _args: unknown, gql: GqlContext): boolean {
    return mayChange(gql.ctx.principal, view);
  }

  @ResolveField('count')
  count(view: SavedView, _args: unknown, gql: GqlContext): Promise<number> {
    const loader = gql.loader('savedView.count', () => {
      return new DataLoader((views: readonly SavedView[]) => this.views.counts(gql.ctx, views));
    });
    return loader.load(view);
  }
}
