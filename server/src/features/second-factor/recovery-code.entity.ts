import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A code that takes the place of the second step, once. */
@Entity('recovery_code')
@Index('uq_recovery_code_user_id_code_hash', ['userId', 'codeHash'], { unique: true })
export class RecoveryCode {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  /** SHA-256 in hex: a code has 80 random bits, so a plain hash is enough. */
  @Text()
  codeHash!: string;

  @BigInteger()
  createdAt!: number;

  @BigInteger({ nullable: true })
  usedAt!: number | null;
}
