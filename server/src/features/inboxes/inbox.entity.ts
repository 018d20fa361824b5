import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, Text } from '../../kernel/columns.js';

/** A place where a team works; 1 to n channels lead into it. */
@Entity('inbox')
@Index('uq_inbox_name_key', ['nameKey'], { unique: true })
export class Inbox {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  /** Lower case, unique. */
  @Text()
  nameKey!: string;

  @Text()
  audience!: 'EVERYONE' | 'MEMBERS';

  @Flag({ default: false })
  isDefault!: boolean;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
