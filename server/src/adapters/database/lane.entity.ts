import { Entity } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A lane of jobs that is held, such as that of a channel that has lost its authorisation. */
@Entity('lane')
export class LaneRow {
  @Text({ primary: true })
  name!: string;

  /** Null: until it is released. */
  @BigInteger({ nullable: true })
  heldUntil!: number | null;
}
