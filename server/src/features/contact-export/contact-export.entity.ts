import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** All that is kept of one person, as a file for him (GDPR, article 15); it is deleted after some days, and with him. */
@Entity('contact_export')
@Index('ix_contact_export_contact_id_id', ['contactId', 'id'])
export class ContactExport {
  @Text({ primary: true })
  id!: string;

  @Text()
  contactId!: string;

  @Text()
  state!: 'RUNNING' | 'READY';

  /** Storage key of the archive. */
  @Text({ nullable: true })
  hash!: string | null;

  @BigInteger({ nullable: true })
  bytes!: number | null;

  @Text({ nullable: true })
  byId!: string | null;

  @Text()
  byName!: string;

  @BigInteger()
  startedAt!: number;

  @BigInteger({ nullable: true })
  endedAt!: number | null;

  /** When it is deleted. */
  @BigInteger({ nullable: true })
  expiresAt!: number | null;

  /** Of the address under which it can be fetched for a short time. */
  @Text({ nullable: true })
  secretHash!: string | null;

  @BigInteger({ nullable: true })
  secretUntil!: number | null;
}
