import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, LongText, Text } from '../../kernel/columns.js';

/** One event on its way to one webhook; kept a month, so that it can be sent again. */
@Entity('webhook_delivery')
@Index('ix_webhook_delivery_webhook_id_id', ['webhookId', 'id'])
@Index('ix_webhook_delivery_webhook_id_state_id', ['webhookId', 'state', 'id'])
@Index('ix_webhook_delivery_created_at', ['createdAt'])
export class WebhookDelivery {
  @Text({ primary: true })
  id!: string;

  @Text()
  webhookId!: string;

  @Text()
  eventId!: string;

  @Text()
  eventType!: string;

  /** What is kept in order: the conversation, or else the thing itself. */
  @Text()
  line!: string;

  /** The bytes as they are signed and sent. */
  @LongText()
  body!: string;

  @Text()
  state!: 'PENDING' | 'DELIVERED' | 'DEAD';

  @Integer({ default: 0 })
  attempts!: number;

  /** What the far side answered last; null when it did not. */
  @Integer({ nullable: true })
  status!: number | null;

  @LongText({ nullable: true })
  error!: string | null;

  @BigInteger({ nullable: true })
  nextAttemptAt!: number | null;

  /** From when the 24 hours count: when it happened, or was asked to be sent again. */
  @BigInteger()
  since!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger({ nullable: true })
  deliveredAt!: number | null;
}
