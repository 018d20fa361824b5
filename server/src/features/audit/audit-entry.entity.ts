import { Entity, Index } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';
import type { AuditAction } from '../../generated/graphql.js';

/** What one setting was and what it became. */
export interface AuditChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** One thing that was done; never changed and never deleted. */
@Entity('audit_entry')
@Index('uq_audit_entry_seq', ['seq'], { unique: true })
@Index('ix_audit_entry_actor_id_seq', ['actorId', 'seq'])
@Index('ix_audit_entry_object_id_seq', ['objectId', 'seq'])
@Index('ix_audit_entry_action_seq', ['action', 'seq'])
@Index('ix_audit_entry_at', ['at'])
export class AuditEntry {
  @Text({ primary: true })
  id!: string;

  /** Without gaps. */
  @BigInteger()
  seq!: number;

  @BigInteger()
  at!: number;

  @Text()
  actorKind!: 'USER' | 'INTEGRATION' | 'SYSTEM';

  @Text({ nullable: true })
  actorId!: string | null;

  /** As he was called then. */
  @Text()
  actorName!: string;

  @Text()
  action!: AuditAction;

  @Text({ nullable: true })
  objectId!: string | null;

  /** As it was called then. */
  @Text({ nullable: true })
  objectName!: string | null;

  /** Both names in lower case, to be searched. */
  @Text()
  names!: string;

  @Json()
  changes!: AuditChange[];

  @Text({ nullable: true })
  ip!: string | null;

  @Text()
  correlationId!: string;

  /** SHA-256 of the entry before and of all that is said here. */
  @Text()
  hash!: string;
}
