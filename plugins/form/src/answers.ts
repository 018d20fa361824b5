import type { Sent } from './body.js';
import { filesFault, type Upload } from './files.js';
import type { NamedField } from './settings-fields.js';
import { say, type Words } from './words.js';

/** What was filled in, field by field, and what is wrong with it. */
export interface Answers {
  given: { field: NamedField; texts: string[]; files: Upload[] }[];
  errors: Record<string, string>;
}

const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const PHONE = /^[+(]?[\d\s()./-]{5,39}(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/i;

/** Looks at each answer; the words of what is wrong are those of the form. */
export function look(fields: readonly NamedField[], sent: Sent, words: Words): Answers {
  const errors: Record<string, string> = {};
  const given = fields.map((field) => {
    const texts = (sent.texts[field.name] ?? []).map((text) => clean(text, field.type === 'long')).filter((text) => text !== '');
    const files = field.type === 'file' ? (sent.files[field.name] ?? []) : [];
    const fault = faultOf(field, texts, files, words);
    if (fault) errors[field.name] = fault;
    return { field, texts, files };
  });
  return { given, errors };
}

/** Without what no one can type, and of one line where one is asked for. */
function clean(text: string, lines: boolean): string {
  // eslint-disable-next-line no-control-regex -- Control characters are what goes.
  const plain = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');
  return (lines ? plain : plain.replace(/\s+/g, ' ')).trim();
}

function faultOf(field: NamedField, texts: readonly string[], files: readonly Upload[], words: Words): string | null {
  const [text = ''] = texts;
  if (field.type === 'consent') return text === '' ? words.agreed : null;
  if (field.type === 'file') return field.required && files.length === 0 ? words.needed : filesFault(field, files, words);
  if (text === '') return field.required ? (field.type === 'choice' ? words.chosen : words.needed) : null;
  const limit = field.type === 'long' ? 20_000 : 500;
  switch (field.type) {
    case 'email':
      return text.length <= 254 && EMAIL.test(text) ? null : words.email;
    case 'phone':
      return PHONE.test(text) ? null : words.phone;
    case 'choice':
      return texts.every((one) => field.options.includes(one)) && (field.several || texts.length === 1) ? null : words.unknown;
    case 'text':
    case 'long':
      return text.length > limit ? say(words.long, { n: limit }) : null;
    case 'checkbox':
      return null;
  }
}
