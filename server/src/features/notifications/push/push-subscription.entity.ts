import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, LongText, Text } from '../../../kernel/columns.js';
import { Sealed } from '../../../kernel/sealed.js';

/** A browser to which one person's notifications are pushed. It ends with the session in which it was made. */
@Entity('push_subscription')
@Index('uq_push_subscription_endpoint_hash', ['endpointHash'], { unique: true })
@Index('ix_push_subscription_user_id', ['userId'])
@Index('ix_push_subscription_session_id', ['sessionId'])
export class PushSubscription {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  @Text()
  sessionId!: string;

  /** As its person calls the device. */
  @Text()
  name!: string;

  /** Of the app in this browser; null: his own. */
  @Text({ nullable: true })
  language!: string | null;

  /** SHA-256 of the address in hex: a browser has one row. */
  @Text()
  endpointHash!: string;

  /** Address and keys as the browser gave them, sealed for this row: who has the address can send to it. */
  @Sealed((row: PushSubscription) => row.id)
  @LongText()
  target!: string;

  /** Failures in a row, for how long is waited. */
  @Integer({ default: 0 })
  failures!: number;

  @BigInteger()
  createdAt!: number;
}
