import { type Words, wordsIn } from '../../kernel/language.js';
import type { Plan } from './meeting-rules.js';

/** What a mail tells of a meeting. */
export type Told = 'NEW' | 'CHANGED' | 'CANCELLED';

const SUBJECT: Record<Told, Words> = {
  NEW: { en: 'Invitation: {title}', nl: 'Uitnodiging: {title}' },
  CHANGED: { en: 'Changed: {title}', nl: 'Gewijzigd: {title}' },
  CANCELLED: { en: 'Cancelled: {title}', nl: 'Geannuleerd: {title}' },
};
const WHEN: Words = { en: 'When', nl: 'Wanneer' };
const WHERE: Words = { en: 'Where', nl: 'Waar' };
const CALLED_OFF: Words = { en: 'This meeting does not take place.', nl: 'Deze afspraak gaat niet door.' };
/** The locale in which a day is written for each language of ours. */
const LOCALE: Words = { en: 'en-GB', nl: 'nl-NL' };

export const subjectOf = (told: Told, title: string, language: string | null): string =>
  wordsIn(SUBJECT[told], language).replace('{title}', () => title);

/** The same as the calendar says, for who reads the mail: in the organiser's zone, and in the other one where there is one. */
export function mailText(told: Told, plan: Plan, { above, language }: { above: string; language: string | null }): string {
  const zones = [...new Set([plan.timeZone, plan.otherTimeZone].filter((zone) => zone !== null))];
  const lines = [
    ...(told === 'CANCELLED' ? [wordsIn(CALLED_OFF, language)] : []),
    plan.title,
    ...zones.map((zone) => `${wordsIn(WHEN, language)}: ${timeIn(zone, plan, language)}`),
    ...(plan.location ? [`${wordsIn(WHERE, language)}: ${plan.location}`] : []),
  ];
  return [above, lines.join('\n'), told === 'CANCELLED' ? '' : (plan.body ?? '')].filter(Boolean).join('\n\n');
}

/** From when to when on the clocks of a zone, which is named. */
export function timeIn(zone: string, { startAt, endAt }: Pick<Plan, 'startAt' | 'endAt'>, language: string | null): string {
  const format = new Intl.DateTimeFormat(wordsIn(LOCALE, language), {
    ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const),
    timeZone: zone,
  });
  // Some of its spaces are of a kind that not every mail program shows.
  const range = format.formatRange(startAt, endAt).replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
  return `${range} (${zone.replaceAll('_', ' ')})`;
}
