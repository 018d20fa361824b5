import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Json, Text } from '../../kernel/columns.js';

/** A fact that a team keeps of each contact, besides those that all have. */
@Entity('contact_property')
export class ContactProperty {
  @Text({ primary: true })
  id!: string;

  @Text()
  label!: string;

  @Text()
  type!: 'TEXT' | 'NUMBER' | 'DATE' | 'CHOICE' | 'YES_NO' | 'LINK';

  /** Of a CHOICE. */
  @Json()
  options!: string[];

  /** Shown beside the conversation (S60). */
  @Flag()
  inAbout!: boolean;

  @Integer()
  position!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
