import type { Part } from '@balie/plugin-sdk';
import { first, mendHead } from './head.js';
import { htmlToText, isVisible, shownPictures, splitQuotedHtml } from './html.js';
import { parseMime, TEXT_LIMIT, type Block, type Mime, type MimeFile } from './mime.js';
import { messageFileName, safeFileName, UniqueNames } from './names.js';
import { splitQuotedText } from './quote.js';

/** What the listener writes beside each raw mail; decoding knows nothing else of the mailbox. */
export interface MailMeta {
  internalDate?: string;
  folder?: string;
  raw?: string;
  own?: string[];
  authservId?: string;
  note?: string;
}

const MAX_FILES = 500;

/** What the card of an invitation shows, and under which words. */
const INVITE_WORDS: Readonly<Record<string, string>> = {
  summary: 'Invitation',
  start: 'Start',
  end: 'End',
  location: 'Place',
  organizer: 'Organiser',
};

/** Shown nowhere as files: they say something about the mail. */
const SIGNATURE = /^application\/(x-)?(pkcs7-signature|pgp-signature)$/;
const SILENT =
  /^(application\/pgp-encrypted|message\/(global-)?delivery-status|message\/feedback-report|message\/disposition-notification|text\/x-amp-html)$/;

export interface Body {
  html?: string;
  text: string;
  quoted?: string;
  /** Everything, for those who look for something in it. */
  full: string;
  shortened: boolean;
}

const textToHtml = (text: string): string =>
  `<div>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>')}</div>`;

/** No part of a body is longer than this: what goes between processes has a limit, and nobody reads more. */
const SHOWN_LIMIT = 1_000_000;
const shorten = (text: string, limit = SHOWN_LIMIT): string => (text.length > limit ? text.slice(0, limit) : text);

/** HTML when there is something to see in it, else text (R-HTM-5). What is read and what is searched are the same. */
export function bodyOf(blocks: readonly Block[]): Body {
  const visible = blocks.map((block) => ({
    ...block,
    html: block.html !== undefined && isVisible(block.html) ? block.html : undefined,
  }));
  const plain = clean(
    visible.map((block) => (block.html === undefined ? (block.plain ?? '') : (block.plain ?? htmlToText(block.html)))).join('\n'),
  );
  if (!visible.some((block) => block.html !== undefined))
    return { ...splitQuotedText(plain), full: plain, shortened: plain.length >= TEXT_LIMIT };
  const html = clean(
    visible
      .map((block) => block.html ?? (block.plain?.trim() ? textToHtml(block.plain) : ''))
      .filter(Boolean)
      .join('<br>\n'),
  );
  return bounded({ ...splitQuotedHtml(html), full: plain, shortened: html.length >= TEXT_LIMIT });
}

function bounded(body: Body): Body {
  const { text, quoted, html } = body;
  const shortened = body.shortened || text.length > SHOWN_LIMIT || (html?.length ?? 0) > TEXT_LIMIT;
  return {
    ...body,
    shortened,
    text: shorten(text),
    ...(quoted === undefined ? {} : { quoted: shorten(quoted) }),
    ...(html === undefined ? {} : { html: shorten(html, TEXT_LIMIT) }),
  };
}

/** PostgreSQL holds no NUL, and nobody can read one (R-CHR-5). */
const clean = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n');

export function partsOf(mime: Mime, body: Body, meta: MailMeta): { parts: Part[]; facts: Record<string, unknown> } {
  const parts: Part[] = [];
  const facts: Record<string, unknown> = {};
  const shown = body.html ? shownPictures(body.html) : new Set<string>();
  if (meta.note) parts.push({ type: 'unsupported', note: meta.note });
  if (body.text || body.html || mime.files.length === 0) {
    parts.push({
      type: 'text',
      text: body.text,
      ...(body.html ? { html: body.html } : {}),
      ...(body.quoted ? { quoted: body.quoted } : {}),
    });
  }
  if (body.shortened)
    parts.push({ type: 'unsupported', note: 'The text is very long; the whole of it is in the source of this mail.' });
  const encrypted =
    mime.contentType === 'multipart/encrypted' ||
    mime.files.some((f) => f.mime === 'application/pkcs7-mime' || f.mime === 'application/x-pkcs7-mime');
  if (encrypted) {
    facts['encrypted'] = true;
    parts.push({
      type: 'unsupported',
      note: 'This mail is encrypted or sealed (S/MIME or PGP) and can’t be shown here. Download it to open it with your own key.',
    });
  }
  const signature = mime.files.find((f) => SIGNATURE.test(f.mime));
  if (signature) {
    facts['signature'] = signature.mime.includes('pgp') ? 'pgp' : 'smime';
    parts.push(signatureCard(signature.mime));
  }
  const names = new UniqueNames();
  const invitations = new Set<string>();
  let position = 0;
  for (const file of mime.files) {
    if (SIGNATURE.test(file.mime) || SILENT.test(file.mime)) continue;
    if (/^(text\/calendar|application\/ics)$/.test(file.mime) && file.kept) {
      // The same invitation comes as an alternative and as a file (R-ICS-1).
      const content = file.kept.toString('utf8');
      const same = content.replace(/\s+/g, '');
      if (invitations.has(same)) continue;
      invitations.add(same);
      if (!facts['invite']) {
        const invite = inviteOf(content, file.method);
        facts['invite'] = invite;
        parts.push(...inviteCard(invite));
      }
    }
    if (position < MAX_FILES) parts.push(filePart(file, meta, names.take(nameOf(file, position)), shown));
    position++;
  }
  if (position > MAX_FILES)
    parts.push({ type: 'unsupported', note: `${position - MAX_FILES} more files are in the source of this mail.` });
  return { parts, facts };
}

