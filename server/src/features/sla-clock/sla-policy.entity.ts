import { Entity } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';

/** Within what time an inbox answers (D37). */
@Entity('sla_policy')
export class SlaPolicy {
  @Text({ primary: true })
  inboxId!: string;

  /** For the first answer in a conversation; null for no limit. */
  @Integer({ nullable: true })
  firstMinutes!: number | null;

  /** For each answer after that; null for no limit. */
  @Integer({ nullable: true })
  nextMinutes!: number | null;

  /** WORKING counts only the working hours of the inbox, which are always as long as nobody has said so. */
  @Text()
  counts!: 'ALWAYS' | 'WORKING';

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
