import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { type Searching, SearchService } from './search.service.js';

/** `search`. */
@Resolver()
export class SearchResolver {
  constructor(private readonly searches: SearchService) {}

  @Query('search')
  search(@Context() gql: GqlContext, @Args() searching: Searching) {
    return this.searches.search(gql.ctx, searching);
  }
}
