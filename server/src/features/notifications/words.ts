import { wordsIn } from '../../kernel/language.js';
import type { Notification, NotificationKind } from './notification.entity.js';

type Said = Pick<Notification, 'kind' | 'times' | 'byName'>;
interface Sentences {
  plain: Record<NotificationKind, string>;
  /** With the name of the colleague who did it. */
  by: Partial<Record<NotificationKind, (name: string) => string>>;
  messages: (times: number) => string;
}

const EN: Sentences = {
  plain: {
    ASSIGNED: 'Assigned to you',
    TEAM_ASSIGNED: 'Assigned to your team',
    MENTIONED: 'You were mentioned',
    MESSAGE: 'New message',
    NEW_CONVERSATION: 'New and unassigned',
    WOKEN: 'Snoozed until now',
    SLA_MISSED: 'Not answered in time',
    NOT_DELIVERED: 'Not delivered',
    OWN_CONTACT: 'Your contact wrote while you were away',
    REMINDER: 'Reminder of a task',
  },
  by: {
    ASSIGNED: (name) => `${name} assigned it to you`,
    TEAM_ASSIGNED: (name) => `${name} assigned it to your team`,
    MENTIONED: (name) => `${name} mentioned you`,
    MESSAGE: (name) => `${name} commented`,
  },
  messages: (times) => `${times} new messages`,
};
const NL: Sentences = {
  plain: {
    ASSIGNED: 'Aan jou toegewezen',
    TEAM_ASSIGNED: 'Aan je team toegewezen',
    MENTIONED: 'Je bent genoemd',
    MESSAGE: 'Nieuw bericht',
    NEW_CONVERSATION: 'Nieuw en niet toegewezen',
    WOKEN: 'Uitgesteld tot nu',
    SLA_MISSED: 'Niet op tijd beantwoord',
    NOT_DELIVERED: 'Niet bezorgd',
    OWN_CONTACT: 'Je contact schreef terwijl je er niet was',
    REMINDER: 'Herinnering aan een taak',
  },
  by: {
    ASSIGNED: (name) => `${name} wees het aan jou toe`,
    TEAM_ASSIGNED: (name) => `${name} wees het aan je team toe`,
    MENTIONED: (name) => `${name} noemde je`,
    MESSAGE: (name) => `${name} reageerde`,
  },
  messages: (times) => `${times} nieuwe berichten`,
};

/** Whether we speak Dutch to who reads this language; everybody else is spoken to in English. */
export function isDutch(language: string): boolean {
  return wordsIn({ en: 'en', nl: 'nl' }, language) === 'nl';
}

/** What happened, in the words of the list behind the bell; of several messages only the last has a name that is known. */
export function sentenceOf(language: string, { kind, times, byName }: Said): string {
  const { plain, by, messages } = isDutch(language) ? NL : EN;
  if (kind === 'MESSAGE' && times > 1) return messages(times);
  return (byName === null ? undefined : by[kind]?.(byName)) ?? plain[kind];
}
