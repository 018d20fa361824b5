import { Entity } from 'typeorm';
import { BigInteger, LongText, Text } from '../../../kernel/columns.js';
import { Sealed } from '../../../kernel/sealed.js';

/** The pair of keys by which push services know this installation (RFC 8292): one row. */
@Entity('push_key')
export class PushKey {
  @Text({ primary: true })
  id!: string;

  /** Base64url, as browsers are given it. */
  @Text()
  publicKey!: string;

  /** Sealed for this row. */
  @Sealed(() => PUSH_KEY_PLACE)
  @LongText()
  privateKey!: string;

  @BigInteger()
  createdAt!: number;
}

/** For what the private key is sealed. */
export const PUSH_KEY_PLACE = 'push_key';
