import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A signed-in browser; the cookie holds the secret, the row its hash. */
@Entity('session')
@Index('uq_session_secret_hash', ['secretHash'], { unique: true })
@Index('ix_session_user_id', ['userId'])
export class Session {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  /** SHA-256 in hex. */
  @Text()
  secretHash!: string;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  lastSeenAt!: number;

  @BigInteger()
  expiresAt!: number;

  @Text({ nullable: true })
  ip!: string | null;

  @Text({ nullable: true })
  userAgent!: string | null;

  @BigInteger({ nullable: true })
  revokedAt!: number | null;
}
