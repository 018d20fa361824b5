import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { NotificationResolver, NotificationSettingsResolver } from './notification.resolver.js';
import { NotificationService } from './notification.service.js';
import { NotificationTail } from './notification-tail.js';

/** Tells people who work here what concerns them. Needs the kernel's ports. */
@Module({ providers: [NotificationResolver, NotificationSettingsResolver, NotificationService, NotificationTail] })
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly notifications: NotificationService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('notification', 'Notification', ({ ctx }, id) => this.notifications.find(ctx, id));
  }
}
