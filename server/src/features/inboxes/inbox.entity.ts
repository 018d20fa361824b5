import { Entity, Index } from 'typeorm';
import type { ActorRef } from '../../kernel/context.js';
import { BigInteger, Flag, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** A place where a team works; 1 to n channels lead into it. */
@Entity('inbox')
@Index('uq_inbox_name_key', ['nameKey'], { unique: true })
export class Inbox {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  /** Lower case, unique. */
  @Text()
  nameKey!: string;

  @Text()
  audience!: 'EVERYONE' | 'MEMBERS';

  @Flag({ default: false })
  isDefault!: boolean;

  /** Under each mail from here, sanitised; null is none. */
  @LongText({ nullable: true })
  signatureHtml!: string | null;

  /** The same as text. */
  @LongText({ nullable: true })
  signatureText!: string | null;

  /** How long a mail is held before it leaves, 0 to 60 (D5). */
  @Integer({ default: 10 })
  undoSeconds!: number;

  /** An answer to what was closed longer ago than this begins anew, linked; null reopens always (R-THR-8). */
  @Integer({ nullable: true })
  reopenDays!: number | null;

  /** The same subject of the same sender joins an open conversation; off unless chosen (R-THR-4). */
  @Flag({ default: false })
  joinBySubject!: boolean;

  /** What was closed longer ago than this goes to the trash; null keeps it for good. */
  @Integer({ nullable: true })
  closedKeptDays!: number | null;

  /** Since when it is gone; its name is free then. */
  @BigInteger({ nullable: true })
  deletedAt!: number | null;

  /** What becomes of what lay in it, as long as that is not done. */
  @Json({ nullable: true })
  deletion!: {
    mode: 'MOVE' | 'TRASH';
    moveToId: string | null;
    moveTo: string | null;
    total: number;
    done: number;
    actor: ActorRef;
  } | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
