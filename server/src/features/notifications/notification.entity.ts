import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, Text } from '../../kernel/columns.js';

/** What somebody can be told; the words of the schema. */
export const KINDS = [
  'ASSIGNED',
  'TEAM_ASSIGNED',
  'MENTIONED',
  'MESSAGE',
  'NEW_CONVERSATION',
  'WOKEN',
  'SLA_MISSED',
  'NOT_DELIVERED',
  'OWN_CONTACT',
  'REMINDER',
] as const;
export type NotificationKind = (typeof KINDS)[number];

/** That something happened which concerns one person. As long as he has not read it, more of the same in the same conversation adds to `times`. */
@Entity('notification')
@Index('uq_notification_unread', ['userId', 'kind', 'subjectId'], { unique: true, where: '"read_at" IS NULL' })
@Index('ix_notification_user_id_at_id', ['userId', 'at', 'id'])
@Index('ix_notification_subject_id', ['subjectId'])
@Index('ix_notification_at', ['at'])
export class Notification {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  @Text()
  kind!: NotificationKind;

  /** The conversation, the task or the note. */
  @Text()
  subjectId!: string;

  /** Where the conversation lies, as far as the journal was read; empty when it is about none. */
  @Text()
  inboxId!: string;

  /** What was said last, where something was. */
  @Text({ nullable: true })
  messageId!: string | null;

  /** The colleague who did it; null when it was somebody outside or the machine. */
  @Text({ nullable: true })
  byName!: string | null;

  @Integer()
  times!: number;

  /** Shown in the list, and counted. */
  @Flag()
  inApp!: boolean;

  /** Shown by the browser while nobody looks. */
  @Flag()
  browser!: boolean;

  @BigInteger()
  createdAt!: number;

  /** When it happened last; the order of the list. */
  @BigInteger()
  at!: number;

  @BigInteger({ nullable: true })
  readAt!: number | null;

  /** When a mail told it; null again when more of the same is added. */
  @BigInteger({ nullable: true })
  mailedAt!: number | null;
}
