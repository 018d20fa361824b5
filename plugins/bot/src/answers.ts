/** What people write, as the kinds of answers that a question may ask for; and the texts that cite them. */
import type { AnswerKind, Test } from './steps.js';

const MAX_ANSWER = 2000;
const MAIL = /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]{2,}/u;
const PHONE = /[+(]?\d[\d ().\-/\u00a0]{4,24}\d/u;
const DATE = /(?<!\d)(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}))(?!\d)/u;
const NUMBER = /[-+]?\d[\d.,\u00a0 ]*/u;

/** The same for all spellings of a word. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.!?]+/gu, ' ')
    .trim();

/** The answer in the form in which it is kept; null when it can't be understood. A choice is its label. */
export function understood(kind: AnswerKind, text: string, options: readonly string[]): string | null {
  const said = text.trim();
  if (said === '') return null;
  switch (kind) {
    case 'text':
      return said.slice(0, MAX_ANSWER);
    case 'email':
      return MAIL.exec(said)?.[0]?.slice(0, 254) ?? null;
    case 'number':
      return numberIn(said);
    case 'phone':
      return phoneIn(said);
    case 'date':
      return dateIn(said);
    case 'choice':
      return choiceIn(said, options);
  }
}

/** The first line counts where a whole letter came; a choice by its number, its words, or alone among what was said. */
function choiceIn(said: string, options: readonly string[]): string | null {
  const line = said.split('\n', 1)[0] ?? '';
  const number = /^\s*#?(\d{1,2})[.)]?\s*$/u.exec(line)?.[1];
  const exact = options.find((option) => plain(option) === plain(line));
  if (exact !== undefined) return exact;
  if (number !== undefined) return options[Number(number) - 1] ?? null;
  const within = options.filter((option) => ` ${plain(line)} `.includes(` ${plain(option)} `));
  return within.length === 1 ? (within[0] ?? null) : null;
}

/** The digits alone, with the plus of another country: at least six, at most fifteen (E.164). */
function phoneIn(said: string): string | null {
  const found = PHONE.exec(said)?.[0] ?? '';
  const digits = found.replace(/\D/gu, '');
  if (digits.length < 6 || digits.length > 15) return null;
  return found.startsWith('+') ? `+${digits}` : digits;
}

/** A day that there is, as year, month and day; of numbers alone the day comes first, as it does where Dutch is spoken. */
function dateIn(said: string): string | null {
  const found = DATE.exec(said);
  if (!found) return null;
  const [year, month, day] = found[1] ? [found[1], found[2], found[3]] : [found[6], found[5], found[4]];
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null;
}

/** With a point for decimals, whichever of both the writer uses: the last of them is one unless three digits follow a single kind. */
function numberIn(said: string): string | null {
  const found = NUMBER.exec(said)?.[0]
    ?.replace(/[\u00a0 ]/gu, '')
    .replace(/[.,]+$/u, '');
  if (!found) return null;
  const last = Math.max(found.lastIndexOf('.'), found.lastIndexOf(','));
  const kinds = new Set(found.match(/[.,]/gu)).size;
  const count = (found.match(/[.,]/gu) ?? []).length;
  const decimals = last >= 0 && (kinds === 2 || (count === 1 && found.length - last - 1 !== 3));
  const whole = (decimals ? found.slice(0, last) : found).replace(/[.,]/gu, '');
  const value = Number(decimals ? `${whole}.${found.slice(last + 1)}` : whole);
  return Number.isFinite(value) ? String(value) : null;
}

/** Whether a value passes the test of a branch. */
export function holds(test: Test, value: string, wanted: string): boolean {
  switch (test) {
    case 'filled':
      return value.trim() !== '';
    case 'equals':
      return plain(value) === plain(wanted);
    case 'contains':
      return plain(value).includes(plain(wanted));
    case 'more':
    case 'less': {
      const [a, b] = [numberIn(value), numberIn(wanted)];
      if (a === null || b === null) return false;
      return test === 'more' ? Number(a) > Number(b) : Number(a) < Number(b);
    }
  }
}

/** `{{name}}` and `{{contact.name}}` as what they stand for; unknown ones as nothing. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*([\w.-]{1,80})\s*\}\}/gu, (_all, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}
