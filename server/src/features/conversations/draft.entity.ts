import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** Addresses as the author typed them. */
export interface DraftRecipients {
  to: string[];
  cc: string[];
  bcc: string[];
}

/** What an agent is writing. */
@Entity('draft')
@Index('uq_draft_user_id_conversation_id_mode', ['userId', 'conversationId', 'mode'], { unique: true })
export class Draft {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  /** For COMPOSE the id that the conversation will have. */
  @Text()
  conversationId!: string;

  @Text()
  mode!: 'REPLY' | 'COMMENT' | 'FORWARD' | 'COMPOSE';

  /** The inbox that it is to leave from, for COMPOSE. */
  @Text({ nullable: true })
  inboxId!: string | null;

  /** The message that is answered or forwarded. */
  @Text({ nullable: true })
  messageId!: string | null;

  /** Null as long as the author has not changed them. */
  @Json({ nullable: true })
  recipients!: DraftRecipients | null;

  @Text({ nullable: true })
  subject!: string | null;

  @Json({ nullable: true })
  uploadIds!: string[] | null;

  @LongText()
  text!: string;

  @LongText({ nullable: true })
  html!: string | null;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
