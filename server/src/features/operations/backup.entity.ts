import { Entity, Index } from 'typeorm';
import { BigInteger, LongText, Text } from '../../kernel/columns.js';

/** A backup that the schedule made, or tried to. */
@Entity('backup')
@Index('ix_backup_started_at_id', ['startedAt', 'id'])
export class Backup {
  @Text({ primary: true })
  id!: string;

  /** The name of the archive in the folder of the settings. */
  @Text()
  file!: string;

  @Text()
  state!: 'RUNNING' | 'DONE' | 'FAILED';

  @BigInteger()
  startedAt!: number;

  @BigInteger({ nullable: true })
  endedAt!: number | null;

  @BigInteger({ nullable: true })
  bytes!: number | null;

  @LongText({ nullable: true })
  error!: string | null;
}
