import type { VisitedPage } from '@balie/plugin-sdk';
import { Entity, Index } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';

/** Where on a website the other side was, and since when. */
export type Visited = VisitedPage & { at: number };

/** How a channel sees a conversation; one conversation can have many. */
@Entity('thread')
@Index('uq_thread_reply_token', ['replyToken'], { unique: true })
@Index('uq_thread_channel_id_external_key', ['channelId', 'externalKey'], { unique: true, where: '"external_key" IS NOT NULL' })
@Index('ix_thread_conversation_id', ['conversationId'])
@Index('ix_thread_channel_id_former_key', ['channelId', 'formerKey'], { where: '"former_key" IS NOT NULL' })
export class Thread {
  @Text({ primary: true })
  id!: string;

  @Text()
  conversationId!: string;

  @Text()
  channelId!: string;

  @Text({ nullable: true })
  externalKey!: string | null;

  /** By which the network knew it before what came under this key began anew in another conversation. */
  @Text({ nullable: true })
  formerKey!: string | null;

  @Text()
  subject!: string;

  /** SIDE: with somebody else than the customer, such as whom a mail was forwarded to; the customer never sees it (G7 44). */
  @Text({ default: 'CUSTOMER' })
  purpose!: 'CUSTOMER' | 'SIDE';

  /** Unguessable. */
  @Text()
  replyToken!: string;

  /** Of the other side, where its channel tells. */
  @Json({ nullable: true })
  visited!: Visited | null;

  @BigInteger()
  createdAt!: number;
}
