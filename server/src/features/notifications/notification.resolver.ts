import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Conversation, loadVisibleConversation } from '../conversations/index.js';
import { loadVisibleMessage, type Message } from '../messages/index.js';
import { SystemMail } from '../people/index.js';
import type { Notification } from './notification.entity.js';
import { NotificationService } from './notification.service.js';
import type { NotificationSettings } from './notification-settings.entity.js';
import { choicesOf, type NotificationSettingsSave } from './settings.js';

/** What the viewer was told. */
@Resolver('Notification')
export class NotificationResolver {
  constructor(
    private readonly notifications: NotificationService,
    private readonly uow: UnitOfWork,
    private readonly registry: NodeRegistry,
  ) {}

  @Query('notifications')
  list(@Context() gql: GqlContext, @Args('first') first?: number | null, @Args('after') after?: string | null) {
    return this.notifications.list(gql.ctx, { first: first ?? null, after: after ?? null });
  }

  @Query('notificationsUnread')
  unread(@Context() gql: GqlContext): Promise<number> {
    return this.notifications.unread(gql.ctx);
  }

  @Query('notificationSettings')
  settings(@Context() gql: GqlContext): Promise<NotificationSettings> {
    return this.notifications.settings(gql.ctx);
  }

  @Mutation('notificationsMarkRead')
  markRead(
    @Context() gql: GqlContext,
    @Args('ids') ids?: string[] | null,
    @Args('conversationId') conversationId?: string | null,
  ) {
    const work = async () => ({
      unread: await this.notifications.markRead(gql.ctx, { ids: ids ?? null, conversationId: conversationId ?? null }),
    });
    return payload<{ unread: number | null }>({ unread: null }, work);
  }

  @Mutation('notificationSettingsSave')
  save(@Context() gql: GqlContext, @Args('input') input: NotificationSettingsSave) {
    const work = async () => ({ settings: await this.notifications.saveSettings(gql.ctx, input) });
    return payload<{ settings: NotificationSettings | null }>({ settings: null }, work);
  }

  @ResolveField('conversation')
  conversation({ inboxId, subjectId }: Notification, _args: unknown, gql: GqlContext): Promise<Conversation | null> {
    return inboxId === '' ? Promise.resolve(null) : loadVisibleConversation(gql, this.uow.reader, subjectId);
  }

  @ResolveField('message')
  message({ messageId }: Notification, _args: unknown, gql: GqlContext): Promise<Message | null> {
    return messageId === null ? Promise.resolve(null) : loadVisibleMessage(gql, this.uow.reader, messageId);
  }

  @ResolveField('task')
  task({ kind, subjectId }: Notification, _args: unknown, gql: GqlContext): Promise<object | null> {
    return kind === 'REMINDER' ? this.registry.load(gql, subjectId) : Promise.resolve(null);
  }

  @ResolveField('note')
  note({ kind, inboxId, subjectId }: Notification, _args: unknown, gql: GqlContext): Promise<object | null> {
    return kind === 'MENTIONED' && inboxId === '' ? this.registry.load(gql, subjectId) : Promise.resolve(null);
  }
}

/** How the viewer wants to be told. */
@Resolver('NotificationSettings')
export class NotificationSettingsResolver {
  constructor(private readonly mail: SystemMail) {}

  @ResolveField('mailPossible')
  async mailPossible(): Promise<boolean> {
    return (await this.mail.channel()) !== null;
  }

  @ResolveField('kinds')
  kinds(settings: NotificationSettings) {
    return choicesOf(settings);
  }
}
