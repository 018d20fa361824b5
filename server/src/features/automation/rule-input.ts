import type { AutomationActionInput, AutomationConditionInput, AutomationRuleInput } from '../../generated/graphql.js';
import { DomainError } from '../../kernel/errors.js';
import type { Action, AutomationRule, Condition } from './automation-rule.entity.js';

/** What a rule says, checked as far as that needs nobody else. */
export type RuleBody = Pick<AutomationRule, 'inboxIds' | 'when' | 'conditions' | 'actions'>;

const INBOXES = 100;
const CONDITIONS = 20;
const ACTIONS = 10;
const VALUES = 20;
const VALUE_LENGTH = 200;
const TEXT_LENGTH = 5_000;
/** 28 days: what is due sooner than the log forgets. */
const HOURS = 672;

type Operator = Condition['operator'];
const SET: readonly Operator[] = ['IS', 'IS_NOT'];
const MAY_BE_EMPTY: readonly Operator[] = [...SET, 'IS_EMPTY', 'IS_NOT_EMPTY'];
const WORDS: readonly Operator[] = [...MAY_BE_EMPTY, 'CONTAINS'];
/** How each field can be asked for. */
const OPERATORS: Record<Condition['field'], readonly Operator[]> = {
  CHANNEL: MAY_BE_EMPTY,
  INBOX: SET,
  STATUS: SET,
  ASSIGNEE: MAY_BE_EMPTY,
  TEAM: MAY_BE_EMPTY,
  TAGS: MAY_BE_EMPTY,
  SUBJECT: WORDS,
  CUSTOMER: WORDS,
  WORKING_HOURS: SET,
};
const NEEDS: Record<Action['kind'], Exclude<keyof Action, 'kind'> | null> = {
  ADD_TAG: 'tagId',
  REMOVE_TAG: 'tagId',
  ASSIGN_AGENT: 'agentId',
  ASSIGN_TEAM: 'teamId',
  UNASSIGN: null,
  CLOSE: null,
  REOPEN: null,
  SNOOZE: 'hours',
  SPAM: null,
  COMMENT: 'text',
  REPLY: 'snippetId',
  WEBHOOK: 'webhookId',
};

/** The rule as it is kept; INVALID with the path of the first thing that can't be. */
export function checkBody(input: AutomationRuleInput): RuleBody {
  const inboxIds = [...new Set(input.inboxIds)];
  const conditions = input.conditions ?? [];
  if (inboxIds.length > INBOXES) throw wrong(`A rule names at most ${INBOXES} inboxes.`, 'inboxIds');
  if (conditions.length > CONDITIONS) throw wrong(`A rule has at most ${CONDITIONS} conditions.`, 'conditions');
  if (input.actions.length === 0) throw wrong('Say what the rule does.', 'actions');
  if (input.actions.length > ACTIONS) throw wrong(`A rule does at most ${ACTIONS} things.`, 'actions');
  return {
    inboxIds,
    when: input.when,
    conditions: conditions.map(checkCondition),
    actions: input.actions.map(checkAction),
  };
}

function checkCondition({ field, operator, values = [] }: AutomationConditionInput, at: number): Condition {
  const path = ['conditions', String(at)];
  if (!OPERATORS[field].includes(operator)) throw wrong('That can not be asked of this.', ...path, 'operator');
  const asked = operator !== 'IS_EMPTY' && operator !== 'IS_NOT_EMPTY' && field !== 'WORKING_HOURS';
  const given = asked ? [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))] : [];
  if (asked && given.length === 0) throw wrong('Say with what it is compared.', ...path, 'values');
  if (given.length > VALUES || given.some((value) => value.length > VALUE_LENGTH))
    throw wrong(`At most ${VALUES} values of ${VALUE_LENGTH} characters.`, ...path, 'values');
  const status = ['OPEN', 'SNOOZED', 'CLOSED'];
  if (field === 'STATUS' && given.some((value) => !status.includes(value)))
    throw wrong(`A status is one of ${status.join(', ')}.`, ...path, 'values');
  return { field, operator, values: given };
}

function checkAction(input: AutomationActionInput, at: number): Action {
  const { kind } = input;
  const need = NEEDS[kind];
  const none = { tagId: null, agentId: null, teamId: null, snippetId: null, webhookId: null, hours: null, text: null };
  const action: Action = { kind, ...none };
  if (need === null) return action;
  const path = ['actions', String(at), need];
  const value = need === 'text' ? input.text?.replaceAll('\r\n', '\n').trim() : input[need];
  if (value == null || value === '') throw wrong('Choose what is meant.', ...path);
  if (need === 'hours' && !(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= HOURS))
    throw wrong(`1 to ${HOURS} hours.`, ...path);
  if (need === 'text' && String(value).length > TEXT_LENGTH) throw wrong(`At most ${TEXT_LENGTH} characters.`, ...path);
  return { ...action, [need]: value };
}

function wrong(message: string, ...path: string[]): DomainError {
  return new DomainError('INVALID', message, { path });
}
