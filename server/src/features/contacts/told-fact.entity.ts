import { Entity } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';

/** Something that a network tells about a contact, such as his city or the page he is on: the newest word counts. */
@Entity('told_fact')
export class ToldFact {
  @Text({ primary: true })
  contactId!: string;

  @Text({ primary: true })
  name!: string;

  @Json()
  value!: unknown;

  /** The channel that told it. */
  @Text()
  channelId!: string;

  @BigInteger()
  at!: number;
}
