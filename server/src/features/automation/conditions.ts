import type { Reader } from '../../kernel/uow.js';
import { identitiesOf } from '../contacts/index.js';
import type { Conversation } from '../conversations/index.js';
import { tagsOf } from '../tags/index.js';
import { findHours, isOpen } from '../working-hours/index.js';
import type { Condition } from './automation-rule.entity.js';

/** What conditions ask about a conversation. */
export interface Facts {
  conversation: Pick<Conversation, 'viewId' | 'inboxId' | 'status' | 'assigneeUserId' | 'assigneeTeamId' | 'subject'>;
  tagIds: readonly string[];
  addresses: readonly string[];
  working: boolean;
}

/** As a conversation is now; working hours are those of the time `at` which something happened. */
export async function factsAbout(reader: Reader, conversation: Conversation, at: number): Promise<Facts> {
  const tags = await tagsOf(reader, [conversation.id]);
  const identities = conversation.contactId ? await identitiesOf(reader, [conversation.contactId]) : [];
  const hours = await findHours(reader, conversation.inboxId);
  return {
    conversation,
    tagIds: tags.map(({ tag }) => tag.id),
    addresses: identities.map(({ value }) => value.toLowerCase()),
    working: hours === null || isOpen(hours, at),
  };
}

/** Whether a condition holds. */
export function holds({ field, operator, values }: Condition, facts: Facts): boolean {
  if (field === 'WORKING_HOURS') return facts.working === (operator === 'IS');
  const has = heldIn(field, facts);
  const wanted = field === 'SUBJECT' || field === 'CUSTOMER' ? values.map((value) => value.toLowerCase()) : values;
  const any = (fits: (value: string, one: string) => boolean): boolean =>
    wanted.some((value) => has.some((one) => fits(value, one)));
  switch (operator) {
    case 'IS':
      return any((value, one) => is(field, value, one));
    case 'IS_NOT':
      return !any((value, one) => is(field, value, one));
    case 'CONTAINS':
      return any((value, one) => one.includes(value));
    case 'IS_EMPTY':
      return has.length === 0;
    case 'IS_NOT_EMPTY':
      return has.length > 0;
  }
}

/** `@shop.example` is whoever has an address there. */
function is(field: Condition['field'], value: string, one: string): boolean {
  return field === 'CUSTOMER' && value.startsWith('@') ? one.endsWith(value) : one === value;
}

function heldIn(field: Exclude<Condition['field'], 'WORKING_HOURS'>, facts: Facts): readonly string[] {
  const { viewId, inboxId, status, assigneeUserId, assigneeTeamId, subject } = facts.conversation;
  const one = (value: string | null): string[] => (value === null || value === '' ? [] : [value]);
  switch (field) {
    case 'CHANNEL':
      return one(viewId);
    case 'INBOX':
      return [inboxId];
    case 'STATUS':
      return [status];
    case 'ASSIGNEE':
      return one(assigneeUserId);
    case 'TEAM':
      return one(assigneeTeamId);
    case 'TAGS':
      return facts.tagIds;
    case 'SUBJECT':
      return one(subject.trim().toLowerCase());
    case 'CUSTOMER':
      return facts.addresses;
  }
}
