import { Entity } from 'typeorm';
import { BigInteger, LongText, Text } from '../../kernel/columns.js';

/** What the far side has said about an address that we wrote to, so that nobody writes there again unawares. */
@Entity('address_trouble')
export class AddressTrouble {
  @Text({ primary: true })
  kind!: string;

  @Text({ primary: true })
  valueKey!: string;

  /** UNREACHABLE: it is gone for good (R-BNC-6). COMPLAINED: whoever reads it called our message spam (R-ARF-1). */
  @Text({ primary: true })
  trouble!: 'UNREACHABLE' | 'COMPLAINED';

  @Text()
  value!: string;

  /** The far side's words. */
  @LongText({ nullable: true })
  reason!: string | null;

  /** The message that it was about. */
  @Text()
  messageId!: string;

  @BigInteger()
  at!: number;
}
