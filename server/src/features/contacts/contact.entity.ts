import { Entity } from 'typeorm';
import { BigInteger, Integer, Json, Text } from '../../kernel/columns.js';

/** A person on the other side. */
@Entity('contact')
export class Contact {
  @Text({ primary: true })
  id!: string;

  @Text({ nullable: true })
  name!: string | null;

  @Text({ nullable: true })
  avatarUrl!: string | null;

  @Json()
  fields!: Record<string, unknown>;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
