import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** The ledger: each thing that came in, with the one state that it is in. */
@Entity('inbound_item')
@Index('uq_inbound_item_channel_id_external_id', ['channelId', 'externalId'], { unique: true })
@Index('ix_inbound_item_state_received_at_id', ['state', 'receivedAt', 'id'])
@Index('ix_inbound_item_received_at_id', ['receivedAt', 'id'])
@Index('ix_inbound_item_conversation_id', ['conversationId'], { where: '"conversation_id" IS NOT NULL' })
@Index('ix_inbound_item_raw_hash', ['rawHash'], { where: '"raw_hash" IS NOT NULL' })
export class InboundItem {
  @Text({ primary: true })
  id!: string;

  @Text()
  channelId!: string;

  @Text()
  externalId!: string;

  @Text({ nullable: true })
  rawHash!: string | null;

  /** As the plugin gave it. */
  @Json()
  meta!: unknown;

  /** Decoded events, where the plugin hands them over decoded. */
  @LongText({ nullable: true })
  payload!: string | null;

  @Flag({ default: false })
  history!: boolean;

  @BigInteger()
  receivedAt!: number;

  @Text()
  state!: 'RECEIVED' | 'DELIVERED' | 'FILTERED' | 'QUARANTINED' | 'DUPLICATE' | 'FAILED';

  @LongText({ nullable: true })
  reason!: string | null;

  @Flag({ default: false })
  unparsed!: boolean;

  @Text({ nullable: true })
  messageId!: string | null;

  @Text({ nullable: true })
  conversationId!: string | null;

  /** Who it says it is from, as far as it was understood. */
  @Text({ nullable: true })
  sender!: string | null;

  @Text({ nullable: true })
  subject!: string | null;

  @Integer({ default: 0 })
  attempts!: number;

  @Text()
  correlationId!: string;

  @BigInteger()
  updatedAt!: number;
}
