import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Who somebody is at a provider: `sub` of an issuer, the only pair that stays the same there (OpenID Connect Core 1.0, 5.7). */
@Entity('sign_in_identity')
@Index('uq_sign_in_identity_issuer_subject', ['issuer', 'subject'], { unique: true })
@Index('uq_sign_in_identity_user_id_issuer', ['userId', 'issuer'], { unique: true })
export class SignInIdentity {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  @Text()
  issuer!: string;

  @Text()
  subject!: string;

  /** As the provider told it last; to be shown, never to be looked up by. */
  @Text({ nullable: true })
  email!: string | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  lastUsedAt!: number;
}
