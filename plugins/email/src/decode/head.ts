import { decodeBytes, decodeUtf7, isKnown, isUtf7 } from './charset.js';

export interface Field {
  /** Lower-cased. */
  name: string;
  /** Unfolded; encoded words as they came. */
  value: string;
}

const ENCODED_WORD = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*)\?=/g;
// eslint-disable-next-line no-control-regex -- everything outside ASCII
export const EIGHT_BIT = /[^\x00-\x7f]/;

/** Where the head ends, that is after its empty line; the whole length when it has none. */
export function headLength(raw: Uint8Array): number {
  let lineStart = true;
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === 13) continue;
    if (raw[i] === 10) {
      if (lineStart && i > 0) return i + 1;
      lineStart = true;
    } else lineStart = false;
  }
  return raw.length;
}

/** The first charset that the head itself names, as a hint for its raw bytes. */
export const hintOf = (head: string): string | undefined =>
  /^content-type:[^\n]*(?:\n[ \t][^\n]*)*?charset\s*=\s*"?([^\s";]+)/im.exec(head)?.[1] ??
  /=\?([^?\s]{1,60})\?[QqBb]\?/.exec(head)?.[1];

function wordBytes(encoding: string, content: string): Buffer {
  if (encoding.toUpperCase() !== 'Q') return Buffer.from(content, 'base64');
  const plain = content
    .replace(/_/g, ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** The words of a field that nobody else has decoded (RFC 2047). Neighbours are one text: a letter may begin in one and end in the next. */
export function decodeWords(value: string): string {
  return value.replace(/(?:=\?[^?\s]{1,60}\?[QqBb]\?[^?]{0,2000}\?=\s{0,20})+/g, (run) => {
    const end = /\s*$/.exec(run)?.[0] ?? '';
    const pieces: { charset: string; bytes: Buffer[] }[] = [];
    for (const [, named = '', encoding = '', content = ''] of run.matchAll(ENCODED_WORD)) {
      const charset = named.toLowerCase().replace(/\*.*$/, '');
      const last = pieces.at(-1);
      if (last?.charset === charset) last.bytes.push(wordBytes(encoding, content));
      else pieces.push({ charset, bytes: [wordBytes(encoding, content)] });
    }
    const text = pieces.map(({ charset, bytes }) =>
      isUtf7(charset) ? decodeUtf7(Buffer.concat(bytes).toString('latin1')) : decodeBytes(Buffer.concat(bytes), charset),
    );
    return text.join('') + end;
  });
}

/** An encoded word that the parsing library would get wrong (raw bytes inside, UTF-7, or a charset that nobody knows) as one that it gets right (R-CHR-2, 3). */
function mendWord(whole: string, charset: string, encoding: string, content: string): string {
  const raw = EIGHT_BIT.test(content);
  if (!raw && !isUtf7(charset) && isKnown(charset)) return whole;
  const bytes = wordBytes(encoding, content);
  const text = isUtf7(charset) ? decodeUtf7(bytes.toString('latin1')) : decodeBytes(bytes, charset);
  return `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

const PEOPLE = /^(?:from|sender|reply-to|to|cc)[ \t]*:/i;
/** A name without an address, before somebody who has one. */
const NOBODY = /([:,])[ \t\n]*(?:"[^"\n]{0,300}"|[^",<>:\n]{0,300})<[ \t]*>[ \t]*,/;

/** A name whose encoded letters would be read as what separates addresses, as one whose letters are not. */
function mendName(whole: string, charset: string, encoding: string, content: string): string {
  if (encoding.toUpperCase() !== 'Q' || !/[,:;<>()@"]/.test(content)) return whole;
  const text = decodeBytes(wordBytes(encoding, content), charset);
  return text.includes('\ufffd') ? whole : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

/** The head with its raw 8-bit bytes turned into UTF-8, which the parsing library reads well, and its fields (R-CHR-1). */
export function mendHead(bytes: Uint8Array): { head: Buffer; fields: Field[] } {
  const head = Buffer.from(bytes).toString('latin1').replace(/\r\n/g, '\n').replace(/\r/g, '\n');
  const hint = hintOf(head);
  const lines: string[] = [];
  for (const line of head.split('\n')) {
    if (/^[ \t]/.test(line) && lines.length && line.trim() !== '') lines[lines.length - 1] += `\n${line}`;
    else lines.push(line);
  }
  const fields: Field[] = [];
  const mended = lines.map((line) => {
    let text = line;
    if (line.includes('=?')) text = line.replace(ENCODED_WORD, mendWord);
    if (PEOPLE.test(line)) text = text.replace(ENCODED_WORD, mendName).replace(NOBODY, '$1');
    if (EIGHT_BIT.test(text)) text = decodeBytes(Buffer.from(text, 'latin1'), undefined, hint);
    const colon = text.indexOf(':');
    if (colon > 0 && !/\s/.test(text.slice(0, colon).trim())) {
      fields.push({
        name: text.slice(0, colon).trim().toLowerCase(),
        value: text
          .slice(colon + 1)
          .replace(/\n[ \t]+/g, ' ')
          .trim(),
      });
    }
    // A space before the colon is from another time (RFC 5322 4.5), and unknown to the parsing library.
    return text.replace(/^([\w-]{1,60})[ \t]+:/, '$1:').replace(/\n/g, '\r\n');
  });
  return { head: Buffer.from(mended.join('\r\n'), 'utf8'), fields };
}

/** All values of a field, in the order of the mail. */
export const all = (fields: readonly Field[], name: string): string[] =>
  fields.filter((f) => f.name === name).map((f) => f.value);
export const first = (fields: readonly Field[], name: string): string => fields.find((f) => f.name === name)?.value ?? '';
