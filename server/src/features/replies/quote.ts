import type { HtmlSanitizer, Message } from '../messages/index.js';
import { HtmlTooHard } from '../messages/index.js';

/** A longer history is quoted as text only. */
const MAX_QUOTED_HTML = 200_000;
const MAX_QUOTED_TEXT = 50_000;

/** The history under an answer, in both forms; the HTML only where the answer has any. */
export interface Quoted {
  quotedText: string;
  quotedHtml: string | null;
}

/** Quotes the message that is answered, and only that: what it quoted itself, comments and blind copies stay behind (R-SND-3). */
export async function quote(answered: Message, withHtml: boolean, sanitizer: HtmlSanitizer): Promise<Quoted | null> {
  const text = answered.text.slice(0, MAX_QUOTED_TEXT);
  if (text.trim() === '' && answered.html === null) return null;
  const line = attribution(answered);
  const quotedText = [line, ...text.split(/\r?\n/).map((row) => `> ${row}`.trimEnd())].join('\n');
  if (!withHtml) return { quotedText, quotedHtml: null };
  const inner = (await cleanHtml(answered, sanitizer)) ?? escapeHtml(text).replaceAll(/\r?\n/g, '<br />');
  return { quotedText, quotedHtml: `<p>${escapeHtml(line)}</p><blockquote type="cite">${inner}</blockquote>` };
}

async function cleanHtml(answered: Message, sanitizer: HtmlSanitizer): Promise<string | null> {
  if (answered.html === null || answered.html.length > MAX_QUOTED_HTML) return null;
  try {
    return (await sanitizer.clean(answered.html, { mode: 'quote' })).html;
  } catch (error) {
    if (error instanceof HtmlTooHard) return null;
    throw error;
  }
}

/** In digits, which read the same in every language of the recipient. */
function attribution(answered: Message): string {
  const at = new Date(answered.at).toISOString().slice(0, 16).replace('T', ' ');
  const who =
    answered.direction === 'INBOUND' ? (answered.fromName ?? answered.fromValue ?? answered.authorName) : answered.authorName;
  return `${at} UTC, ${who}:`;
}

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
