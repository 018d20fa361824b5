import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Json, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** The OpenID Connect provider of the company, and whether one may still sign in by a password; at most one row. */
@Entity('sign_in_provider')
export class SignInProvider {
  /** Always `PROVIDER_ID`. */
  @Text({ primary: true })
  id!: string;

  @Flag()
  active!: boolean;

  @Text()
  issuer!: string;

  @Text()
  clientId!: string;

  /** Sealed for `PROVIDER_ID`; null for a client without one. */
  @Sealed(() => PROVIDER_ID)
  @Text({ nullable: true })
  clientSecret!: string | null;

  @Text()
  button!: string;

  /** In lower case; none lets every one in. */
  @Json()
  domains!: string[];

  @Flag()
  newPeople!: boolean;

  @Text()
  seat!: 'FULL' | 'LIGHT';

  @Flag()
  trustEmail!: boolean;

  /** `acr` or `amr` that say that the provider has asked for a second step. */
  @Json()
  secondStepValues!: string[];

  @Flag()
  passwordsOff!: boolean;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}

/** The one there is. */
export const PROVIDER_ID = 'company';
