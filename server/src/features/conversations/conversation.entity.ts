import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, Text } from '../../kernel/columns.js';

const QUEUED = { where: '"queued_at" IS NOT NULL' };
const OF_A_TEAM = { where: '"assignee_team_id" IS NOT NULL' };
const HELD_BY_BOT = { where: `"bot_control" = 'BOT_ACTIVE' AND "assignee_user_id" IS NULL` };
const DUE = { where: '"sla_due_at" IS NOT NULL' };
const CLOSED = { where: `"status" = 'CLOSED'` };
const WITH_FILE = { where: '"has_file"' };
const UNASSIGNED = { where: '"assignee_user_id" IS NULL' };

/** The unit of work: what was said with one person about one matter. Denormalised so that a page of the list is one query. */
@Entity('conversation')
@Index('uq_conversation_number', ['number'], { unique: true })
@Index('ix_conversation_inbox_id_placement_status_last_message_at_id', ['inboxId', 'placement', 'status', 'lastMessageAt', 'id'])
@Index('ix_conversation_placement_status_last_message_at_id', ['placement', 'status', 'lastMessageAt', 'id'])
@Index('ix_conversation_assignee_user_id_p_s_lma_i', ['assigneeUserId', 'placement', 'status', 'lastMessageAt', 'id'])
@Index('ix_conversation_assignee_team_id_p_s_lma_i', ['assigneeTeamId', 'placement', 'status', 'lastMessageAt', 'id'], OF_A_TEAM)
@Index('ix_conversation_unassigned', ['inboxId', 'placement', 'status', 'lastMessageAt', 'id'], UNASSIGNED)
@Index('ix_conversation_bots', ['inboxId', 'placement', 'status', 'lastMessageAt', 'id'], HELD_BY_BOT)
@Index('ix_conversation_queued', ['inboxId', 'queuedAt', 'id'], QUEUED)
@Index('ix_conversation_contact_id_last_message_at_id', ['contactId', 'lastMessageAt', 'id'])
@Index('ix_conversation_inbox_id_p_vi_s_lma_i', ['inboxId', 'placement', 'viewId', 'status', 'lastMessageAt', 'id'])
@Index('ix_conversation_merged_into_id', ['mergedIntoId'], { where: '"merged_into_id" IS NOT NULL' })
@Index('ix_conversation_sla_due', ['placement', 'status', 'slaDueAt', 'id'], DUE)
@Index('ix_conversation_file', ['placement', 'status', 'lastMessageAt', 'id'], WITH_FILE)
@Index('ix_conversation_file_inbox_id', ['inboxId', 'placement', 'status', 'lastMessageAt', 'id'], WITH_FILE)
@Index('ix_conversation_closed', ['inboxId', 'closedAt', 'id'], CLOSED)
@Index('ix_conversation_placement_placed_at_id', ['placement', 'placedAt', 'id'], { where: '"placed_at" IS NOT NULL' })
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
  placement!: 'INBOX' | 'FILTERED' | 'SPAM' | 'TRASH' | 'MERGED';

  @Text({ nullable: true })
  placementReason!: string | null;

  @BigInteger({ nullable: true })
  placedAt!: number | null;

  /** The conversation that it became part of; only while its placement is MERGED. */
  @Text({ nullable: true })
  mergedIntoId!: string | null;

  @Text({ nullable: true })
  assigneeUserId!: string | null;

  /** Its people take it from each other; it stays when one of them has it. */
  @Text({ nullable: true })
  assigneeTeamId!: string | null;

  /** Since when it waits in line for somebody who is free (G8 53); null when it does not. */
  @BigInteger({ nullable: true })
  queuedAt!: number | null;

  @Text()
  botControl!: 'NONE' | 'BOT_ACTIVE' | 'HANDOFF_REQUESTED' | 'HUMAN_ACTIVE';

  /** The responder that has the word; only while `botControl` is BOT_ACTIVE. */
  @Text({ nullable: true })
  botId!: string | null;

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

  /** When one of us, and no machine, wrote to the customer first. */
  @BigInteger({ nullable: true })
  firstReplyAt!: number | null;

  /** Which answer of ours a clock waits for (D37); null when none runs, as all that follows. */
  @Text({ nullable: true })
  slaKind!: 'FIRST' | 'NEXT' | null;

  @BigInteger({ nullable: true })
  slaSince!: number | null;

  @BigInteger({ default: 0 })
  slaSpentMs!: number;

  /** Null while it stands, too. */
  @BigInteger({ nullable: true })
  slaDueAt!: number | null;

  @BigInteger({ nullable: true })
  slaMissedAt!: number | null;

  /** The clock on closing (D37), as the one on our next answer; null when none runs, as all that follows. */
  @BigInteger({ nullable: true })
  closingSince!: number | null;

  @BigInteger({ default: 0 })
  closingSpentMs!: number;

  @BigInteger({ nullable: true })
  closingDueAt!: number | null;

  @BigInteger({ nullable: true })
  closingMissedAt!: number | null;

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

  /** Whether one of its messages or comments has a file that is no picture of its text (S9). */
  @Flag({ default: false })
  hasFile!: boolean;

  @Flag({ default: false })
  demo!: boolean;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
