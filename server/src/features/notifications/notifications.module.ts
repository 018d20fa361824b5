import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { PeopleModule } from '../people/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { MailJob } from './mail/mail.job.js';
import { MailOff } from './mail/mail-off.js';
import { MailOffController } from './mail/mail-off.controller.js';
import { MailPlace } from './mail/mail-place.js';
import { NotificationResolver, NotificationSettingsResolver } from './notification.resolver.js';
import { NotificationService } from './notification.service.js';
import { NotificationTail } from './notification-tail.js';
import { Attendance } from './push/attendance.js';
import { PushJob } from './push/push.job.js';
import { PushKeys } from './push/push-keys.js';
import { PushMeans } from './push/push-means.js';
import { PushPoster } from './push/push-poster.js';
import { PushResolver } from './push/push.resolver.js';
import { PushService } from './push/push.service.js';
import { Teller } from './teller.js';

const PUSH = [Attendance, PushJob, PushKeys, PushMeans, PushPoster, PushResolver, PushService];

/** Tells people who work here what concerns them, in the app and where it is not open. Needs the kernel's ports and `PushOptions`. */
@Module({
  imports: [PeopleModule, WorkspaceModule],
  controllers: [MailOffController],
  providers: [
    NotificationResolver,
    NotificationSettingsResolver,
    NotificationService,
    NotificationTail,
    Teller,
    MailJob,
    MailOff,
    MailPlace,
    ...PUSH,
  ],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly notifications: NotificationService,
    private readonly push: PushService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('notification', 'Notification', ({ ctx }, id) => this.notifications.find(ctx, id));
    this.nodes.register('pushSubscription', 'PushSubscription', ({ ctx }, id) => this.push.find(ctx, id));
  }
}
