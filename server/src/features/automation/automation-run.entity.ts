import { Entity, Index } from 'typeorm';
import type {
  AutomationActionKind,
  AutomationActionOutcome,
  AutomationReason,
  AutomationRunOutcome,
  AutomationTrigger,
} from '../../generated/graphql.js';
import { BigInteger, Integer, Json, Text } from '../../kernel/columns.js';

/** What became of one action. */
export interface ActionResult {
  kind: AutomationActionKind;
  outcome: AutomationActionOutcome;
  reason: AutomationReason | null;
}

/** One run of a rule, or one that the guard stopped; kept for 30 days. It holds no words of anybody. */
@Entity('automation_run')
@Index('uq_automation_run_rule_id_position', ['ruleId', 'position'], { unique: true })
@Index('ix_automation_run_rule_id_id', ['ruleId', 'id'])
@Index('ix_automation_run_conversation_id_rule_id_at', ['conversationId', 'ruleId', 'at'])
@Index('ix_automation_run_at', ['at'])
export class AutomationRun {
  @Text({ primary: true })
  id!: string;

  @Text()
  ruleId!: string;

  @Text()
  conversationId!: string;

  /** Where the event stands in the journal: with the rule, what makes the run one. */
  @BigInteger()
  position!: number;

  @Text()
  event!: AutomationTrigger;

  @Text()
  outcome!: AutomationRunOutcome;

  @Text({ nullable: true })
  reason!: AutomationReason | null;

  @Json()
  results!: ActionResult[];

  /** The rules that led to it, the first one first, without itself. */
  @Json()
  chain!: string[];

  @Integer()
  depth!: number;

  /** Where the chain began: the request or the mail that nobody but a person or the world caused. */
  @Text()
  rootId!: string;

  @BigInteger()
  at!: number;
}
