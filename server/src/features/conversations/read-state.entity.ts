import { Entity } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/** Up to which item an agent has read. */
@Entity('read_state')
export class ReadState {
  @Text({ primary: true })
  userId!: string;

  @Text({ primary: true })
  conversationId!: string;

  @Integer()
  lastSeq!: number;
}
