import { stripUnseen } from './names.js';
import {
  ANY_ADDRESS,
  ANY_DATE,
  BEGINS_ATTRIBUTION,
  DASHED_WROTE,
  DATE_AND_ADDRESS,
  DELIMITER,
  ENDS_ADDRESS,
  ENDS_COLON,
  ENDS_WROTE,
  ENDS_WROTE_BARE,
  FORWARD,
  GMAIL_DATE,
  HEADER_FROM,
  HEADER_OTHER,
  LIST_RULE,
  LIST_WORDS,
  RULED_WORDS,
  SENT_FROM,
  SEPARATOR,
  SHARED_LINE,
  SIGNATURE,
  TIME_OF_DAY,
  WHO_AND_WHEN,
} from './quote-words.js';

/** Tells new text from quoted history, line by line: linear in the length, every pattern on a line of bounded length (R-QUO-1 to 3). */
const LINE_LIMIT = 400;

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** `On 3 November, Mia <mia@shop.test> wrote:` in many languages. */
export function isAttribution(text: string): boolean {
  if (text.length > LINE_LIMIT) return false;
  const line = stripUnseen(text).trim();
  if (line.length < 6) return false;
  if (ENDS_COLON.test(line) && WHO_AND_WHEN.test(line) && TIME_OF_DAY.test(line)) return true;
  if (DASHED_WROTE.test(line) || DATE_AND_ADDRESS.test(line)) return true;
  if (!BEGINS_ATTRIBUTION.test(line) || !/[\d@<]/.test(line)) return false;
  return ENDS_WROTE.test(line) || ENDS_WROTE_BARE.test(line) || (ENDS_ADDRESS.test(line) && /\d{1,2}[:.h]\d\d|\d{4}/.test(line));
}

/** What stands above quotes, in whatever language: who said it, or when. */
export function introducesQuotes(text: string): boolean {
  if (text.length > LINE_LIMIT) return false;
  const line = stripUnseen(text).trim();
  return ENDS_COLON.test(line) && (ANY_ADDRESS.test(line) || (TIME_OF_DAY.test(line) && ANY_DATE.test(line)));
}

/** A mail handed on: what follows is its point and stays in sight. */
export const isForwardMarker = (text: string): boolean => FORWARD.test(text.slice(0, LINE_LIMIT));

const bare = (line: string): string =>
  line
    .slice(0, LINE_LIMIT)
    .replace(/^[\s>*_|]+/, '')
    .replace(/\*/g, '')
    .trimEnd();

/** A block such as From, Sent, To, Subject at the top of the lines. */
export function isHeaderBlockStart(lines: readonly string[]): boolean {
  const near = lines.slice(0, 12).map(bare).filter(Boolean).slice(0, 7);
  const [head = '', ...rest] = near;
  const others = rest.filter((line) => HEADER_OTHER.test(line)).length;
  if (HEADER_FROM.test(head)) return others >= 2;
  // Some programs begin with the date.
  return HEADER_OTHER.test(head) && others >= 2 && rest.slice(0, 3).some((line) => HEADER_FROM.test(line));
}

/** How many lines, from here on, are an attribution: 0 when they are not. It may be wrapped, with its address set apart. */
function attributionLength(lines: readonly string[], at: number): number {
  const head = (lines[at] ?? '').slice(0, LINE_LIMIT);
  if (GMAIL_DATE.test(head) && isBlank(lines[at + 1] ?? '')) return 1;
  if (isAttribution(head) || (introducesQuotes(head) && isQuoted(lines[nextFilled(lines, at + 1)] ?? ''))) return 1;
  if (!BEGINS_ATTRIBUTION.test(head) && !DASHED_WROTE.test(head)) return 0;
  let joined = '';
  for (let n = 1; n <= 6; n++) {
    const line = lines[at + n - 1];
    if (line === undefined) return 0;
    if (isBlank(line)) {
      if (n === 1 || !/^\s*</.test(lines[at + n] ?? '')) return 0;
      continue;
    }
    joined = `${joined} ${line.slice(0, LINE_LIMIT)}`.trim();
    if (joined.length > LINE_LIMIT) return 0;
    if (isAttribution(joined)) return n;
  }
  return 0;
}

const nextFilled = (lines: readonly string[], from: number): number => {
  let i = from;
  while (i < lines.length && isBlank(lines[i] ?? '')) i++;
  return i;
};

/** Whether nothing but quotes, blank lines and a signature is left. */
function onlyHistory(lines: readonly string[], from: number): boolean {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (SIGNATURE.test(line) || isSentFrom(line)) return true;
    if (!isBlank(line) && !isQuoted(line)) return false;
  }
  return true;
}

const isSentFrom = (line: string): boolean => line.length <= 160 && SENT_FROM.test(line.trim());

/** The rest of a quoted line that was wrapped on the way: no answer begins in the middle of a sentence. */
const isWrapped = (lines: readonly string[], at: number): boolean => {
  const before = lines[at - 1] ?? '';
  return isQuoted(before) && before.length >= 65 && /[\p{L}\d,]\s*$/u.test(before) && /^\p{Ll}/u.test(lines[at] ?? '');
};

