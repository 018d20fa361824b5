import { Entity, Index } from 'typeorm';
import { BigInteger, LongText, Text } from '../../kernel/columns.js';

/** Something of the instance that did not work from one look to another. */
@Entity('alarm')
@Index('ix_alarm_raised_at_id', ['raisedAt', 'id'])
export class Alarm {
  @Text({ primary: true })
  id!: string;

  /** Which check of the system it is about. */
  @Text()
  key!: string;

  /** What the check said when it was raised. */
  @LongText()
  message!: string;

  @BigInteger()
  raisedAt!: number;

  @BigInteger({ nullable: true })
  clearedAt!: number | null;
}
