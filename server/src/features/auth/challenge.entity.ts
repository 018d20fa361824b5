import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** A sign-in that is under way: what the server must know when the browser comes back, once and for minutes. */
@Entity('sign_in_challenge')
@Index('ix_sign_in_challenge_expires_at', ['expiresAt'])
export class SignInChallenge {
  /** SHA-256 in hex of the secret that the browser keeps in a cookie. */
  @Text({ primary: true })
  secretHash!: string;

  /** What it is for: one of another kind is none. */
  @Text()
  kind!: string;

  /** Sealed JSON. */
  @Sealed((row: SignInChallenge) => row.secretHash)
  @Text()
  data!: string;

  @BigInteger()
  expiresAt!: number;
}
