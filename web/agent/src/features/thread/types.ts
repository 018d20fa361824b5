import type { HappeningFragment, ItemFieldsFragment, MailFragment, ThreadQuery } from '../../generated/graphql.js';

/** An open conversation with its newest items. */
export type Conversation = Extract<NonNullable<ThreadQuery['node']>, { __typename: 'Conversation' }>;
/** A message, a comment, or something that happened. */
export type Item = ItemFieldsFragment;
export type Mail = MailFragment;
export type Happening = HappeningFragment;

/** Oldest first; the server's order, with what was just sent at the end. */
export function sorted(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
