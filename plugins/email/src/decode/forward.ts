import type { InboundEvent } from '@balie/plugin-sdk';
import { identity, normalise, peopleOf, type Address } from './addresses.js';
import { parseMime, type Mime } from './mime.js';
import { bodyOf } from './parts.js';
import { isForwardMarker, isHeaderBlockStart } from './quote.js';

type Forwarded = NonNullable<Extract<InboundEvent, { type: 'message' }>['forwarded']>;

/** Any short word before a colon, in whatever language, but those that mark an answer (R-FWD-1). */
const PREFIX = /^\s*(?!(?:re|aw|sv|vs|antw|rif|res|r|odp|ynt|ref)\s*[:：])\p{L}{1,4}\s*[:：]/iu;
const LINE_LIMIT = 400;
const HEADER = /^[*_\s]*(\p{L}[\p{L} -]{0,30})[*_]*\s*[:：][*_]*\s*(.*)$/u;
const FROM = /^(?:From|Von|De|Da|Van|Från|Fra|Lähettäjä|Od|От|Від|Feladó|Kimden|发件人|寄件者|差出人|보낸 ?사람|Από)$/iu;
const DATE = /^(?:Date|Sent|Datum|Gesendet|Fecha|Data|Verzonden|Dato|Skickat|Дата|日期)$/iu;

/** The mail that this one hands on, as far as it can be told: from the block of its headers in the text, or from the mail that is attached. */
export async function forwardedOf(mime: Mime, subject: string, text: string): Promise<Forwarded | null> {
  if (!PREFIX.test(subject)) return null;
  return inText(text) ?? (await attached(mime));
}

function inText(text: string): Forwarded | null {
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').slice(0, LINE_LIMIT);
    const marked = isForwardMarker(line);
    if (!marked && !isHeaderBlockStart(lines.slice(i, i + 12))) continue;
    const found = readBlock(lines.slice(marked ? i + 1 : i));
    if (found || marked) return found;
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
  const sender = addressIn(fields.find(({ name }) => FROM.test(name))?.value ?? '');
  const words = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  if (!sender || words === '') return null;
  const at = new Date(fields.find(({ name }) => DATE.test(name))?.value ?? NaN);
  return {
    sender: identity(sender),
    ...(Number.isNaN(at.getTime()) ? {} : { at }),
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
    .replace(/["'*_]/g, '')
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
