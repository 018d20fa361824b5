import type { InboundEvent } from '@balie/plugin-sdk';
import { identity, normalise, peopleOf, type Address } from './addresses.js';
import { parseMime, type Mime } from './mime.js';
import { bodyOf } from './body.js';
import { HEADER_FROM } from './quote-words.js';
import { isAttribution, isForwardMarker, isHeaderBlockStart } from './quote.js';

type Forwarded = NonNullable<Extract<InboundEvent, { type: 'message' }>['forwarded']>;

/** Any short word before a colon, in whatever language, but those that mark an answer (R-FWD-1). */
const PREFIX = /^\s*(?!(?:re|aw|sv|vs|antw|rif|res|r|odp|ynt|ref)\s*[:：])(?:\p{L}{1,4}|Videresend|Redir\.)\s*[:：]/iu;
/** In some languages a forward, in others an answer: then the text must say which. */
const EITHER = /^\s*vs\s*[:：]/iu;
const LINE_LIMIT = 400;
const HEADER = /^[*_\s]*(\p{L}[\p{L} -]{0,30})[*_]*\s*[:：][*_]*\s*(.*)$/u;
const DATE = /^(?:Date|Sent|Datum|Gesendet|Fecha|Data|Verzonden|Dato|Skickat|Дата|日期)$/iu;
/** What stands before the name where a forward is written as an answer is: the date and the words about it. */
const BEFORE_NAME =
  /^.*(?:\d[.,:]?\s+(?=\P{N}*[<(])|\s(?:skrev|schrieb|schreef|heeft|użytkownik|пользователь|používateľ|időpontban)\s)/u;
/** Words, a colon, a name and an address, in a line that holds the whole head. */
const IN_ONE_LINE = /\p{L}[\p{L} ]{0,30}[:：]\s*([^<:：]{0,100}<[^<>\s]{3,300}@[^<>\s]{1,255}>)/u;

/** The mail that this one hands on, as far as it can be told: from the block of its headers in the text, or from the mail that is attached. */
export async function forwardedOf(mime: Mime, subject: string, text: string): Promise<Forwarded | null> {
  const either = EITHER.test(subject);
  if (!either && !PREFIX.test(subject)) return null;
  return inText(text, either) ?? (await attached(mime));
}

function inText(text: string, markedOnly: boolean): Forwarded | null {
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').slice(0, LINE_LIMIT);
    if (isForwardMarker(line)) return readBlock(lines.slice(i + 1)) ?? readLine(lines, i);
    if (markedOnly) continue;
    if (isHeaderBlockStart(lines.slice(i, i + 12))) {
      const found = readBlock(lines.slice(i));
      if (found) return found;
    }
    // Some write a forward as they write an answer.
    if (isAttribution(line)) return forwardedBy(addressIn(line.replace(BEFORE_NAME, '')), lines.slice(i + 1));
  }
  return null;
}

/** Reads `From: …` and what stands beside it, up to the empty line; what follows are the original's own words. */
function readBlock(given: readonly string[]): Forwarded | null {
  const start = given.findIndex((line) => line.replace(/^[\s>]+/, '') !== '');
  if (start < 0) return null;
  // Some programs quote what they forward; then all of it is.
  const quoted = given.slice(start, start + 3).every((line) => line.startsWith('>'));
  const lines = given.slice(start).map((line) => (quoted ? line.replace(/^>[ ]?/, '') : line));
  const end = lines.findIndex((line) => line.trim() === '');
  if (end < 1) return null;
  const fields = lines.slice(0, Math.min(end, 20)).flatMap((line) => {
    const match = HEADER.exec(line.slice(0, LINE_LIMIT));
    return match ? [{ name: (match[1] ?? '').trim(), value: (match[2] ?? '').trim() }] : [];
  });
  const from = fields.find(({ name }) => HEADER_FROM.test(`${name}:`));
  const at = new Date(fields.find(({ name }) => DATE.test(name))?.value ?? NaN);
  return forwardedBy(addressIn(from?.value ?? ''), lines.slice(end + 1), at);
}

/** The whole head on the line of the marker. */
function readLine(lines: readonly string[], at: number): Forwarded | null {
  return forwardedBy(addressIn(IN_ONE_LINE.exec((lines[at] ?? '').slice(0, 1000))?.[1] ?? ''), lines.slice(at + 1));
}

function forwardedBy(sender: Address | null, lines: readonly string[], at?: Date): Forwarded | null {
  const words = lines.join('\n').trim();
  if (!sender || words === '') return null;
  return {
    sender: identity(sender),
    ...(at && !Number.isNaN(at.getTime()) ? { at } : {}),
    parts: [{ type: 'text', text: words }],
  };
}

/** `Erik Lund <erik@cust.test>`, `Erik [mailto:erik@cust.test]` or the address alone. */
function addressIn(text: string): Address | null {
  const match = /[<[(]?(?:mailto:)?([^\s<>[\]()"*:]{1,64}@[^\s<>[\]()"*:]{1,255})[>\])]?/i.exec(text.slice(0, LINE_LIMIT));
  const value = normalise(match?.[1]);
  if (!match || !value) return null;
  const name = text
    .slice(0, match.index)
    .replace(/["'*_“”„«»]|\($/g, '')
    .trim();
  return { value, name: name.toLowerCase() === value ? '' : name };
}

async function attached(mime: Mime): Promise<Forwarded | null> {
  const mails = mime.files.filter((file) => file.mime === 'message/rfc822' && file.kept);
  const [only] = mails;
  if (!only?.kept || mails.length > 1) return null;
  const inner = await parseMime(new Blob([new Uint8Array(only.kept)]).stream());
  const { sender } = peopleOf(inner.headers, inner.fields, []);
  const { text } = bodyOf(inner.blocks);
  return sender && text !== '' ? { sender: identity(sender), parts: [{ type: 'text', text }] } : null;
}
