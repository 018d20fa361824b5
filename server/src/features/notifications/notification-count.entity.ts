import { Entity } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/** How much somebody has not read of an inbox, kept with each row that changes; by inbox, so that who lost one no longer counts it. */
@Entity('notification_count')
export class NotificationCount {
  @Text({ primary: true })
  userId!: string;

  /** Empty for what is about no conversation. */
  @Text({ primary: true })
  inboxId!: string;

  @Integer()
  unread!: number;
}
