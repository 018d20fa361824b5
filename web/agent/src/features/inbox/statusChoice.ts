/** Which status the list shows. */
export type StatusChoice = 'open' | 'snoozed' | 'closed' | 'any';
