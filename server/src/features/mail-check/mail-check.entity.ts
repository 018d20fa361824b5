import { Entity, Index } from 'typeorm';
import { BigInteger, Json, LongText, Text } from '../../kernel/columns.js';
import type { Leg, Proof } from './leg.js';

/** What was seen of the mail when it was back. */
export interface Arrival {
  /** By which channel. */
  channelId: string;
  /** When the far side says that it had it. */
  at: number;
  /** Why it lay among spam, in the network's words; null when it did not. */
  spam: string | null;
  proofs: Proof[];
}

/** The last mail that a channel was asked to send to itself (N15). */
@Entity('mail_check')
@Index('uq_mail_check_mark', ['mark'], { unique: true })
export class MailCheck {
  /** One a channel: a new one takes the place of the one before. */
  @Text({ primary: true })
  channelId!: string;

  /** Stands in the subject; nobody can guess it. */
  @Text()
  mark!: string;

  @Text()
  address!: string;

  @BigInteger()
  startedAt!: number;

  @BigInteger({ nullable: true })
  leftAt!: number | null;

  /** Who took it and what he calls it, or why it did not leave. */
  @LongText({ nullable: true })
  leftWords!: string | null;

  /** When it was given up. */
  @BigInteger({ nullable: true })
  failedAt!: number | null;

  @BigInteger({ nullable: true })
  arrivedAt!: number | null;

  @Json({ nullable: true })
  arrival!: Arrival | null;

  /** What was found out about its sender, once DNS was asked as well. */
  @Json({ nullable: true })
  proven!: Leg[] | null;
}
