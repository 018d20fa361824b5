import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, LongText, Text } from '../../kernel/columns.js';

/** What an agent is writing. */
@Entity('draft')
@Index('uq_draft_user_id_conversation_id_mode', ['userId', 'conversationId', 'mode'], { unique: true })
export class Draft {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  @Text()
  conversationId!: string;

  @Text()
  mode!: 'REPLY' | 'COMMENT';

  @LongText()
  text!: string;

  @LongText({ nullable: true })
  html!: string | null;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
