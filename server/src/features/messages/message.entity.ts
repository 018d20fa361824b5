import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** An item of the timeline: a message, a comment, or an activity. */
@Entity('message')
@Index('uq_message_conversation_id_seq', ['conversationId', 'seq'], { unique: true })
@Index('uq_message_send_key', ['sendKey'], { unique: true, where: '"send_key" IS NOT NULL' })
@Index('ix_message_conversation_id_kind_seq', ['conversationId', 'kind', 'seq'])
@Index('ix_message_outbox', ['deliveryStatus', 'id'], {
  where: `"delivery_status" IN ('HELD', 'QUEUED', 'SENDING', 'DEFERRED', 'UNCERTAIN', 'FAILED', 'BOUNCED')`,
})
@Index('ix_message_raw_hash', ['rawHash'], { where: '"raw_hash" IS NOT NULL' })
export class Message {
  @Text({ primary: true })
  id!: string;

  @Text()
  conversationId!: string;

  @Text({ nullable: true })
  threadId!: string | null;

  @Text({ nullable: true })
  channelId!: string | null;

  /** Place in the conversation. */
  @Integer()
  seq!: number;

  @Text()
  kind!: 'MESSAGE' | 'COMMENT' | 'ACTIVITY';

  @Text()
  direction!: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';

  @Text()
  authorKind!: 'USER' | 'CONTACT' | 'BOT' | 'SYSTEM' | 'INTEGRATION';

  @Text({ nullable: true })
  authorId!: string | null;

  @Text()
  authorName!: string;

  @Text({ nullable: true })
  fromKind!: string | null;

  @Text({ nullable: true })
  fromValue!: string | null;

  @Text({ nullable: true })
  fromName!: string | null;

  @Text({ nullable: true })
  subject!: string | null;

  /** Without the quoted history. */
  @LongText()
  text!: string;

  /** Sanitised. */
  @LongText({ nullable: true })
  html!: string | null;

  @LongText({ nullable: true })
  quotedText!: string | null;

  /** Sanitised. */
  @LongText({ nullable: true })
  quotedHtml!: string | null;

  /** What is neither text nor file. */
  @Json()
  parts!: { type: string; data: unknown }[];

  /** Type of an activity. */
  @Text({ nullable: true })
  activity!: string | null;

  @Json()
  data!: Record<string, unknown>;

  @Text({ nullable: true })
  automatic!: 'reply' | 'bulk' | 'list' | null;

  @Flag({ default: false })
  unparsed!: boolean;

  /** Storage key of the source. */
  @Text({ nullable: true })
  rawHash!: string | null;

  @Text({ nullable: true })
  inReplyToId!: string | null;

  /** Idempotency key of an outgoing message. */
  @Text({ nullable: true })
  sendKey!: string | null;

  /** Of the mutation's input, to tell a repeat from a clash. */
  @Text({ nullable: true })
  inputHash!: string | null;

  @Text({ nullable: true })
  deliveryStatus!: string | null;

  /** In a thread with somebody else than the customer. */
  @Flag({ default: false })
  side!: boolean;

  /** The time that its author chose for it to leave. */
  @BigInteger({ nullable: true })
  sendAt!: number | null;

  /** The message that this one passes on. */
  @Text({ nullable: true })
  forwardOfId!: string | null;

  /** What its sender says. */
  @BigInteger({ nullable: true })
  sentAt!: number | null;

  @BigInteger()
  at!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
