import type { HappeningFragment, ItemFieldsFragment, MailFragment, ThreadQuery } from '../../generated/graphql.js';

/** An open conversation with its newest items. */
export type Conversation = Extract<NonNullable<ThreadQuery['node']>, { __typename: 'Conversation' }>;
/** A message, a comment, or something that happened. */
export type Item = ItemFieldsFragment;
/** A message in a timeline. */
export type MailItem = Extract<Item, { __typename: 'Message' }>;
export type Mail = MailFragment;
export type Happening = HappeningFragment;

/** Whether it is being sent here, and the server has not said yet that it has it. */
export const isUnsent = (item: Item): boolean => item.__typename === 'Message' && item.version === 0;

/** The server's order, with what is just being sent at the end. Never by time: the clock of a mail server is not ours. */
export function sorted(items: readonly Item[]): Item[] {
  return [...items.filter((item) => !isUnsent(item)), ...items.filter(isUnsent)];
}
