import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, LongText, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** A channel that somebody is setting up in steps: what the plugin kept, and the return that is waited for. */
@Entity('channel_setup')
@Index('uq_channel_setup_state_hash', ['stateHash'], { unique: true })
@Index('ix_channel_setup_expires_at', ['expiresAt'])
export class ChannelSetup {
  @Text({ primary: true })
  channelId!: string;

  /** The session or token that began it. */
  @Text({ primary: true })
  owner!: string;

  @Text()
  inboxId!: string;

  @Text()
  type!: string;

  @Flag()
  reauth!: boolean;

  /** What the plugin kept; encrypted JSON. */
  @Sealed((row: ChannelSetup) => placeOfSetup(row.channelId, row.owner))
  @LongText({ nullable: true })
  kept!: string | null;

  /** The step that a return answers. */
  @Text({ nullable: true })
  step!: string | null;

  /** Of the secret that a return must bring; null when none is waited for. */
  @Text({ nullable: true })
  stateHash!: string | null;

  @BigInteger({ nullable: true })
  stateExpiresAt!: number | null;

  @BigInteger()
  expiresAt!: number;
}

/** For what the kept of a setup is sealed. */
export const placeOfSetup = (channelId: string, owner: string): string => `setup ${channelId} ${owner}`;
