import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, LongText, Text } from '../../kernel/columns.js';

const LIVE = { where: '"deleted_at" IS NULL' };
const OPEN = { where: '"deleted_at" IS NULL AND "done_at" IS NULL' };

/** What the team keeps about its work with people: tickets, deals, tasks, notes, calls, meetings and companies, in one form, so that all are listed, tied and told of in one way. */
@Entity('crm_record')
@Index('ix_crm_record_type_sort_at_id', ['type', 'sortAt', 'id'], LIVE)
@Index('ix_crm_record_open_type_sort_at_id', ['type', 'sortAt', 'id'], OPEN)
@Index('ix_crm_record_stage_id_sort_at_id', ['stageId', 'sortAt', 'id'])
@Index('ix_crm_record_live_stage_id_currency_amount', ['stageId', 'currency', 'amount'], LIVE)
@Index('ix_crm_record_open_owner_id_type_sort_at_id', ['ownerId', 'type', 'sortAt', 'id'], OPEN)
@Index('ix_crm_record_owner_id_type_sort_at_id', ['ownerId', 'type', 'sortAt', 'id'], LIVE)
@Index('uq_crm_record_type_lookup', ['type', 'lookup'], { ...LIVE, unique: true })
@Index('uq_crm_record_type_external_id', ['type', 'externalId'], { where: '"external_id" IS NOT NULL', unique: true })
@Index('ix_crm_record_deleted_at', ['deletedAt'], { where: '"deleted_at" IS NOT NULL' })
export class CrmRecord {
  @Text({ primary: true })
  id!: string;

  @Text()
  type!: 'TICKET' | 'DEAL' | 'TASK' | 'NOTE' | 'CALL' | 'MEETING' | 'COMPANY';

  /** Of a ticket: what people quote. */
  @Integer({ nullable: true })
  number!: number | null;

  @Text()
  title!: string;

  @LongText({ nullable: true })
  body!: string | null;

  @Text({ nullable: true })
  stageId!: string | null;

  @Text({ nullable: true })
  priority!: 'LOW' | 'MEDIUM' | 'HIGH' | 'URGENT' | null;

  /** Where a ticket came from. */
  @Text({ nullable: true })
  source!: string | null;

  @Text({ nullable: true })
  ownerId!: string | null;

  /** In the smallest unit of `currency`. */
  @BigInteger({ nullable: true })
  amount!: number | null;

  @Text({ nullable: true })
  currency!: string | null;

  /** When a task is due, a deal expected to close, or a meeting begins. */
  @BigInteger({ nullable: true })
  dueAt!: number | null;

  @BigInteger({ nullable: true })
  remindAt!: number | null;

  /** Closed, won, lost, done or called off. */
  @BigInteger({ nullable: true })
  doneAt!: number | null;

  /** What only its type has, such as the number of a call. */
  @Json()
  data!: Record<string, unknown>;

  /** By which it is found again: the domain of a company, the number of a ticket, the UID of a meeting. */
  @Text({ nullable: true })
  lookup!: string | null;

  /** By which another system knows it. */
  @Text({ nullable: true })
  externalId!: string | null;

  /** Order of the lists: when a task is due or a meeting begins, when all else was made. */
  @BigInteger()
  sortAt!: number;

  @Text({ nullable: true })
  createdById!: string | null;

  @Text()
  createdByName!: string;

  @BigInteger({ nullable: true })
  deletedAt!: number | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
