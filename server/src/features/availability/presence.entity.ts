import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Text } from '../../kernel/columns.js';

/** Why an agent is available or away; the word itself is `User.availability`. Without a row nobody has chosen yet. */
@Entity('presence')
export class Presence {
  @Text({ primary: true })
  userId!: string;

  /** Who decided last: the person, somebody who manages an inbox of his, or his working hours. */
  @Text()
  source!: 'MANUAL' | 'MANAGER' | 'SCHEDULE';

  /** While away, what comes into his conversations goes to others (S69). */
  @Flag({ default: false })
  reassignReplies!: boolean;

  /** When a choice ends and the hours count again; null is until further notice. */
  @BigInteger({ nullable: true })
  until!: number | null;

  /** Who else decided it; null for oneself and the hours. */
  @Text({ nullable: true })
  setById!: string | null;

  @Text({ nullable: true })
  setByName!: string | null;

  @BigInteger()
  changedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
