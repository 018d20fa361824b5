import { Entity } from 'typeorm';
import { BigInteger, Integer, LongText, Text } from '../../kernel/columns.js';

/** What an inbox answers by itself to the first message of a conversation. */
@Entity('acknowledgement')
export class Acknowledgement {
  @Text({ primary: true })
  inboxId!: string;

  @Text()
  mode!: 'OFF' | 'ON_RECEIPT' | 'OUTSIDE_HOURS';

  @Text()
  subject!: string;

  @LongText()
  text!: string;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
