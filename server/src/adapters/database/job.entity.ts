import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** A job of the queue; done ones are removed, dead ones stay until a person retries them. */
@Entity('job')
@Index('uq_job_unique_key', ['uniqueKey'], { unique: true, where: `"unique_key" IS NOT NULL AND "state" = 'PENDING'` })
@Index('ix_job_state_name_run_at_id', ['state', 'name', 'runAt', 'id'])
@Index('ix_job_key_state_id', ['key', 'state', 'id'])
export class JobRow {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  @Json()
  payload!: Record<string, unknown>;

  @Text()
  state!: 'PENDING' | 'RUNNING' | 'DEAD';

  @BigInteger()
  runAt!: number;

  @Text({ nullable: true })
  lane!: string | null;

  @Text({ nullable: true })
  key!: string | null;

  @Text({ nullable: true })
  uniqueKey!: string | null;

  @Integer({ default: 0 })
  attempts!: number;

  @Integer({ default: 25 })
  maxAttempts!: number;

  @Text({ nullable: true })
  leaseOwner!: string | null;

  @BigInteger({ nullable: true })
  leaseUntil!: number | null;

  @LongText({ nullable: true })
  lastError!: string | null;

  @Text()
  correlationId!: string;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;
}
