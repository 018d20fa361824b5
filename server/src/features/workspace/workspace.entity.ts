import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Json, Text } from '../../kernel/columns.js';

/** The one workspace of an instance: its name, language and counters. */
@Entity('workspace')
export class Workspace {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  @Text()
  locale!: string;

  @Text()
  timeZone!: string;

  @Text()
  setupState!: 'owner' | 'inbox' | 'channel' | 'done';

  @Integer({ default: 0 })
  lastConversationNumber!: number;

  @Flag({ default: false })
  demo!: boolean;

  /** By which channel system mail leaves; null for none. */
  @Text({ nullable: true })
  systemMailChannelId!: string | null;

  /** Sites whose scripts may call the API with a token, such as `https://app.example.com`. */
  @Json({ default: '[]' })
  apiOrigins!: string[];

  /** The schema can be explored: introspection, and the page of the app for it. */
  @Flag({ default: true })
  apiExplorer!: boolean;

  /** Counts up with each change of the two above. */
  @Integer({ default: 1 })
  apiSettingsVersion!: number;

  /** Nobody comes in without a second step. */
  @Flag({ default: false })
  secondFactorRequired!: boolean;

  /** What amounts are in where nobody says (ISO 4217). */
  @Text({ default: 'EUR' })
  currency!: string;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
