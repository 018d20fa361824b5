import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A team that works in an inbox: each of its people holds at least this role in it. */
@Entity('inbox_team')
@Index('ix_inbox_team_team_id', ['teamId'])
export class InboxTeam {
  @Text({ primary: true })
  inboxId!: string;

  @Text({ primary: true })
  teamId!: string;

  @Text()
  role!: 'MANAGER' | 'AGENT' | 'VIEWER';

  @BigInteger()
  createdAt!: number;
}
