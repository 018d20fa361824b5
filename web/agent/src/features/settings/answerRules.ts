import type { TextKey } from '../../app/intl.js';
import type { Weekday, WorkingSlotInput } from '../../generated/settings.js';

export const WEEKDAYS: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** What a team most likely works, to begin with. */
export const OFFICE_HOURS: readonly WorkingSlotInput[] = WEEKDAYS.slice(0, 5).map((weekday) => ({
  weekday,
  from: '09:00',
  until: '17:00',
}));
/** What stands for what is ours; nothing stands for what a sender wrote. */
export const PLACEHOLDERS = ['number', 'inbox'] as const;

/** The words as the sender will read them. */
export function filled(words: string, values: Record<(typeof PLACEHOLDERS)[number], string>): string {
  return words.replaceAll(/\{(number|inbox)\}/g, (_, name: 'number' | 'inbox') => values[name]);
}

/** The first placeholder that is none of ours. */
export function unknownPlaceholder(words: string): string | null {
  const names = [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.find((name) => !(PLACEHOLDERS as readonly string[]).includes(name)) ?? null;
}

/** Whether the browser knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The end of a day is 00:00 in the field of a browser, and 24:00 for who reads it. */
export const toField = (until: string): string => (until === '24:00' ? '00:00' : until);
export const fromField = (until: string): string => (until === '00:00' ? '24:00' : until);

/** What is wrong with the times of a day; null when nothing is. */
export function wrongTimes(slots: readonly WorkingSlotInput[]): TextKey | null {
  if (slots.some(({ from, until }) => !from || !until || until <= from)) return 'answers.wrongOrder';
  const sorted = slots.toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted.some((slot, index) => slot.from < (sorted[index - 1]?.until ?? '')) ? 'answers.overlap' : null;
}
