import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Who works in an inbox whose audience is MEMBERS, or holds more than the AGENT role in one for EVERYONE. */
@Entity('inbox_member')
@Index('uq_inbox_member_inbox_id_user_id', ['inboxId', 'userId'], { unique: true })
@Index('ix_inbox_member_user_id', ['userId'])
export class InboxMember {
  @Text({ primary: true })
  id!: string;

  @Text()
  inboxId!: string;

  @Text()
  userId!: string;

  @Text()
  role!: 'MANAGER' | 'AGENT' | 'VIEWER';

  @BigInteger()
  createdAt!: number;
}
