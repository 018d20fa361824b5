import { decodeBytes, decodeUtf7, isUtf7 } from './charset.js';

export interface Field {
  /** Lower-cased. */
  name: string;
  /** Unfolded; encoded words as they came. */
  value: string;
}

const ENCODED_WORD = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*)\?=/g;
// eslint-disable-next-line no-control-regex -- everything outside ASCII
const EIGHT_BIT = /[^\x00-\x7f]/;

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
const hintOf = (head: string): string | undefined =>
  /^content-type:[^\n]*(?:\n[ \t][^\n]*)*?charset\s*=\s*"?([^\s";]+)/im.exec(head)?.[1] ??
  /=\?([^?\s]{1,60})\?[QqBb]\?/.exec(head)?.[1];

/** An encoded word that the parsing library would get wrong (raw bytes inside, or UTF-7) as one that it gets right (R-CHR-2, 3). */
function mendWord(whole: string, charset: string, encoding: string, content: string): string {
  const raw = EIGHT_BIT.test(content);
  if (!raw && !isUtf7(charset)) return whole;
  const isQ = encoding.toUpperCase() === 'Q';
  const bytes = isQ
    ? Buffer.from(
        content.replace(/_/g, ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      )
    : Buffer.from(content, 'base64');
  const text = isUtf7(charset) ? decodeUtf7(bytes.toString('latin1')) : decodeBytes(bytes, charset);
  return `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
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
    return text.replace(/\n/g, '\r\n');
  });
  return { head: Buffer.from(mended.join('\r\n'), 'utf8'), fields };
}

/** All values of a field, in the order of the mail. */
export const all = (fields: readonly Field[], name: string): string[] =>
  fields.filter((f) => f.name === name).map((f) => f.value);
export const first = (fields: readonly Field[], name: string): string => fields.find((f) => f.name === name)?.value ?? '';
