import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';

/** A text to insert while writing (S63, D38). */
@Entity('snippet')
@Index('uq_snippet_scope_key_name_key', ['scopeKey', 'nameKey'], { unique: true })
@Index('uq_snippet_scope_key_shortcut', ['scopeKey', 'shortcut'], { unique: true })
export class Snippet {
  @Text({ primary: true })
  id!: string;

  /** Who made it. */
  @Text()
  ownerUserId!: string;

  /** Empty for those that are shared, else whose own it is: names and shortcuts are unique within. */
  @Text()
  scopeKey!: string;

  /** Null for all inboxes. */
  @Text({ nullable: true })
  inboxId!: string | null;

  @Text()
  name!: string;

  @Text()
  nameKey!: string;

  @Text()
  shortcut!: string;

  @Text()
  text!: string;

  @Text({ nullable: true })
  html!: string | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
