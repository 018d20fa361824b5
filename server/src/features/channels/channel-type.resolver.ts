import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Capabilities } from '@balie/plugin-sdk';
import { wordsIn } from '../../kernel/language.js';
import type { ChannelTypeInfo } from './plugin-gateway.js';

/** The words of a channel type. */
@Resolver('ChannelType')
export class ChannelTypeResolver {
  @ResolveField('title')
  title(@Parent() type: ChannelTypeInfo, @Args('language') language?: string | null): string {
    return wordsIn(type.title, language);
  }
}

/** What a channel can do, as the schema shows it. */
@Resolver('Capabilities')
export class CapabilitiesResolver {
  @ResolveField('outbound')
  outbound(@Parent() can: Capabilities): string {
    return can.outbound.toUpperCase();
  }

  @ResolveField('maxTextLength')
  maxTextLength(@Parent() can: Capabilities): number | null {
    return can.text.maxLength ?? null;
  }

  @ResolveField('formats')
  formats(@Parent() can: Capabilities): string[] {
    return can.text.formats;
  }

  @ResolveField('files')
  files(@Parent() can: Capabilities): object | null {
    return can.files === 'none' ? null : can.files;
  }

  @ResolveField('replyWindowHours')
  replyWindowHours(@Parent() can: Capabilities): number | null {
    return can.replyWindow?.hours ?? null;
  }
}
