import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, Text } from '../../kernel/columns.js';

const UNASSIGNED = { where: '"assignee_user_id" IS NULL' };

/** The unit of work: what was said with one person about one matter. Denormalised so that a page of the list is one query. */
@Entity('conversation')
@Index('uq_conversation_number', ['number'], { unique: true })
@Index('ix_conversation_inbox_id_placement_status_last_message_at_id', ['inboxId', 'placement', 'status', 'lastMessageAt', 'id'])
@Index('ix_conversation_placement_status_last_message_at_id', ['placement', 'status', 'lastMessageAt', 'id'])
@Index('ix_conversation_assignee_user_id_p_s_lma_i', ['assigneeUserId', 'placement', 'status', 'lastMessageAt', 'id'])
@Index('ix_conversation_unassigned', ['inboxId', 'placement', 'status', 'lastMessageAt', 'id'], UNASSIGNED)
@Index('ix_conversation_contact_id_last_message_at_id', ['contactId', 'lastMessageAt', 'id'])
@Index('ix_conversation_inbox_id_p_vi_s_lma_i', ['inboxId', 'placement', 'viewId', 'status', 'lastMessageAt', 'id'])
export class Conversation {
  @Text({ primary: true })
  id!: string;

  @Text()
  inboxId!: string;

  @Integer()
  number!: number;

  @Text()
  subject!: string;

  @Text()
  preview!: string;

  @Text()
  status!: 'OPEN' | 'SNOOZED' | 'CLOSED';

  @BigInteger({ nullable: true })
  snoozedUntil!: number | null;

  @Text()
  placement!: 'INBOX' | 'FILTERED' | 'SPAM' | 'TRASH';

  @Text({ nullable: true })
  placementReason!: string | null;

  @BigInteger({ nullable: true })
  placedAt!: number | null;

  @Text({ nullable: true })
  assigneeUserId!: string | null;

  @Text()
  botControl!: 'NONE' | 'BOT_ACTIVE' | 'HANDOFF_REQUESTED' | 'HUMAN_ACTIVE';

  @Text({ nullable: true })
  contactId!: string | null;

  @Integer({ default: 1 })
  participantCount!: number;

  @Text({ nullable: true })
  originalChannelId!: string | null;

  /** View of the first channel. */
  @Text({ nullable: true })
  viewId!: string | null;

  @BigInteger()
  lastMessageAt!: number;

  @BigInteger({ nullable: true })
  lastInboundAt!: number | null;

  @BigInteger({ nullable: true })
  lastOutboundAt!: number | null;

  @Text({ nullable: true })
  lastDirection!: 'INBOUND' | 'OUTBOUND' | 'INTERNAL' | null;

  @BigInteger({ nullable: true })
  waitingSince!: number | null;

  @BigInteger({ nullable: true })
  closedAt!: number | null;

  /** Worst of what was sent last, null when all is well. */
  @Text({ nullable: true })
  deliveryStatus!: string | null;

  /** Of the last item. */
  @Integer({ default: 0 })
  seq!: number;

  @Integer({ default: 0 })
  messageCount!: number;

  @Flag({ default: false })
  demo!: boolean;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
