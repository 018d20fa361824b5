import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** The one tie between what the CRM keeps and whatever it is about: contacts, conversations, other records (D15: a ticket has several conversations). */
@Entity('association')
@Index('ix_association_to_id_type_at_from_id', ['toId', 'type', 'at', 'fromId'])
@Index('ix_association_to_id_at_from_id', ['toId', 'at', 'fromId'])
export class Association {
  @Text({ primary: true })
  fromId!: string;

  @Text({ primary: true })
  toId!: string;

  /** Of the record. */
  @Text()
  type!: string;

  /** What `toId` names, such as `conversation`; `inbox` where a conversation of it was that is deleted for ever. */
  @Text()
  toKind!: string;

  /** When the record was made: the order of what hangs on one thing. */
  @BigInteger()
  at!: number;
}
