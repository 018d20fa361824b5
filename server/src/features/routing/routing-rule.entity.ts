import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, Json, Text } from '../../kernel/columns.js';

/** Who gets what comes into an inbox, or by one of its channels (D16). */
@Entity('routing_rule')
export class RoutingRule {
  @Text({ primary: true })
  inboxId!: string;

  /** Empty for all channels that have no rule of their own. */
  @Text({ primary: true })
  channelId!: string;

  @Text()
  mode!: 'UNASSIGNED' | 'SPECIFIC' | 'CONTACT_OWNER';

  @Text()
  strategy!: 'RANDOM' | 'ROUND_ROBIN' | 'LEAST_BUSY' | 'FIRST_ONLINE';

  /** In the order in which they are named; with CONTACT_OWNER who gets what its owner can't take (D18). */
  @Json()
  agentIds!: string[];

  @Json()
  teamIds!: string[];

  /** From so many open conversations on, in all inboxes together, nobody gets more; null is no limit (D19). */
  @Integer({ nullable: true })
  capacity!: number | null;

  /** What comes back to somebody who is not there is handed out again (G8 52). */
  @Flag({ default: false })
  reroute!: boolean;

  /** Who was the last in turn. */
  @Text({ nullable: true })
  lastAgentId!: string | null;

  @BigInteger()
  updatedAt!: number;

  /** Of the rules of the inbox together: the same in all of them. */
  @Integer({ default: 1 })
  version!: number;
}
