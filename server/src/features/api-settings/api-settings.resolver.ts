import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { POINTS_A_MINUTE } from '../../kernel/api-budget.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import { type ApiSettings, type ApiSettingsSave, ApiSettingsService } from './api-settings.service.js';

/** `apiSettings` and `apiSettingsSave`. */
@Resolver('ApiSettings')
export class ApiSettingsResolver {
  constructor(private readonly settings: ApiSettingsService) {}

  @Query('apiSettings')
  read(): Promise<ApiSettings> {
    return this.settings.read();
  }

  @Query('apiExplorer')
  explorer(): Promise<boolean> {
    return this.settings.isExplorable();
  }

  @Mutation('apiSettingsSave')
  save(@Context() { ctx }: GqlContext, @Args('input') input: ApiSettingsSave) {
    const none = { apiSettings: null as ApiSettings | null };
    return payload(none, async () => ({ apiSettings: await this.settings.save(ctx, input) }));
  }

  @ResolveField('pointsPerMinute')
  points(): number {
    return POINTS_A_MINUTE;
  }
}
