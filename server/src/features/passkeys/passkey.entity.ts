import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** The public half of a key that somebody's authenticator keeps. */
@Entity('passkey')
@Index('uq_passkey_credential_id', ['credentialId'], { unique: true })
@Index('ix_passkey_user_id', ['userId'])
export class Passkey {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  /** As the authenticator calls it, base64url. */
  @Text()
  credentialId!: string;

  /** COSE, base64url. */
  @Text()
  publicKey!: string;

  /** How often it signed, as it says itself; many always say 0. */
  @BigInteger()
  counter!: number;

  @Text()
  name!: string;

  @BigInteger()
  createdAt!: number;

  @BigInteger({ nullable: true })
  lastUsedAt!: number | null;
}
