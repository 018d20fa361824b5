import { introducesQuotes, isAttribution, isForwardMarker, isHeaderBlockStart, splitQuotedText } from './quote.js';
import { decodeEntities, tokens, VOID, type Token } from './html-tokens.js';

const BLOCK = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'thead',
  'tr',
  'ul',
]);
const SPACED = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'pre']);
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i;

/** Collects lines with the white space that a reader would see. */
class Lines {
  #lines: string[] = [];
  /** Where in the HTML the words of each line begin; -1 of those without any. */
  #starts: number[] = [];
  #start = -1;
  #line = '';
  #blank = true;
  depth = 0;

  text(text: string, preformatted: boolean, at = -1): void {
    if (this.#start < 0 && text.trim() !== '') this.#start = at;
    if (preformatted) {
      const [head = '', ...rest] = text.split('\n');
      this.#line += head;
      for (const line of rest) {
        this.break();
        this.#line = line;
      }
      return;
    }
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.#line += this.#line === '' || this.#line.endsWith(' ') ? collapsed.trimStart() : collapsed;
  }

  /** Ends the line, blank or not. */
  break(): void {
    this.#push(this.#line);
    this.#line = '';
  }

  /** Begins a block: only a line with something on it is ended. */
  block(spaced: boolean): void {
    if (this.#line.trim() !== '') this.break();
    this.#line = '';
    if (spaced && !this.#blank) this.#push('');
  }

  #push(line: string): void {
    const text = line.replace(/\u00a0/g, ' ').trimEnd();
    this.#blank = text === '';
    this.#starts.push(this.#start);
    this.#start = -1;
    this.#lines.push(this.depth > 0 ? `${'> '.repeat(Math.min(this.depth, 20))}${text}`.trimEnd() : text);
  }

  get empty(): boolean {
    return this.#blank && this.#line.trim() === '';
  }

  /** The start of each line that says something. */
  get starts(): number[] {
    this.block(false);
    return this.#starts.filter((_, i) => (this.#lines[i] ?? '') !== '');
  }

  toString(): string {
    this.block(false);
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

/** What a reader sees, as text: blocks on lines of their own, quotes with `>`, nothing of styles, scripts and hidden elements. */
export const htmlToText = (html: string, o: { preheader?: boolean } = {}): string => readHtml(html, new Lines(), o);

function readHtml(html: string, lines: Lines, o: { preheader?: boolean }): string {
  const source = html;
  let preheader = '';
  let pre = 0;
  let hidden: { name: string; depth: number } | null = null;
  for (const token of tokens(source)) {
    if (token.type === 'text') {
      const text = decodeEntities(source.slice(token.start, token.end));
      if (!hidden) lines.text(text, pre > 0, token.start);
      // Hidden, but meant for the line that a list shows of a mail: what other programs show there too.
      else if (o.preheader && preheader.length < 300 && lines.empty) preheader += text;
      continue;
    }
    if (hidden) {
      if (token.name === hidden.name) hidden.depth += token.type === 'open' ? 1 : -1;
      if (hidden.depth === 0) hidden = null;
      continue;
    }
    if (token.type === 'open' && HIDDEN.test(token.attributes) && !VOID.has(token.name) && token.name !== 'body') {
      hidden = { name: token.name, depth: 1 };
      continue;
    }
    if (token.name === 'br') lines.break();
    else if (token.name === 'td' || token.name === 'th') lines.text(' ', false);
    else if (BLOCK.has(token.name)) lines.block(SPACED.has(token.name));
    if (token.name === 'pre') pre = Math.max(0, pre + (token.type === 'open' ? 1 : -1));
    if (token.name === 'blockquote') lines.depth = Math.max(0, lines.depth + (token.type === 'open' ? 1 : -1));
    if (token.name === 'li' && token.type === 'open') lines.text('* ', false);
  }
  const hint = preheader
    .replace(/(?:[\s\u00ad\u200b-\u200f\u2007\ufeff]|\u034f)+/g, ' ')
    .trim()
    .slice(0, 300);
  const seen = lines.toString();
  return hint && !seen.startsWith(hint) ? `${hint}\n\n${seen}`.trim() : seen;
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s>"']{1,500}))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((v) => v !== undefined) ?? '';

/** Something to see: text, or a picture that is more than a tracking dot (R-HTM-5). */
export function isVisible(html: string): boolean {
  if (htmlToText(html).replace(/[\s\u200b-\u200f\ufeff>*]/g, '') !== '') return true;
  for (const token of tokens(html)) {
    if (
      token.type === 'open' &&
      token.name === 'img' &&
      !/^[01]$/.test(attribute(token.attributes, 'width')) &&
      attribute(token.attributes, 'src')
    )
      return true;
  }
  return false;
}

/** The cid and the addresses of the pictures that the HTML shows. */
export function shownPictures(html: string): Set<string> {
  const shown = new Set<string>();
  for (const match of html.matchAll(/cid:([^"'\s)>]{1,500})/gi)) {
    const id = decodeEntities(match[1] ?? '');
    shown.add(id);
    if (id.includes('%')) shown.add(id.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
  }
  for (const token of tokens(html)) {
    if (token.type === 'open' && token.name === 'img') shown.add(decodeEntities(attribute(token.attributes, 'src')));
  }
  return shown;
}

/** Marks of the mail programs: the element is the quote, or everything from it on is. */
const QUOTE_CLASS =
  /(?:^|\s)(?:x_)*(?:gmail_quote|gmail_quote_container|\w{0,20}yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-forward-container)(?:\s|$)/i;
const FROM_HERE_ID =
  /^(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|OLK_SRC_BODY_SECTION|reply-intro)$/i;
const FROM_HERE_CLASS = /(?:^|\s)(?:x_)*(?:moz-cite-prefix|ms-outlook-mobile-reference-message|gmail_attr)(?:\s|$)/i;
const OUTLOOK_RULE = /border-top\s*:\s*solid|border\s*:\s*none\s*;\s*border-top/i;

type Mark = 'element' | 'rest' | null;

function markOf(token: Extract<Token, { type: 'open' }>, html: string, mayLookOn: boolean): Mark {
  const classes = attribute(token.attributes, 'class');
  if (QUOTE_CLASS.test(classes)) return 'element';
  if (token.name === 'blockquote' && /^cite$/i.test(attribute(token.attributes, 'type'))) return 'element';
  if (FROM_HERE_ID.test(attribute(token.attributes, 'id')) || FROM_HERE_CLASS.test(classes)) return 'rest';
  if (mayLookOn && token.name === 'div' && OUTLOOK_RULE.test(attribute(token.attributes, 'style'))) {
    return isHeaderBlockStart(htmlToText(html.slice(token.end, token.end + 6000)).split('\n')) ? 'rest' : null;
  }
  return null;
}

/** Where the element that begins at `start` ends, by counting elements of its name. */
function elementEnd(html: string, start: number, name: string): number {
  let depth = 0;
  for (const token of tokens(html.slice(start))) {
    if (token.type === 'text' || token.name !== name) continue;
    depth += token.type === 'open' ? 1 : -1;
    if (depth === 0) return start + token.end;
  }
  return html.length;
}

/** Where the line begins that introduces a quote, such as `On Monday, Mia wrote:`, looking back from the quote. */
function attributionStart(recent: { start: number; text: string }[], quote: number): number {
  let joined = '';
  for (let i = recent.length - 1, steps = 0; i >= 0 && steps < 8; i--, steps++) {
    joined = `${recent[i]?.text ?? ''} ${joined}`.replace(/\s+/g, ' ').trim();
    if (joined.length > 400) break;
    if (isAttribution(joined) || introducesQuotes(joined)) return recent[i]?.start ?? quote;
  }
  return quote;
}

export interface HtmlSplit {
  /** The HTML of the new text; the whole when nothing could be told apart. */
  html: string;
  text: string;
  quoted?: string;
}

/** Tells the new text from the history below it. In doubt everything is shown (R-QUO-1 to 3). */
export function splitQuotedHtml(html: string): HtmlSplit {
  const recent: { start: number; text: string }[] = [];
  let looks = 0;
  for (const token of tokens(html)) {
    if (token.type === 'text') {
      const text = decodeEntities(html.slice(token.start, Math.min(token.end, token.start + 500))).trim();
      if (text) {
        recent.push({ start: token.start, text });
        if (recent.length > 8) recent.shift();
      }
      continue;
    }
    if (token.type !== 'open') continue;
    // Looking at what follows a ruled line costs, so a mail full of lines gets a few looks only.
    const mark = markOf(token, html, looks < 20);
    if (token.name === 'div' && token.attributes.includes('border-top')) looks++;
    if (!mark) continue;
    const split = cut(html, token, mark, recent);
    if (split) return split;
    break;
  }
  const text = htmlToText(html, { preheader: true });
  const byText = splitQuotedText(text);
  if (!byText.quoted) return { html, text: byText.text };
  return { html: beginning(html, byText.text) ?? html, text: byText.text, quoted: byText.quoted };
}

/** As much of the HTML as holds this text and no more; null when it does not begin with it, then both are shown whole. */
function beginning(html: string, text: string): string | null {
  const lines = new Lines();
  readHtml(html, lines, {});
  const filled = text.split('\n').filter((line) => line !== '').length;
  for (const count of [filled, filled - 1]) {
    const end = lines.starts[count];
    if (end === undefined || end < 0) continue;
    const cut = html.slice(0, end);
    if (htmlToText(cut, { preheader: true }) === text) return cut;
  }
  return null;
}

function cut(
  html: string,
  token: Extract<Token, { type: 'open' }>,
  mark: 'element' | 'rest',
  recent: { start: number; text: string }[],
): HtmlSplit | null {
  const start = attributionStart(recent, token.start);
  const end = mark === 'element' ? elementEnd(html, token.start, token.name) : html.length;
  const quoted = htmlToText(html.slice(start, end));
  // What was forwarded is what the mail is about.
  if (isForwardMarker(quoted.slice(0, 300)) || recent.slice(-2).some((r) => isForwardMarker(r.text))) return null;
  const before = html.slice(0, start);
  const after = html.slice(end);
  const textBefore = htmlToText(before, { preheader: true });
  const textAfter = htmlToText(after);
  if (textBefore && !textAfter) return { ...withoutSignature(before, textBefore, quoted) };
  // Answered below the quote.
  if (!textBefore && textAfter) return textAfter.startsWith('>') ? null : { html: after, text: textAfter, quoted };
  // On both sides: answers in between, or a footer of the list. Shown whole unless it is a footer only.
  if (textBefore && /^(--\s|__{5,}|You received this message because|Sent from my )/.test(textAfter)) {
    return { html: before, text: textBefore, quoted: `${quoted}\n\n${textAfter}` };
  }
  return null;
}

function withoutSignature(html: string, text: string, quoted: string): HtmlSplit {
  const split = splitQuotedText(text);
  return split.quoted ? { html, text: split.text, quoted: `${split.quoted}\n\n${quoted}` } : { html, text, quoted };
}