const signatureCard = (mime: string): Part => ({
  type: 'fields',
  fields: [{ name: 'signature', label: 'Signature', value: `${mime.includes('pgp') ? 'PGP' : 'S/MIME'}, not verified` }],
});

function inviteCard(invite: Record<string, string>): Part[] {
  const fields = Object.entries(INVITE_WORDS).flatMap(([name, label]) => {
    const value = invite[name];
    return value ? [{ name, label, value }] : [];
  });
  return fields.length > 0 ? [{ type: 'fields', fields }] : [];
}

function nameOf(file: MimeFile, position: number): string {
  if (file.mime === 'message/rfc822' && !file.name && file.kept) return messageFileName(subjectOf(file.kept));
  return safeFileName(file.name, file.mime, position);
}

/** Words of an attached message's subject, decoded without parsing it whole. */
function subjectOf(raw: Buffer): string {
  return first(mendHead(raw.subarray(0, 64 * 1024)).fields, 'subject').replace(
    /=\?[^?]{1,60}\?B\?([^?]*)\?=\s*/gi,
    (_, content: string) => Buffer.from(content, 'base64').toString('utf8'),
  );
}

function filePart(file: MimeFile, meta: MailMeta, name: string, shown: Set<string>): Part {
  const inlineId = [file.cid, file.location].find((id) => id !== undefined && shown.has(id));
  return {
    type: 'file',
    file: { ref: fileRef(meta.raw ?? '', file.index), name, mime: file.mime, bytes: file.bytes },
    ...(inlineId ? { inlineId } : {}),
  };
}

/** Names a file by its mail and its place in it; `fetchFile` reads the mail again. */
export const fileRef = (stored: string, index: number): string => `mime:${stored}#${index}`;

export function parseFileRef(ref: string): { stored: string; index: number } | null {
  const match = /^mime:(.+)#(\d{1,4})$/s.exec(ref);
  return match?.[1] && match[2] ? { stored: match[1], index: Number(match[2]) } : null;
}

/** One file of a mail, with the name and type that decoding gave it. */
export async function extractFile(
  raw: ReadableStream,
  index: number,
): Promise<{ data: Uint8Array; name: string; mime: string } | null> {
  let data: Buffer | null = null;
  const mime = await parseMime(raw, { index, onContent: (content) => (data = content) });
  const file = mime.files[index];
  return file && data ? { data, name: safeFileName(file.name, file.mime, index), mime: file.mime } : null;
}

/** The few lines of an invitation that a card shows; nothing is accepted by itself. */
function inviteOf(content: string, method: string | undefined): Record<string, string> {
  const unfolded = content.replace(/\r?\n[ \t]/g, '');
  const event = unfolded.slice(Math.max(0, unfolded.indexOf('BEGIN:VEVENT')));
  const line = (name: string, where = event) =>
    new RegExp(`^${name}(?:;[^:\\r\\n]{0,200})?:([^\\r\\n]{0,1000})`, 'im')
      .exec(where)?.[1]
      ?.replace(/\\([,;\\])/g, '$1')
      .replace(/\\n/gi, '\n')
      .trim();
  const found = {
    method: line('METHOD', unfolded) ?? method,
    summary: line('SUMMARY'),
    start: line('DTSTART'),
    end: line('DTEND'),
    location: line('LOCATION'),
    organizer: line('ORGANIZER')?.replace(/^mailto:/i, ''),
    uid: line('UID'),
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}
