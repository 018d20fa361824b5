import { Entity, Index } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';

/** What a merge changes of the winner. */
export interface MergedFacts {
  name: string | null;
  ownerId: string | null;
  fields: Record<string, unknown>;
}

/** Two contacts that became one, with what it takes to part them again (G14 72). */
@Entity('contact_merge')
@Index('ix_contact_merge_winner_id', ['winnerId'])
@Index('ix_contact_merge_loser_id', ['loserId'])
export class ContactMerge {
  @Text({ primary: true })
  id!: string;

  @Text()
  winnerId!: string;

  @Text()
  loserId!: string;

  /** What the winner was before, with the version that the merge gave him, and what he was after it. */
  @Json()
  before!: MergedFacts & { version: number; after?: MergedFacts };

  /** What hung on the loser. */
  @Json()
  moved!: { identities: string[]; conversations: string[]; records: string[]; rules: string[] };

  @Text({ nullable: true })
  byId!: string | null;

  @Text()
  byName!: string;

  @BigInteger({ nullable: true })
  undoneAt!: number | null;

  @BigInteger()
  createdAt!: number;
}
