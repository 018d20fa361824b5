import { Entity } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A file that an agent is about to send; swept after a day when nothing uses it. */
@Entity('upload')
export class Upload {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  @Text()
  name!: string;

  @Text()
  mime!: string;

  @BigInteger()
  bytes!: number;

  @Text({ nullable: true })
  hash!: string | null;

  /** Of the address to PUT to. */
  @Text()
  secretHash!: string;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  expiresAt!: number;
}
