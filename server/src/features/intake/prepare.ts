import { type HtmlSanitizer, HtmlTooHard, type NewAttachment, safeFileName, uniqueNames } from '../messages/index.js';
import { newId } from '../../kernel/ids.js';
import type { CheckedPart, MessageEvent } from './inbound-event.js';

/** The content of a message, cleaned and sorted into what is read, what is attached and what is neither. */
export interface PreparedContent {
  text: string;
  html: string | null;
  quotedText: string | null;
  attachments: NewAttachment[];
  parts: { type: string; data: unknown }[];
  /** Longer than what is shown. */
  cut: boolean;
}

/** Does all that takes time before the transaction begins. */
export async function prepareContent(event: Pick<MessageEvent, 'parts'>, sanitizer: HtmlSanitizer): Promise<PreparedContent> {
  const texts = event.parts.filter((part) => part.type === 'text');
  const cleaned = await Promise.all(texts.map((part) => cleanPart(part, sanitizer)));
  const html = cleaned.some((part) => part.html !== null)
    ? cleaned.map((part) => part.html ?? paragraph(part.text)).join('\n')
    : null;
  const quoted = texts.map((part) => part.quoted ?? '').filter((text) => text.trim() !== '');
  return {
    text: cleaned
      .map((part) => part.text)
      .filter((text) => text !== '')
      .join('\n\n'),
    html,
    quotedText: quoted.length > 0 ? quoted.join('\n\n') : null,
    attachments: attachmentsOf(event.parts, html ?? ''),
    parts: event.parts.flatMap(extraPart),
    cut: cleaned.some((part) => part.cut),
  };
}

async function cleanPart(
  part: Extract<CheckedPart, { type: 'text' }>,
  sanitizer: HtmlSanitizer,
): Promise<{ text: string; html: string | null; cut: boolean }> {
  const { text, html } = part;
  if (html === undefined || html.trim() === '') return { text, html: null, cut: false };
  try {
    const clean = await sanitizer.clean(html, { mode: 'keep' });
    return { text: text || textOf(clean.html), html: isVisible(clean.html) ? clean.html : null, cut: clean.cut };
  } catch (error) {
    // Too hard to clean in time: the text is shown, and the source is a click away.
    if (error instanceof HtmlTooHard) return { text, html: null, cut: true };
    throw error;
  }
}

/** The words of clean HTML, in which every tag is whole and every special character escaped. */
function textOf(clean: string): string {
  return clean
    .replaceAll(/<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|blockquote|pre)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]*\n\s*\n\s*/g, '\n\n')
    .trim();
}

/** HTML counts as the body when it shows something (R-HTM-5). */
function isVisible(html: string): boolean {
  return /<(?:img|hr|table)\b/i.test(html) || html.replaceAll(/<[^>]*>|&nbsp;|&#160;|\s/gi, '') !== '';
}

function paragraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll(/\r?\n/g, '<br />')}</p>`;
}

function attachmentsOf(parts: CheckedPart[], html: string): NewAttachment[] {
  const files = parts.filter((part) => part.type === 'file');
  const names = uniqueNames(files.map(({ file, caption }) => safeFileName(file.name ?? caption ?? '')));
  return files.map(({ file, inlineId }, index) => ({
    id: newId('attachment'),
    name: names[index] ?? 'file',
    mime: mimeOf(file.mime),
    bytes: file.bytes ?? null,
    contentId: inlineId ?? null,
    // Inline is what the text shows, whatever the sender calls it (R-ATT-4).
    inline: inlineId !== undefined && [inlineId, encodeURIComponent(inlineId)].some((id) => html.includes(`cid:${id}`)),
    ...('stored' in file ? { hash: file.stored } : { ref: file.ref }),
  }));
}

function mimeOf(mime: string | undefined): string {
  return mime && /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(mime) ? mime.toLowerCase() : 'application/octet-stream';
}

function extraPart(part: CheckedPart): { type: string; data: unknown }[] {
  switch (part.type) {
    case 'text':
    case 'file':
      return [];
    case 'choices':
      return [{ type: 'choices', data: { text: part.text, options: part.options } }];
    case 'fields':
      return [{ type: 'fields', data: { fields: part.fields } }];
    case 'calendar':
      return [{ type: 'calendar', data: part.event }];
    case 'badge':
      return [{ type: 'badge', data: { kind: part.kind, note: part.note } }];
    case 'unsupported':
      return [{ type: 'unsupported', data: { note: part.note } }];
  }
}
