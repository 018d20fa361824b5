import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Json, Text } from '../../kernel/columns.js';
import type { NotificationKind } from './notification.entity.js';

/** By which ways somebody is told of a kind. */
export interface Ways {
  app: boolean;
  /** By the browser, while the app is open in it and nobody looks. */
  browser: boolean;
  /** To the browsers that he has added, while he is not at the app. */
  push: boolean;
  /** By mail: not, soon while it is unread, or once a day with what else is unread. */
  mail: 'OFF' | 'SOON' | 'DAILY';
}
/** As they are given; what is not stays. */
export type WaysSave = Pick<Ways, 'app' | 'browser'> & { push?: boolean | null; mail?: Ways['mail'] | null };

/** How one person wants to be told; without a row as `DEFAULTS` says. */
@Entity('notification_settings')
export class NotificationSettings {
  @Text({ primary: true })
  userId!: string;

  /** Only the kinds that he has chosen for. */
  @Json()
  kinds!: Partial<Record<NotificationKind, Pick<Ways, 'app' | 'browser'> & Partial<Ways>>>;

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

  /** Whether what leaves the app says what was said, and not only who did. */
  @Flag({ default: false })
  showText!: boolean;

  /** So long something stays unread before a mail tells it, where it is told at once. */
  @Integer({ default: 5 })
  mailMinutes!: number;

  /** At which hour of his day the daily mail leaves. */
  @Integer({ default: 8 })
  mailHour!: number;

  @BigInteger()
  updatedAt!: number;
}