/** A rule, ruled words or a program's line, below which all is history. */
function isBreak(lines: readonly string[], i: number): boolean {
  const short = (lines[i] ?? '').slice(0, LINE_LIMIT);
  if (SEPARATOR.test(short) || DASHED_WROTE.test(short)) return true;
  const below = (): string[] => lines.slice(i + 1, i + 14);
  if (/^_{10,}\s*$/.test(short) && isHeaderBlockStart(below())) return true;
  if (RULED_WORDS.test(short) && isHeaderBlockStart(below())) return true;
  return i > 0 && isSentFrom(short) && isBlank(lines[i - 1] ?? '') && isBlank(lines[i + 1] ?? '');
}

/** The first line of the history, or -1. */
function historyStart(lines: readonly string[], quoteEndsAfter: number): number {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isBlank(line)) continue;
    const short = line.slice(0, LINE_LIMIT);
    // Everything below a forward belongs to it.
    if (isForwardMarker(short)) return -1;
    if (isBreak(lines, i)) return i;
    if (isQuoted(line)) {
      if (i > quoteEndsAfter) return i;
      continue;
    }
    const head = bare(short);
    if ((HEADER_FROM.test(head) || HEADER_OTHER.test(head)) && isHeaderBlockStart(lines.slice(i, i + 12))) return i;
    const length = attributionLength(lines, i);
    if (length === 0) continue;
    const next = nextFilled(lines, i + length);
    const quotes = next < lines.length && isQuoted(lines[next] ?? '');
    // At the very top and without quotes below it: an answer that somebody wrote there.
    if (!quotes && nextFilled(lines, 0) === i) continue;
    if (!quotes || next > quoteEndsAfter) return i;
  }
  return -1;
}

/** The index of the last line that is somebody's words and not a quote: answers may stand between the quotes up to here. */
function lastOwnLine(lines: readonly string[]): number {
  let end = lines.length;
  for (let i = 0; i < lines.length; i++) {
    if (SIGNATURE.test(lines[i] ?? '') && (onlyHistory(lines, i) || lines.length - i < 15)) {
      end = i;
      break;
    }
  }
  for (let i = end - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (!isBlank(line) && !isQuoted(line) && !isSentFrom(line) && !DELIMITER.test(line) && !isWrapped(lines, i)) return i;
  }
  return -1;
}

/** Where a signature begins in the new text, or its length. */
function signatureStart(lines: readonly string[]): number {
  for (let i = lines.length - 1; i >= 0 && i >= lines.length - 15; i--) {
    const isFooter =
      LIST_RULE.test(lines[i] ?? '') &&
      LIST_WORDS.test(
        lines
          .slice(i + 1, i + 8)
          .join('\n')
          .slice(0, 1000),
      );
    if ((isFooter || SIGNATURE.test(lines[i] ?? '')) && i > 0) return withoutRules(lines, i);
  }
  return withoutRules(lines, lines.length);
}

/** What programs write below a mail, and lines that only separate. */
function withoutRules(lines: readonly string[], from: number): number {
  let end = from;
  for (let i = from - 1; i > 0; i--) {
    const line = lines[i] ?? '';
    if (isBlank(line)) continue;
    if (!isSentFrom(line) && !DELIMITER.test(line.slice(0, LINE_LIMIT))) break;
    end = i;
  }
  return end;
}

/** A line that holds the end of the answer and the attribution of what follows, as two. */
function unshared(lines: string[]): string[] {
  return lines.flatMap((line, i) => {
    if (line.length > LINE_LIMIT || !line.trimEnd().endsWith('wrote:') || isQuoted(line) || !isQuoted(lines[i + 1] ?? ''))
      return [line];
    const at = line.search(SHARED_LINE);
    return at > 0 && line.slice(0, at).trim() !== '' ? [line.slice(0, at), line.slice(at).trimStart()] : [line];
  });
}

/** The new text, and the history and signature that are folded away. In doubt everything is shown. */
export function splitQuotedText(source: string): { text: string; quoted?: string } {
  const lines = unshared(source.replace(/\r\n?/g, '\n').split('\n'));
  const own = lastOwnLine(lines);
  const first = nextFilled(lines, 0);
  const introduced = attributionLength(lines, first);
  const quote = nextFilled(lines, first + introduced);
  // A quote that own words follow is being answered in between, unless a marker shows that all below is history.
  if (introduced > 0 && quote < own && isQuoted(lines[quote] ?? '')) return belowQuote(lines, quote, source);
  const start = historyStart(lines, own);
  const cut = start < 0 ? lines.length : start;
  const top = lines.slice(0, cut);
  const from = introduced > 0 && cut > quote ? first + introduced : 0;
  const signature = Math.max(from, signatureStart(top));
  const text = trimmed(top.slice(from, signature));
  if (!text) return { text: source.trim() };
  const quoted = [...lines.slice(0, from), ...lines.slice(signature)].join('\n').trim();
  return quoted ? { text, quoted } : { text };
}

/** Without the empty lines around it; the first line keeps its indent. */
const trimmed = (lines: readonly string[]): string => lines.slice(nextFilled(lines, 0)).join('\n').trimEnd();

/** History comes first: the answer stands below it, when it is one block of quotes. */
function belowQuote(lines: readonly string[], quote: number, source: string): { text: string; quoted?: string } {
  let at = quote;
  while (at < lines.length && (isQuoted(lines[at] ?? '') || isBlank(lines[at] ?? '') || isWrapped(lines, at))) at++;
  const rest = lines.slice(at);
  if (rest.some(isQuoted)) return { text: source.trim() };
  const signature = signatureStart(rest);
  const text = rest.slice(0, signature).join('\n').trim();
  return text ? { text, quoted: [...lines.slice(0, at), ...rest.slice(signature)].join('\n').trim() } : { text: source.trim() };
}
