import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, Text } from '../../kernel/columns.js';

/** A person who signs in: an agent of the workspace. */
@Entity('app_user')
@Index('uq_app_user_email', ['email'], { unique: true })
export class User {
  @Text({ primary: true })
  id!: string;

  /** Lower case. */
  @Text()
  email!: string;

  @Text()
  name!: string;

  @Text()
  role!: 'OWNER' | 'ADMIN' | 'MEMBER';

  @Text()
  seat!: 'FULL' | 'LIGHT';

  @Text()
  state!: 'INVITED' | 'ACTIVE' | 'DEACTIVATED';

  /** Argon2id, PHC string. */
  @Text({ nullable: true })
  passwordHash!: string | null;

  @Text({ nullable: true })
  locale!: string | null;

  @Text({ nullable: true })
  timeZone!: string | null;

  @Text({ nullable: true })
  avatarUrl!: string | null;

  /** Where visitors can book a meeting with him. */
  @Text({ nullable: true })
  meetingUrl!: string | null;

  @Text()
  availability!: 'AVAILABLE' | 'AWAY';

  @Json()
  preferences!: Record<string, unknown>;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
