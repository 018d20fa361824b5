import { Entity, Index } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';

/** The journal. `position` is gap-free and stamped after the commit (PostgreSQL) or at it (SQLite). */
@Entity('event')
@Index('uq_event_position', ['position'], { unique: true, where: '"position" IS NOT NULL' })
@Index('ix_event_unstamped', ['id'], { where: '"position" IS NULL' })
export class EventRow {
  @Text({ primary: true })
  id!: string;

  @BigInteger({ nullable: true })
  position!: number | null;

  @Text()
  type!: string;

  @Text()
  change!: 'CREATED' | 'UPDATED' | 'DELETED';

  @Text()
  nodeId!: string;

  @Text({ nullable: true })
  inboxId!: string | null;

  @Text({ nullable: true })
  conversationId!: string | null;

  @Text({ nullable: true })
  contactId!: string | null;

  @Text({ nullable: true })
  previousInboxId!: string | null;

  @Text({ nullable: true })
  audience!: string | null;

  @Json()
  actor!: { kind: string; id: string | null; name: string };

  @Text({ nullable: true })
  operationId!: string | null;

  @Text()
  correlationId!: string;

  @Json()
  data!: Record<string, unknown>;

  @BigInteger()
  at!: number;
}
