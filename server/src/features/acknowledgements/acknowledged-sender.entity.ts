import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** When an inbox last answered a sender by itself (R-LOOP-3). */
@Entity('acknowledged_sender')
@Index('ix_acknowledged_sender_at', ['at'])
export class AcknowledgedSender {
  @Text({ primary: true })
  inboxId!: string;

  @Text({ primary: true })
  kind!: string;

  @Text({ primary: true })
  valueKey!: string;

  @BigInteger()
  at!: number;
}
