import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, Text } from '../../kernel/columns.js';

/** Which lists have views. */
export type SavedViewList =
  'CONVERSATIONS' | 'CONTACTS' | 'TICKETS' | 'DEALS' | 'TASKS' | 'NOTES' | 'CALLS' | 'MEETINGS' | 'COMPANIES';

/** A filter under a name (D1). */
@Entity('saved_view')
@Index('ix_saved_view_owner_user_id', ['ownerUserId'])
@Index('ix_saved_view_audience_team_id', ['audience', 'teamId'])
export class SavedView {
  @Text({ primary: true })
  id!: string;

  @Text()
  ownerUserId!: string;

  @Text()
  audience!: 'PRIVATE' | 'TEAM' | 'ALL';

  @Text({ nullable: true })
  teamId!: string | null;

  @Text()
  name!: string;

  @Text({ default: 'CONVERSATIONS' })
  list!: SavedViewList;

  /** A `ConversationFilter`; of any other list a `ListShown`. */
  @Json()
  filter!: Record<string, unknown>;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
