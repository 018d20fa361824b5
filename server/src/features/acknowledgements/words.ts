import { DomainError } from '../../kernel/errors.js';

const MAX_SUBJECT = 200;
const MAX_TEXT = 5_000;
/** Only what is ours: whatever a sender wrote could be sent to anybody by forging a sender. */
const PLACEHOLDERS = ['number', 'inbox'] as const;

/** What placeholders stand for. */
export type Words = Record<(typeof PLACEHOLDERS)[number], string>;

/** Subject and text as they are kept; INVALID when something is missing, too long, or a placeholder is none of ours. */
export function checkWords(input: { subject: string; text: string; needed: boolean }): { subject: string; text: string } {
  const subject = input.subject.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  const text = input.text.replaceAll('\r\n', '\n').trim();
  if (input.needed && subject === '') throw invalid('subject', 'Give the answer a subject.');
  if (input.needed && text === '') throw invalid('text', 'Write what the sender is to read.');
  if (subject.length > MAX_SUBJECT) throw invalid('subject', `A subject has at most ${MAX_SUBJECT} characters.`);
  if (text.length > MAX_TEXT) throw invalid('text', `The text has at most ${MAX_TEXT} characters.`);
  for (const [field, words] of Object.entries({ subject, text })) {
    const unknown = placeholdersIn(words).find((name) => !isKnown(name));
    if (unknown !== undefined)
      throw invalid(field, `There is no placeholder {${unknown}}. Use ${PLACEHOLDERS.map((name) => `{${name}}`).join(' or ')}.`);
  }
  return { subject, text };
}

/** The words with what the placeholders stand for. */
export function filled(words: string, values: Words): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole: string, name: string) => (isKnown(name) ? values[name] : whole));
}

function placeholdersIn(words: string): string[] {
  return [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function isKnown(name: string): name is keyof Words {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('INVALID', message, { path: [field] });
}
