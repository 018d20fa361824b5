import { Entity } from 'typeorm';
import { BigInteger, Flag, Json, Text } from '../../kernel/columns.js';
import type { NotificationKind } from './notification.entity.js';

/** By which ways somebody is told of a kind. */
export interface Ways {
  app: boolean;
  /** By the browser, while the app is open in it and nobody looks. */
  browser: boolean;
}

/** How one person wants to be told; without a row as `DEFAULTS` says. */
@Entity('notification_settings')
export class NotificationSettings {
  @Text({ primary: true })
  userId!: string;

  /** Only the kinds that he has chosen for. */
  @Json()
  kinds!: Partial<Record<NotificationKind, Ways>>;

  /** Of which inboxes he is told of new conversations that are nobody's. */
  @Text()
  follows!: 'NONE' | 'ALL' | 'SOME';

  /** For SOME. */
  @Json()
  inboxIds!: string[];

  /** Nothing by the browser and no sound while he is away, which he is outside his working hours, too (D20). */
  @Flag()
  quiet!: boolean;

  @Flag()
  sound!: boolean;

  @BigInteger()
  updatedAt!: number;
}
