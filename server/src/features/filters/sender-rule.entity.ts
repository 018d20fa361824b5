import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** What a person has decided about a sender, in one inbox (S55, D42). */
@Entity('sender_rule')
@Index('uq_sender_rule_inbox_id_identity_kind_value_key', ['inboxId', 'identityKind', 'valueKey'], { unique: true })
@Index('ix_sender_rule_inbox_id_id', ['inboxId', 'id'])
@Index('ix_sender_rule_contact_id', ['contactId'])
export class SenderRule {
  @Text({ primary: true })
  id!: string;

  @Text()
  inboxId!: string;

  /** ALLOW: never filtered by a rule. DENY: always filtered. BLOCK: filtered whatever else speaks for him, and nothing tells of it. */
  @Text()
  kind!: 'ALLOW' | 'DENY' | 'BLOCK';

  /** Of the address; its domain when `value` begins with @. */
  @Text()
  identityKind!: string;

  /** As it was given: an address, or `@domain`. */
  @Text()
  value!: string;

  @Text()
  valueKey!: string;

  /** Whom it was decided about, where it was a contact. */
  @Text({ nullable: true })
  contactId!: string | null;

  @Text({ nullable: true })
  createdById!: string | null;

  @Text()
  createdByName!: string;

  @BigInteger()
  createdAt!: number;
}
