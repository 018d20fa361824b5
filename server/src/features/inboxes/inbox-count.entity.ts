import { Entity, Index } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/** A kept count of an inbox, changed by delta in the transaction that changes a conversation. */
@Entity('inbox_count')
@Index('ix_inbox_count_scope_key', ['scope', 'key'])
export class InboxCount {
  @Text({ primary: true })
  inboxId!: string;

  @Text({ primary: true })
  scope!: 'open' | 'unassigned' | 'assignee' | 'team' | 'view' | 'bots' | 'filtered';

  /** The assignee, team or view, empty for the others. */
  @Text({ primary: true })
  key!: string;

  @Integer({ default: 0 })
  count!: number;
}
