import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { wordsIn } from '../../kernel/language.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { Channel } from './channel.entity.js';
import { channelTypeLoader } from './channel.loader.js';
import { ChannelService } from './channel.service.js';
import { switchedRules } from './filter-rules.js';
import { type FilterRuleInfo, PluginGateway } from './plugin-gateway.js';

type FilterRuleSwitch = FilterRuleInfo & { key: string };

/** The filter rules of a channel, as switches (S25). */
@Resolver('Channel')
export class ChannelFilterResolver {
  constructor(
    private readonly channels: ChannelService,
    private readonly gateway: PluginGateway,
  ) {}

  @Mutation('channelFilterRuleSet')
  set(@Context() gql: GqlContext, @Args('channelId') channelId: string, @Args('key') key: string, @Args('on') on: boolean) {
    const work = async () => ({ channel: await this.channels.setFilterRule(gql.ctx, channelId, key, on) });
    return payload<{ channel: Channel | null }>({ channel: null }, work);
  }

  @ResolveField('filterRules')
  async rules(channel: Channel, _args: unknown, gql: GqlContext): Promise<FilterRuleSwitch[]> {
    const type = await channelTypeLoader(gql, this.gateway).load(channel.type);
    const rules = switchedRules(type?.filterRules ?? {}, channel.filterSwitches);
    return Object.entries(rules).map(([key, rule]) => ({ key, ...rule }));
  }
}

@Resolver('FilterRuleSwitch')
export class FilterRuleResolver {
  @ResolveField('title')
  title(rule: FilterRuleSwitch, { language }: { language?: string | null }): string {
    return wordsIn(rule.title, language);
  }

  @ResolveField('to')
  to(rule: FilterRuleSwitch): string {
    return rule.to === 'spam' ? 'SPAM' : 'FILTERED';
  }

  @ResolveField('strict')
  strict(rule: FilterRuleSwitch): boolean {
    return rule.knownContact === 'beaten';
  }
}
