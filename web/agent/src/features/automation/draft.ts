import type {
  AutomationActionKind,
  AutomationField,
  AutomationOperator,
  AutomationRuleInput,
  AutomationTrigger,
  RuleLineFragment,
} from '../../generated/automation.js';

/** A condition as it is edited; what is typed stays a text until it is saved. */
export interface ConditionDraft {
  key: number;
  field: AutomationField;
  operator: AutomationOperator;
  ids: readonly string[];
  words: string;
}
/** An action as it is edited: the one value that its kind needs. */
export interface ActionDraft {
  key: number;
  kind: AutomationActionKind;
  value: string;
}
/** A rule as it is edited. */
export interface RuleDraft {
  name: string;
  inboxIds: readonly string[];
  when: AutomationTrigger;
  conditions: readonly ConditionDraft[];
  actions: readonly ActionDraft[];
}

export const TRIGGERS: readonly AutomationTrigger[] = [
  'CONVERSATION_CREATED',
  'MESSAGE_RECEIVED',
  'REPLY_SENT',
  'STATUS_CHANGED',
  'ASSIGNED',
  'UNASSIGNED',
  'TAG_ADDED',
  'REPLY_OVERDUE',
];
const SET: readonly AutomationOperator[] = ['IS', 'IS_NOT'];
const MAY_BE_EMPTY: readonly AutomationOperator[] = [...SET, 'IS_EMPTY', 'IS_NOT_EMPTY'];
/** How each field can be asked for, in the order of the list. */
export const OPERATORS: Record<AutomationField, readonly AutomationOperator[]> = {
  SUBJECT: ['CONTAINS', ...MAY_BE_EMPTY],
  CUSTOMER: ['IS', 'IS_NOT', 'CONTAINS', 'IS_EMPTY', 'IS_NOT_EMPTY'],
  TAGS: MAY_BE_EMPTY,
  STATUS: SET,
  ASSIGNEE: ['IS_EMPTY', 'IS_NOT_EMPTY', ...SET],
  TEAM: ['IS_EMPTY', 'IS_NOT_EMPTY', ...SET],
  WORKING_HOURS: SET,
  CHANNEL: MAY_BE_EMPTY,
  INBOX: SET,
};
export const FIELDS = Object.keys(OPERATORS) as AutomationField[];
/** What an action can name. */
export type Named = 'tagId' | 'agentId' | 'teamId' | 'snippetId' | 'webhookId';
/** What each action needs. */
export const NEEDS: Record<AutomationActionKind, Named | 'hours' | 'text' | null> = {
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
export const KINDS = Object.keys(NEEDS) as AutomationActionKind[];
export const MAX_CONDITIONS = 20;
export const MAX_ACTIONS = 10;

const isWords = (field: AutomationField): boolean => field === 'SUBJECT' || field === 'CUSTOMER';
/** Whether the condition compares with something. */
export const asks = ({ field, operator }: Pick<ConditionDraft, 'field' | 'operator'>): boolean =>
  field !== 'WORKING_HOURS' && operator !== 'IS_EMPTY' && operator !== 'IS_NOT_EMPTY';

let keys = 0;
export const newCondition = (field: AutomationField = 'SUBJECT'): ConditionDraft => {
  return { key: (keys += 1), field, operator: OPERATORS[field][0] ?? 'IS', ids: [], words: '' };
};
export const newAction = (kind: AutomationActionKind = 'ADD_TAG'): ActionDraft => {
  return { key: (keys += 1), kind, value: kind === 'SNOOZE' ? '24' : '' };
};

export function draftOf(rule?: RuleLineFragment): RuleDraft {
  if (!rule) return { name: '', inboxIds: [], when: 'MESSAGE_RECEIVED', conditions: [], actions: [newAction()] };
  const { name, inboxIds, when, conditions, actions } = rule;
  return {
    name,
    inboxIds,
    when,
    conditions: conditions.map(({ field, operator, values }) => ({
      ...newCondition(field),
      operator,
      ...(isWords(field) ? { words: values.join(', ') } : { ids: values }),
    })),
    actions: actions.map((action) => {
      const need = NEEDS[action.kind];
      return { ...newAction(action.kind), value: need ? String(action[need] ?? '') : '' };
    }),
  };
}

/** What it says, as the server takes it. */
export function inputOf({ inboxIds, when, conditions, actions }: RuleDraft): AutomationRuleInput {
  const words = (text: string): string[] => text.split(',').flatMap((word) => word.trim() || []);
  return {
    inboxIds: [...inboxIds],
    when,
    conditions: conditions.map((one) => {
      const values = asks(one) ? (isWords(one.field) ? words(one.words) : [...one.ids]) : [];
      return { field: one.field, operator: one.operator, values };
    }),
    actions: actions.map(({ kind, value }) => {
      const need = NEEDS[kind];
      return { kind, ...(need ? { [need]: need === 'hours' ? Number(value) : value } : {}) };
    }),
  };
}

/** Whether it says all that it needs to say. */
export function isComplete(draft: RuleDraft): boolean {
  const { conditions = [], actions } = inputOf(draft);
  const answered = draft.conditions.every((one, at) => !asks(one) || (conditions[at]?.values ?? []).length > 0);
  return answered && actions.length > 0 && draft.actions.every(({ kind, value }) => NEEDS[kind] === null || value.trim() !== '');
}
