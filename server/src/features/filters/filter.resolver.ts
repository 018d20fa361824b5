import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { canInInbox, visibleInboxes } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { bulkPayload, payload } from '../../kernel/user-errors.js';
import { channelLoader, channelTypeLoader, PluginGateway, reasonIn } from '../channels/index.js';
import { type Contact, contactLoader } from '../contacts/index.js';
import type { BulkResult, Conversation } from '../conversations/index.js';
import { type Inbox, inboxLoader } from '../inboxes/index.js';
import { FilterService, type PlaceInput, type SenderRuleInput, type SenderRuleQuery } from './filter.service.js';
import type { SenderRule } from './sender-rule.entity.js';
import { blocksOf } from './sender-rule.repository.js';

const NO_CONVERSATIONS: { conversations: Conversation[] } = { conversations: [] };
const NO_CONTACT: { contact: Contact | null } = { contact: null };

/** Who is let in: rules about senders, blocks, and what people move by hand. */
@Resolver('SenderRule')
export class FilterResolver {
  constructor(
    private readonly filters: FilterService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('senderRules')
  senderRules(@Context() gql: GqlContext, @Args() query: SenderRuleQuery) {
    return this.filters.list(gql.ctx, query);
  }

  @Mutation('senderRuleSave')
  save(@Context() gql: GqlContext, @Args('input') input: SenderRuleInput) {
    const work = async () => ({ senderRule: await this.filters.save(gql.ctx, input) });
    return payload<{ senderRule: SenderRule | null }>({ senderRule: null }, work, ['input']);
  }

  @Mutation('senderRuleRemove')
  remove(@Context() gql: GqlContext, @Args('id') id: string) {
    return payload<{ id: string | null }>({ id: null }, async () => ({ id: await this.filters.remove(gql.ctx, id) }));
  }

  @Mutation('contactBlock')
  block(@Context() gql: GqlContext, @Args('contactId') contactId: string, @Args('inboxId') inboxId: string) {
    return payload(NO_CONTACT, async () => ({ contact: await this.filters.block(gql.ctx, contactId, inboxId) }));
  }

  @Mutation('contactUnblock')
  unblock(
    @Context() gql: GqlContext,
    @Args('contactId') contactId: string,
    @Args('inboxId') inboxId: string,
    @Args('moveBack') moveBack: boolean,
  ) {
    return payload(NO_CONTACT, async () => ({ contact: await this.filters.unblock(gql.ctx, contactId, inboxId, moveBack) }));
  }

  @Mutation('conversationPlace')
  place(@Context() gql: GqlContext, @Args('input') input: PlaceInput): Promise<BulkResult> {
    return bulkPayload(NO_CONVERSATIONS, () => this.filters.place(gql.ctx, input), ['input']);
  }

  @ResolveField('viewerCan')
  viewerCan({ inboxId }: SenderRule, _args: unknown, { ctx }: GqlContext): 'REMOVE'[] {
    return canInInbox(ctx.principal, 'manage', inboxId) ? ['REMOVE'] : [];
  }

  @ResolveField('inbox')
  inbox(rule: SenderRule, _args: unknown, gql: GqlContext): Promise<Inbox | null> {
    return inboxLoader(gql, this.uow.reader).load(rule.inboxId);
  }

  @ResolveField('contact')
  contact(rule: SenderRule, _args: unknown, gql: GqlContext): Promise<Contact | null> | null {
    return rule.contactId === null ? null : contactLoader(gql, this.uow.reader).load(rule.contactId);
  }
}

/** Against whom a block stands. */
@Resolver('Contact')
export class BlockedContactResolver {
  constructor(private readonly uow: UnitOfWork) {}

  /** Only of inboxes that who asks may see. */
  @ResolveField('blockedIn')
  async blockedIn(contact: Contact, _args: unknown, gql: GqlContext): Promise<(Inbox | null)[]> {
    const visible = visibleInboxes(gql.ctx.principal);
    const rules = await blockLoader(gql, this.uow).load(contact.id);
    const inboxIds = [...new Set(rules.map(({ inboxId }) => inboxId))];
    const seen = inboxIds.filter((id) => visible.all || visible.inboxIds.includes(id));
    return (await Promise.all(seen.map((id) => inboxLoader(gql, this.uow.reader).load(id)))).filter((one) => one !== null);
  }
}

/** Why a conversation lies where it does, and whether its contact is blocked in its inbox. */
@Resolver('Conversation')
export class ConversationFilterResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
  ) {}

  @ResolveField('placementReason')
  async placementReason(
    { placementReason, originalChannelId }: Conversation,
    { language }: { language?: string | null },
    gql: GqlContext,
  ): Promise<string | null> {
    if (placementReason === null || originalChannelId === null || !language) return placementReason;
    const channel = await channelLoader(gql, this.uow.reader).load(originalChannelId);
    const type = channel && (await channelTypeLoader(gql, this.gateway).load(channel.type));
    return reasonIn(placementReason, type?.filterRules ?? {}, language);
  }

  @ResolveField('senderBlocked')
  async senderBlocked(conversation: Conversation, _args: unknown, gql: GqlContext): Promise<boolean> {
    if (conversation.contactId === null) return false;
    const rules = await blockLoader(gql, this.uow).load(conversation.contactId);
    return rules.some(({ inboxId }) => inboxId === conversation.inboxId);
  }
}

function blockLoader(gql: GqlContext, uow: UnitOfWork): DataLoader<string, SenderRule[]> {
  return gql.shared(
    'contact.blocks',
    () =>
      new DataLoader(async (ids: readonly string[]) =>
        grouped(ids, await blocksOf(uow.reader, ids), (rule) => rule.contactId ?? ''),
      ),
  );
}
