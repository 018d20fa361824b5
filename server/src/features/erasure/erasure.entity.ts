import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, Text } from '../../kernel/columns.js';

/** Who is being erased: what he is found by in all that is kept. */
export interface ErasedPerson {
  /** His own, and those of contacts that became one with his. */
  contactIds: string[];
  /** What he was called, in full. */
  names: string[];
  identities: { kind: string; value: string; valueKey: string }[];
}

/** A person who is being erased, or was: what is left of that says nothing of him (O12). */
@Entity('erasure')
@Index('uq_erasure_contact_id', ['contactId'], { unique: true })
@Index('ix_erasure_started_at_id', ['startedAt', 'id'])
export class Erasure {
  @Text({ primary: true })
  id!: string;

  @Text()
  contactId!: string;

  /** What becomes of conversations in which other people took part. */
  @Text()
  others!: 'ANONYMISE' | 'DELETE';

  /** Null as soon as it is no longer needed. */
  @Json({ nullable: true })
  subject!: ErasedPerson | null;

  /** Which step it is at, see `erasure.job.ts`. */
  @Text()
  sweep!: string;

  /** How far that step is: JSON of the key of the last row that was looked at. */
  @Text({ nullable: true })
  cursor!: string | null;

  /** Hex digits of an id: what is younger came after he was erased, and is somebody new. */
  @Text()
  until!: string;

  /** Of his conversations and records. */
  @Integer()
  total!: number;

  @Integer({ default: 0 })
  done!: number;

  @Text({ nullable: true })
  byId!: string | null;

  @Text()
  byName!: string;

  @BigInteger()
  startedAt!: number;

  @BigInteger({ nullable: true })
  endedAt!: number | null;
}
