import { Entity } from 'typeorm';
import { BigInteger, LongText, Text } from '../../../kernel/columns.js';

/** The pair of keys by which push services know this installation (RFC 8292): one row. */
@Entity('push_key')
export class PushKey {
  @Text({ primary: true })
  id!: string;

  /** Base64url, as browsers are given it. */
  @Text()
  publicKey!: string;

  /** Sealed for this row. */
  @LongText()
  privateKey!: string;

  @BigInteger()
  createdAt!: number;
}
