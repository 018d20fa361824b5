import { Entity, Index } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';
import type { RoutingRule } from './routing-rule.entity.js';

/** Why somebody was passed over. */
export type Skip = 'AWAY' | 'FULL' | 'LIGHT_SEAT' | 'NO_AGENT' | 'NOT_BACK';

/** Somebody whom a rule means, as he was at that moment. */
export interface Candidate {
  agentId: string;
  name: string;
  /** His open conversations, in all inboxes. */
  open: number;
  skipped: Skip | null;
  /** It is his contact, so he comes first. */
  owner?: boolean;
}

/** How it was decided who gets a conversation, kept so that it can be asked why (N13). */
@Entity('routing_decision')
@Index('ix_routing_decision_conversation_id_id', ['conversationId', 'id'])
export class RoutingDecision {
  @Text({ primary: true })
  id!: string;

  @Text()
  conversationId!: string;

  /** New, come back, moved here, its assignee away, or somebody came free. */
  @Text()
  occasion!: 'NEW' | 'REOPENED' | 'PLACED' | 'AWAY' | 'BACKLOG';

  @Text()
  mode!: RoutingRule['mode'];

  @Text()
  strategy!: RoutingRule['strategy'];

  @Text()
  outcome!: 'ASSIGNED' | 'WAITING' | 'UNASSIGNED';

  @Text({ nullable: true })
  agentId!: string | null;

  /** To whom it does not go back (S69). */
  @Text({ nullable: true })
  exceptId!: string | null;

  @Json()
  candidates!: Candidate[];

  @BigInteger()
  at!: number;
}
