import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Json, LongText, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** Another program that is told, by HTTP, what happens in some inboxes. */
@Entity('webhook')
export class Webhook {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  @LongText()
  url!: string;

  /** Empty: all of them. */
  @Json()
  inboxIds!: string[];

  /** Types of events; empty: all of them. */
  @Json()
  events!: string[];

  @Flag()
  active!: boolean;

  /** What signs, encrypted: `{ now, before, until }`. */
  @Sealed((row: Webhook) => row.id)
  @LongText()
  secrets!: string;

  /** How far of the journal there are deliveries. */
  @BigInteger()
  position!: number;

  /** What went wrong last; null when nothing did. */
  @LongText({ nullable: true })
  stateMessage!: string | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
