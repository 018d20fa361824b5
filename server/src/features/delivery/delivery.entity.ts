import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** The state of a message for one recipient: a row of the outbox. */
@Entity('delivery')
@Index('uq_delivery_message_id_kind_value_key', ['messageId', 'kind', 'valueKey'], { unique: true })
@Index('ix_delivery_status_next_attempt_at', ['status', 'nextAttemptAt'])
export class Delivery {
  @Text({ primary: true })
  id!: string;

  @Text()
  messageId!: string;

  @Text()
  conversationId!: string;

  @Text()
  channelId!: string;

  @Text()
  kind!: string;

  @Text()
  value!: string;

  @Text()
  valueKey!: string;

  @Text({ nullable: true })
  name!: string | null;

  @Text()
  field!: 'TO' | 'CC' | 'BCC';

  @Text()
  status!:
    'HELD' | 'CANCELLED' | 'QUEUED' | 'SENDING' | 'DEFERRED' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED' | 'UNCERTAIN' | 'BOUNCED';

  @Integer({ default: 0 })
  attempts!: number;

  @BigInteger({ nullable: true })
  nextAttemptAt!: number | null;

  @Text({ nullable: true })
  error!: string | null;

  @LongText({ nullable: true })
  reason!: string | null;

  @Text({ nullable: true })
  providerId!: string | null;

  /** Which of the channel's ways took it, such as a mail server's name. */
  @Text({ nullable: true })
  transport!: string | null;

  @Json()
  degraded!: string[];

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
