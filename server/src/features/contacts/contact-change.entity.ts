import { Entity, Index } from 'typeorm';
import { BigInteger, LongText, Text } from '../../kernel/columns.js';

/** What somebody changed about a contact, for his timeline. */
@Entity('contact_change')
@Index('ix_contact_change_contact_id_at_id', ['contactId', 'at', 'id'])
export class ContactChange {
  @Text({ primary: true })
  id!: string;

  @Text()
  contactId!: string;

  @BigInteger()
  at!: number;

  @Text()
  what!: 'NAME' | 'OWNER' | 'FACT' | 'ADDRESS_ADDED' | 'ADDRESS_REMOVED' | 'DELETED' | 'RESTORED' | 'MERGED' | 'PARTED';

  /** The name of the fact, or of whom he was merged with, as it was then. */
  @Text({ nullable: true })
  label!: string | null;

  @LongText({ nullable: true })
  was!: string | null;

  @LongText({ nullable: true })
  became!: string | null;

  @Text()
  byName!: string;
}
