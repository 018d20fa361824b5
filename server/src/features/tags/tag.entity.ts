import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';
import type { TagColor } from '../../generated/graphql.js';

/** A word that conversations are sorted by. */
@Entity('tag')
@Index('uq_tag_name_key', ['nameKey'], { unique: true })
export class Tag {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  /** Lower case, unique. */
  @Text()
  nameKey!: string;

  @Text()
  color!: TagColor;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
