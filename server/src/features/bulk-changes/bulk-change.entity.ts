import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** Why something could not be done to one of them, as the person is told. */
export interface Problem {
  /** Of a conversation. */
  number: number | null;
  /** Of a contact or a record. */
  name?: string | null;
  code: string;
  message: string;
}

/** One thing that a person does to all that a filter finds, and how far it is. */
@Entity('bulk_change')
@Index('ix_bulk_change_by_id_started_at_id', ['byId', 'startedAt', 'id'])
export class BulkChange {
  @Text({ primary: true })
  id!: string;

  @Text()
  byId!: string;

  /** What it is about. */
  @Text({ default: 'CONVERSATIONS' })
  kind!: 'CONVERSATIONS' | 'CONTACTS' | 'RECORDS';

  @Json()
  filter!: unknown;

  @Json()
  action!: unknown;

  @Text()
  state!: 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED' | 'UNDOING' | 'UNDONE';

  /** Why it failed: the code and the words of an expected failure. */
  @Json({ nullable: true })
  reason!: Pick<Problem, 'code' | 'message'> | null;

  /** Behind which of them it goes on; written together with what was done, so that nothing is done twice. */
  @LongText({ nullable: true })
  place!: string | null;

  /** Null until it is counted. */
  @Integer({ nullable: true })
  total!: number | null;

  /** Those that it has come by. */
  @Integer({ default: 0 })
  done!: number;

  /** Those that are otherwise since. */
  @Integer({ default: 0 })
  changed!: number;

  @Integer({ default: 0 })
  failed!: number;

  /** Those that were taken back. */
  @Integer({ default: 0 })
  undone!: number;

  /** The first few of those that failed. */
  @Json()
  problems!: Problem[];

  @BigInteger()
  startedAt!: number;

  @BigInteger({ nullable: true })
  endedAt!: number | null;
}
