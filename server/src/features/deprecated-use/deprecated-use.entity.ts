import { Entity } from 'typeorm';
import { BigInteger, LongText, Text } from '../../kernel/columns.js';

/** How often a token has used a part of the schema that will go (N24). */
@Entity('deprecated_use')
export class DeprecatedUse {
  @Text({ primary: true })
  tokenId!: string;

  /** Such as `Contact.email` or `Query.contacts(order)`. */
  @Text({ primary: true })
  part!: string;

  /** Why it goes, as the schema said last. */
  @LongText()
  reason!: string;

  @BigInteger()
  uses!: number;

  @BigInteger()
  firstAt!: number;

  @BigInteger()
  lastAt!: number;
}
