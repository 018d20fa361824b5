import { ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import type { DeprecatedUse } from './deprecated-use.entity.js';
import { DeprecatedUses } from './deprecated-use.service.js';

class TokenUses {
  constructor(private readonly uses: DeprecatedUses) {}

  @ResolveField('deprecatedUses')
  deprecatedUses({ id }: { id: string }, _args: unknown, gql: GqlContext): Promise<DeprecatedUse[]> {
    const loader = gql.loader('token.deprecatedUses', () => {
      return new DataLoader(async (ids: readonly string[]) => grouped(ids, await this.uses.of(ids), ({ tokenId }) => tokenId));
    });
    return loader.load(id);
  }
}

/** `ApiToken.deprecatedUses`. */
@Resolver('ApiToken')
export class ApiTokenUsesResolver extends TokenUses {
  constructor(uses: DeprecatedUses) {
    super(uses);
  }
}

/** `PersonalToken.deprecatedUses`. */
@Resolver('PersonalToken')
export class PersonalTokenUsesResolver extends TokenUses {
  constructor(uses: DeprecatedUses) {
    super(uses);
  }
}
