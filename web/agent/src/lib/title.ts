import type { Translate } from '../app/intl.js';
import { personName } from './person.js';

interface Titled {
  subject: string;
  channelView?: string | null;
  contact?: Parameters<typeof personName>[0];
}

/** Where people expect a subject, and miss it when there is none. */
const isLetter = ({ channelView }: Titled): boolean => !channelView || channelView === 'email';

/** What a conversation is called wherever it is named: by its subject, or, on a channel where nobody writes one, by whom it is with. */
export function titleOf(t: Translate, one: Titled): string {
  if (one.subject || isLetter(one)) return one.subject || t('list.noSubject');
  return personName(one.contact) ?? t('contact.unknown');
}

/** The same below the name of whom it is with, which need not be said again. */
export function lineOf(t: Translate, one: Titled & { channelTitle: string | null }): string {
  return one.subject || isLetter(one) ? titleOf(t, one) : (one.channelTitle ?? '');
}
