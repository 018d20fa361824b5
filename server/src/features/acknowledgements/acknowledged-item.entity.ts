import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Something that was answered by itself, so that it is answered once in whichever of our inboxes it lies (R-INB-1). */
@Entity('acknowledged_item')
@Index('ix_acknowledged_item_at', ['at'])
export class AcknowledgedItem {
  /** A hash of what makes it the same everywhere. */
  @Text({ primary: true })
  key!: string;

  @BigInteger()
  at!: number;
}
