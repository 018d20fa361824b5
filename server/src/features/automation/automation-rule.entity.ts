import { Entity, Index } from 'typeorm';
import type { AutomationActionKind, AutomationField, AutomationOperator, AutomationTrigger } from '../../generated/graphql.js';
import { BigInteger, Flag, Integer, Json, Text } from '../../kernel/columns.js';

/** Something that must hold. */
export interface Condition {
  field: AutomationField;
  operator: AutomationOperator;
  values: string[];
}
/** Something that is done; only what its kind needs is not null. */
export interface Action {
  kind: AutomationActionKind;
  tagId: string | null;
  agentId: string | null;
  teamId: string | null;
  snippetId: string | null;
  /** Not there in rules that were saved before there were any. */
  webhookId?: string | null;
  hours: number | null;
  text: string | null;
}

/** When, if, then. */
@Entity('automation_rule')
@Index('ix_automation_rule_place', ['place'])
export class AutomationRule {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  @Flag()
  active!: boolean;

  /** The lower runs first. */
  @Integer()
  place!: number;

  /** Empty: all that the owner manages. */
  @Json()
  inboxIds!: string[];

  /** Null for a program's: then all inboxes are meant where none is named. */
  @Text({ nullable: true })
  ownerUserId!: string | null;

  @Text()
  when!: AutomationTrigger;

  @Json()
  conditions!: Condition[];

  @Json()
  actions!: Action[];

  /** What stands in the journal up to here is older than the rule, or than its being switched on. */
  @BigInteger()
  since!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
