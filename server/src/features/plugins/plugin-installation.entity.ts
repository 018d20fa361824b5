import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Json, LongText, Text } from '../../kernel/columns.js';

/** A version of a plugin that ran before. */
export type PreviousVersion = Pick<
  PluginInstallation,
  'name' | 'packageVersion' | 'apiVersion' | 'folder' | 'checksum' | 'manifest'
>;

/** The desired state of a plugin; each process reconciles itself with it. */
@Entity('plugin_installation')
export class PluginInstallation {
  /** The plugin's own id. */
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  @Text()
  packageVersion!: string;

  @Integer()
  apiVersion!: number;

  @Flag({ default: false })
  bundled!: boolean;

  @Flag({ default: true })
  enabled!: boolean;

  @Text()
  state!: 'ENABLED' | 'DISABLED' | 'INCOMPATIBLE' | 'CRASHED';

  @LongText({ nullable: true })
  stateMessage!: string | null;

  /** Where its package lies. */
  @Text()
  folder!: string;

  @Text()
  checksum!: string;

  @Json()
  manifest!: Record<string, unknown>;

  /** What ran before this version, as long as its package is kept; null for none. */
  @Json({ nullable: true })
  previous!: PreviousVersion | null;

  @Integer({ default: 0 })
  restarts!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
