import { Entity, Index } from 'typeorm';
import { Text } from '../../kernel/columns.js';

/** That a conversation has a tag. */
@Entity('conversation_tag')
@Index('ix_conversation_tag_tag_id', ['tagId'])
export class ConversationTag {
  @Text({ primary: true })
  conversationId!: string;

  @Text({ primary: true })
  tagId!: string;
}
