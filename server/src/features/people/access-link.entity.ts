import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A link by which somebody joins or sets a password: 256 bits of which only the hash is kept, once, 72 hours. */
@Entity('access_link')
@Index('uq_access_link_secret_hash', ['secretHash'], { unique: true })
@Index('ix_access_link_user_id', ['userId'])
export class AccessLink {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  @Text()
  purpose!: 'INVITE' | 'RESET';

  /** SHA-256 in hex. */
  @Text()
  secretHash!: string;

  /** Who asked for it; null for the person himself and the terminal. */
  @Text({ nullable: true })
  createdBy!: string | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  expiresAt!: number;

  @BigInteger({ nullable: true })
  usedAt!: number | null;
}
