import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** How a channel sees a conversation; one conversation can have many. */
@Entity('thread')
@Index('uq_thread_reply_token', ['replyToken'], { unique: true })
@Index('uq_thread_channel_id_external_key', ['channelId', 'externalKey'], { unique: true, where: '"external_key" IS NOT NULL' })
@Index('ix_thread_conversation_id', ['conversationId'])
export class Thread {
  @Text({ primary: true })
  id!: string;

  @Text()
  conversationId!: string;

  @Text()
  channelId!: string;

  @Text({ nullable: true })
  externalKey!: string | null;

  @Text()
  subject!: string;

  /** Unguessable. */
  @Text()
  replyToken!: string;

  @BigInteger()
  createdAt!: number;
}
