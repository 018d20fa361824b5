import { Entity } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';

/** Within what time an inbox answers, or what came by one of its channels (D37). */
@Entity('sla_policy')
export class SlaPolicy {
  @Text({ primary: true })
  inboxId!: string;

  /** Empty for all channels that have no limits of their own. */
  @Text({ primary: true })
  channelId!: string;

  /** For the first answer in a conversation; null for no limit. */
  @Integer({ nullable: true })
  firstMinutes!: number | null;

  /** For each answer after that; null for no limit. */
  @Integer({ nullable: true })
  nextMinutes!: number | null;

  /** From the customer's first question until it is closed; null for no limit. */
  @Integer({ nullable: true })
  closingMinutes!: number | null;

  /** WORKING counts only the working hours of the inbox, which are always as long as nobody has said so. */
  @Text()
  counts!: 'ALWAYS' | 'WORKING';

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
