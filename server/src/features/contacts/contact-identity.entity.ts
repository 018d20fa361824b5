import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Text } from '../../kernel/columns.js';

/** How a contact is known on a network. */
@Entity('contact_identity')
@Index('uq_contact_identity_kind_value_key', ['kind', 'valueKey'], { unique: true })
@Index('ix_contact_identity_contact_id', ['contactId'])
@Index('ix_contact_identity_domain_contact_id', ['domain', 'contactId'])
export class ContactIdentity {
  @Text({ primary: true })
  id!: string;

  @Text()
  contactId!: string;

  @Text()
  kind!: string;

  @Text()
  value!: string;

  /** Normalised by its kind. */
  @Text()
  valueKey!: string;

  /** Of a mail address. */
  @Text({ nullable: true })
  domain!: string | null;

  @Flag({ default: false })
  verified!: boolean;

  @Text({ nullable: true })
  name!: string | null;

  @BigInteger()
  createdAt!: number;
}
