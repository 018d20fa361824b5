import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** That an agent was called into a conversation by a comment (S64). */
@Entity('mention')
@Index('uq_mention_user_id_message_id', ['userId', 'messageId'], { unique: true })
@Index('ix_mention_user_id_id', ['userId', 'id'])
@Index('ix_mention_user_id_unseen', ['userId', 'conversationId'], { where: '"seen_at" IS NULL' })
@Index('ix_mention_conversation_id_user_id', ['conversationId', 'userId'])
export class Mention {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  @Text()
  conversationId!: string;

  @Text()
  messageId!: string;

  @Text({ nullable: true })
  byId!: string | null;

  @Text()
  byName!: string;

  @BigInteger()
  createdAt!: number;

  /** Null as long as he has not looked. */
  @BigInteger({ nullable: true })
  seenAt!: number | null;
}
