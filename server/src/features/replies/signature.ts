import type { Inbox } from '../inboxes/index.js';
import type { HtmlSanitizer } from '../messages/index.js';
import { escapeHtml, type Quoted } from './quote.js';

/** RFC 3676 4.3: by this line a reader knows where the signature begins. */
const SEPARATOR = '-- ';

/** The signature of the inbox above what is quoted, each once (R-SND-3); null when there is neither. */
export async function below(
  inbox: Inbox,
  quoted: Quoted | null,
  withHtml: boolean,
  sanitizer: HtmlSanitizer,
): Promise<Quoted | null> {
  const { signatureText: text } = inbox;
  if (text === null) return quoted;
  const quotedText = [`${SEPARATOR}\n${text}`, quoted?.quotedText].filter(Boolean).join('\n\n');
  if (!withHtml) return { quotedText, quotedHtml: null };
  const html = (await signatureHtml(inbox, sanitizer)) ?? '';
  return { quotedText, quotedHtml: `<div><br />${SEPARATOR}<br />${html}</div>${quoted?.quotedHtml ?? ''}` };
}

/** The signature as HTML that may be shown and sent; null for none. */
export async function signatureHtml(inbox: Inbox, sanitizer: HtmlSanitizer): Promise<string | null> {
  const { signatureHtml: html, signatureText: text } = inbox;
  if (text === null) return null;
  if (html === null) return escapeHtml(text).replaceAll(/\r?\n/g, '<br />');
  return (await sanitizer.clean(html, { mode: 'send' })).html;
}
