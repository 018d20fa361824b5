import { Entity, Index } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';

/** A bearer token of an integration, or of a person when `userId` is set. */
@Entity('api_token')
@Index('uq_api_token_secret_hash', ['secretHash'], { unique: true })
@Index('ix_api_token_user_id_id', ['userId', 'id'])
export class ApiToken {
  @Text({ primary: true })
  id!: string;

  @Text({ nullable: true })
  userId!: string | null;

  @Text()
  name!: string;

  /** SHA-256 in hex. */
  @Text()
  secretHash!: string;

  @Json()
  scopes!: string[];

  @Text()
  createdBy!: string;

  @BigInteger()
  createdAt!: number;

  @BigInteger({ nullable: true })
  expiresAt!: number | null;

  @BigInteger({ nullable: true })
  lastUsedAt!: number | null;

  @BigInteger({ nullable: true })
  revokedAt!: number | null;
}
