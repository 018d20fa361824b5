import { Entity } from 'typeorm';
import { BigInteger, Integer, LongText, Text } from '../../kernel/columns.js';

/** Which process listens on a channel; the epoch fences off a stale one. */
@Entity('channel_lease')
export class ChannelLease {
  @Text({ primary: true })
  channelId!: string;

  @Text()
  owner!: string;

  @Integer({ default: 0 })
  epoch!: number;

  @BigInteger()
  expiresAt!: number;

  /** Until when nothing can have been missed, as the plugin says. */
  @BigInteger({ nullable: true })
  lastSuccessAt!: number | null;

  /** How far it has read, for people. */
  @LongText({ nullable: true })
  position!: string | null;
}
