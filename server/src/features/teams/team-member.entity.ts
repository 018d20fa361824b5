import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Who is in a team. */
@Entity('team_member')
@Index('ix_team_member_user_id', ['userId'])
export class TeamMember {
  @Text({ primary: true })
  teamId!: string;

  @Text({ primary: true })
  userId!: string;

  /** At most one MAIN for a person. */
  @Text()
  membership!: 'MAIN' | 'EXTRA';

  @BigInteger()
  createdAt!: number;
}
