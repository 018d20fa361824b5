import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';

/** People who work together. */
@Entity('team')
@Index('uq_team_name_key', ['nameKey'], { unique: true })
export class Team {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  /** Lower case, unique; the id once the team is deleted, so that its name is free again. */
  @Text()
  nameKey!: string;

  /** The row stays, so that what was assigned to the team once can still say its name. */
  @BigInteger({ nullable: true })
  deletedAt!: number | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
