import { Entity, Index } from 'typeorm';
import { Integer, Json, Text } from '../../kernel/columns.js';

/** A conversation, contact or record that was changed with others, and the way back for it; gone once that was gone, or is too late. */
@Entity('bulk_change_item')
@Index('ix_bulk_change_item_node_id', ['nodeId'])
export class BulkChangeItem {
  @Text({ primary: true })
  bulkChangeId!: string;

  @Text({ primary: true })
  nodeId!: string;

  /** That the change led to: what somebody did since is never taken back. */
  @Integer()
  version!: number;

  @Json()
  back!: unknown;
}
