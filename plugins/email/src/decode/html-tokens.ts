import { decodeHTML } from 'entities';

/** One pass over HTML, linear in its length whatever it holds. */
export type Token =
  | { type: 'text'; start: number; end: number }
  | { type: 'open'; name: string; attributes: string; start: number; end: number }
  | { type: 'close'; name: string; start: number; end: number };

export const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);
/** Whose content is not text to be read. */
const RAW = new Set([
  'script',
  'style',
  'title',
  'head',
  'template',
  'noscript',
  'textarea',
  'xmp',
  'iframe',
  'svg',
  'math',
  'object',
]);

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isNameChar = (code: number): boolean =>
  isLetter(code) || (code >= 48 && code <= 57) || code === 45 || code === 58 || code === 95;

/** The end of a tag, past its `>`; quotes may hold one. -1 when the tag never ends. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  let afterEquals = false;
  for (let i = from; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i + 1;
    else if ((code === 34 || code === 39) && afterEquals) quote = code;
    if (code === 61) afterEquals = true;
    else if (code !== 32 && code !== 10 && code !== 9 && code !== 13) afterEquals = false;
  }
  // An unbalanced quote: the tag ends at its first `>` after all.
  return quote ? html.indexOf('>', from) + 1 || -1 : -1;
}

export function* tokens(html: string): Generator<Token> {
  const lower = html.toLowerCase();
  let at = 0;
  // Once a tag without an end was met, no later one can end either.
  let endless = false;
  let textStart = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || endless) break;
    const next = html.charCodeAt(open + 1);
    const closing = next === 47;
    let end: number;
    if (html.startsWith('!--', open + 1)) {
      const close = html.indexOf('-->', open + 4);
      end = close < 0 ? html.length : close + 3;
    } else if (next === 33 || next === 63) {
      end = html.indexOf('>', open) + 1 || html.length;
    } else if (isLetter(closing ? html.charCodeAt(open + 2) : next)) {
      end = tagEnd(html, open + 1);
      if (end < 0) {
        endless = true;
        break;
      }
    } else {
      at = open + 1;
      continue;
    }
    if (open > textStart) yield { type: 'text', start: textStart, end: open };
    at = textStart = end;
    if (next === 33 || next === 63) continue;
    const nameStart = closing ? open + 2 : open + 1;
    let nameEnd = nameStart;
    while (nameEnd < end && isNameChar(html.charCodeAt(nameEnd))) nameEnd++;
    const name = lower.slice(nameStart, nameEnd);
    if (closing) {
      yield { type: 'close', name, start: open, end };
      continue;
    }
    yield { type: 'open', name, attributes: html.slice(nameEnd, end - 1), start: open, end };
    if (!RAW.has(name)) continue;
    const close = lower.indexOf(`</${name}`, end);
    // A head that never ends must not swallow the body.
    if (close < 0 && name === 'head') continue;
    at = textStart = close < 0 ? html.length : close;
  }
  if (html.length > textStart) yield { type: 'text', start: textStart, end: html.length };
}

/** Character references as their characters; unknown ones stay as they are. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);
