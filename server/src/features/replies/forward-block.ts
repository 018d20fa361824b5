import type { HtmlSanitizer, Message, MessageRecipient } from '../messages/index.js';
import { HtmlTooHard } from '../messages/index.js';
import { escapeHtml, type Quoted } from './quote.js';

/** A message as it stands under a forward, with all that it said itself, and its own history. */
export interface ForwardBlock {
  quoted: Quoted;
  /** Plain words as HTML, for a forward whose original needs it. */
  asHtml(text: string): string;
}

const LINE = '---------- Forwarded message ----------';

/** The block that mail programs know, with who wrote it, when, about what and to whom; blind copies are never named. */
export async function forwardBlock(
  original: Message,
  recipients: readonly MessageRecipient[],
  withHtml: boolean,
  sanitizer: HtmlSanitizer,
): Promise<ForwardBlock> {
  const head = headOf(original, recipients);
  const text = [original.text, original.quotedText].filter(Boolean).join('\n\n');
  const quotedText = [LINE, ...head.map(([name, value]) => `${name}: ${value}`), '', text].join('\n');
  if (!withHtml) return { quoted: { quotedText, quotedHtml: null }, asHtml };
  const rows = [LINE, ...head.map(([name, value]) => `${name}: ${value}`)].map(escapeHtml).join('<br />');
  const body = (await htmlOf(original, sanitizer)) ?? asHtml(text);
  return { quoted: { quotedText, quotedHtml: `<div>${rows}</div><br /><div>${body}</div>` }, asHtml };
}

function headOf(original: Message, recipients: readonly MessageRecipient[]): [string, string][] {
  const named = (name: string | null, value: string | null): string => (name ? `${name} <${value ?? ''}>` : (value ?? ''));
  const of = (field: 'TO' | 'CC'): string =>
    recipients
      .filter((one) => one.field === field)
      .map((one) => named(one.name, one.value))
      .join(', ');
  const head: [string, string][] = [
    ['From', original.fromValue === null ? original.authorName : named(original.fromName, original.fromValue)],
    ['Date', `${new Date(original.sentAt ?? original.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['Subject', original.subject ?? ''],
    ['To', of('TO')],
    ['Cc', of('CC')],
  ];
  return head.filter(([, value]) => value !== '');
}

/** With its pictures, which go along; null where it has no HTML that could be cleaned. */
async function htmlOf(original: Message, sanitizer: HtmlSanitizer): Promise<string | null> {
  if (original.html === null) return null;
  try {
    return (await sanitizer.clean(original.html + (original.quotedHtml ?? ''), { mode: 'send' })).html;
  } catch (error) {
    if (error instanceof HtmlTooHard) return null;
    throw error;
  }
}

function asHtml(text: string): string {
  return escapeHtml(text).replaceAll(/\r?\n/g, '<br />');
}
