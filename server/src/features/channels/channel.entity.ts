import { Entity, Index } from 'typeorm';
import type { ChannelTypeId } from './channel-type-id.js';
import { BigInteger, Flag, Integer, Json, LongText, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** A configured instance of a channel type in an inbox. */
@Entity('channel')
@Index('uq_channel_type_account', ['type', 'account'], { unique: true, where: '"removed_at" IS NULL' })
@Index('ix_channel_inbox_id', ['inboxId'])
export class Channel {
  @Text({ primary: true })
  id!: string;

  @Text()
  inboxId!: string;

  @Text()
  pluginId!: string;

  /** The plugin's own word; the core compares it with nothing. */
  @Text()
  type!: ChannelTypeId;

  @Text()
  name!: string;

  /** Makes it unique within its type, among those that were not removed. */
  @Text()
  account!: string;

  /** Our addresses, never recipients. */
  @Json()
  own!: { kind: string; value: string }[];

  /** Without secrets. */
  @Json()
  settings!: Record<string, unknown>;

  @Integer({ default: 1 })
  settingsVersion!: number;

  /** Encrypted. */
  @Sealed((row: Channel) => row.id)
  @LongText({ nullable: true })
  secrets!: string | null;

  @Flag({ default: true })
  active!: boolean;

  @Flag({ default: true })
  authorized!: boolean;

  @Text()
  state!: 'STARTING' | 'CONNECTED' | 'DEGRADED' | 'UNAUTHORIZED' | 'FAILED' | 'PAUSED' | 'DISCONNECTED';

  @LongText({ nullable: true })
  stateMessage!: string | null;

  /** JSON of the plugin. */
  @LongText({ nullable: true })
  cursor!: string | null;

  /** View of the left bar, by the plugin. */
  @Text()
  viewId!: string;

  @Json()
  viewTitle!: string | Record<string, string>;

  @Text()
  icon!: string;

  @Json()
  capabilities!: Record<string, unknown>;

  /** Filter rules that an admin has switched, by their key; the others stand as the plugin has them (S25). */
  @Json({ nullable: true })
  filterSwitches!: Record<string, boolean> | null;

  @BigInteger({ nullable: true })
  lastInboundAt!: number | null;

  @BigInteger({ nullable: true })
  lastOutboundAt!: number | null;

  /** Since when it reads and sends nothing any more; the row stays for what was said through it. */
  @BigInteger({ nullable: true })
  removedAt!: number | null;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
