import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Two conversations that have to do with each other without being one, kept once for each pair (R-INB-1, R-THR-5). */
@Entity('conversation_link')
@Index('ix_conversation_link_other_id', ['otherId'])
export class ConversationLink {
  @Text({ primary: true })
  conversationId!: string;

  @Text({ primary: true })
  otherId!: string;

  @BigInteger()
  createdAt!: number;
}
