import type { ExternalId, InboundEvent, Json, Part } from '@balie/plugin-sdk';
import { answersOf, identity, messageIdOf, peopleOf, tokenOf, type People } from './addresses.js';
import { automaticOf, spamSign, verdictOf } from './automatic.js';
import { htmlToText, isVisible, shownPictures, splitQuotedHtml } from './html.js';
import { parseMime, TEXT_LIMIT, type Block, type Mime, type MimeFile } from './mime.js';
import { mendHead, first } from './head.js';
import { messageFileName, safeFileName, stripUnseen, UniqueNames } from './names.js';
import { splitQuotedText } from './quote.js';
import { receiptsOf, reportOf, type Report } from './report.js';

/** What the listener writes beside each raw mail; decoding knows nothing else of the mailbox. */
export interface MailMeta {
  internalDate?: string;
  folder?: string;
  raw?: string;
  own?: string[];
  authservId?: string;
  note?: string;
}

const metaOf = (meta: Json | undefined): MailMeta =>
  meta !== null && typeof meta === 'object' && !Array.isArray(meta) ? (meta as MailMeta) : {};

const MAX_FILES = 500;

/** Shown nowhere as files: they say something about the mail. */
const SIGNATURE = /^application\/(x-)?(pkcs7-signature|pgp-signature)$/;
const SILENT =
  /^(application\/pgp-encrypted|message\/(global-)?delivery-status|message\/feedback-report|message\/disposition-notification|text\/x-amp-html)$/;

/** A mail as events: pure, so that a mail can be decoded again after a correction. Throws only when the MIME itself can't be read. */
export async function decode(item: {
  id: ExternalId;
  raw: ReadableStream;
  meta?: Json;
  receivedAt: Date;
}): Promise<InboundEvent[]> {
  const meta = metaOf(item.meta);
  const own = (meta.own ?? []).map((address) => address.toLowerCase());
  const mime = await parseMime(item.raw);
  const at = dateOf(meta.internalDate) ?? item.receivedAt;
  const people = peopleOf(mime.headers, mime.fields, own);
  const subjectValue = mime.headers.get('subject');
  const subject = stripUnseen(typeof subjectValue === 'string' ? subjectValue.replace(/\s+/g, ' ') : '')
    .trim()
    .slice(0, 1000);
  const body = bodyOf(mime.blocks);
  const answers = answersOf(mime.fields);
  const from = people.from[0] ?? null;
  const automatic = automaticOf(mime.fields, {
    from,
    sender: people.sender,
    contentType: mime.contentType,
    subject,
    answers: answers.length,
    html: body.html ?? '',
    text: body.full,
  });
  const report = reportOf(mime, {
    from,
    fromDaemon: automatic.fromDaemon,
    isReply: automatic.kind === 'reply',
    subject,
    text: body.full,
  });
  const receipts = report ? receiptsOf(report, at) : [];
  // A report about a known mail is news of that mail and no message of its own.
  if (receipts.length) return receipts;

  const verdict = verdictOf(mime.fields, meta.authservId ?? '', from);
  const flags = [...automatic.flags, ...reportFlags(report), ...spamFlags(mime, verdict.refused)];
  const messageId = messageIdOf(mime.fields);
  const token = tokenOf(mime.headers, mime.fields, own);
  const { parts, facts } = partsOf(mime, body, meta);
  const verified = verdict.aligned && people.sender !== null && people.sender.value === from?.value;
  return [
    {
      type: 'message',
      id: item.id,
      ...(messageId ? { knownAs: [messageId as ExternalId] } : {}),
      at,
      sender: identity(
        people.sender ?? { value: 'unknown@sender.invalid', name: 'Unknown sender' },
        verified ? 'verified' : 'claimed',
      ),
      to: people.to.map((address) => identity(address)),
      cc: people.cc.map((address) => identity(address)),
      thread: { subject, ...(token ? { token } : {}), ...(answers.length ? { answers: answers as ExternalId[] } : {}) },
      parts,
      ...(report ? { automatic: 'reply' as const } : automatic.kind ? { automatic: automatic.kind } : {}),
      ...(flags.length ? { flags } : {}),
      ...(meta.raw ? { raw: { stored: meta.raw, name: messageFileName(subject), mime: 'message/rfc822' } } : {}),
      extras: {
        ...headFacts(mime, people, messageId),
        ...facts,
        authentication: { ...verdict },
        noAutoReply: automatic.noAutoReply || report !== null,
        ...(report ? { report: { kind: report.kind, recipients: report.recipients.slice(0, 100) } } : {}),
        ...(meta.folder ? { folder: meta.folder } : {}),
      } as unknown as Json,
    },
  ];
}

function dateOf(text: string | undefined): Date | null {
  const date = new Date(text ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

const reportFlags = (report: Report | null) =>
  report
    ? [
        {
          rule: report.kind === 'complaint' ? 'COMPLAINT' : 'BOUNCE',
          detail: `${report.kind}: ${report.recipients[0]?.reason ?? ''}`.slice(0, 200),
        },
      ]
    : [];

function spamFlags(mime: Mime, refused: boolean): { rule: string; detail: string }[] {
  const spam = spamSign(mime.fields);
  return [
    ...(spam ? [{ rule: 'SPAM', detail: spam }] : []),
    ...(refused ? [{ rule: 'DMARC_FAIL', detail: 'The owner of the sender’s domain wants such mail refused.' }] : []),
  ];
}

function headFacts(mime: Mime, people: People, messageId: string | undefined): Record<string, unknown> {
  const date = dateOf(first(mime.fields, 'date'));
  return {
    ...(messageId ? { messageId } : {}),
    ...(date ? { date: date.toISOString() } : {}),
    from: people.from.slice(0, 20),
    ...(people.replyTo.length ? { replyTo: people.replyTo.slice(0, 20) } : {}),
  };
}

interface Body {
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
function bodyOf(blocks: readonly Block[]): Body {
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

function partsOf(mime: Mime, body: Body, meta: MailMeta): { parts: Part[]; facts: Record<string, unknown> } {
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
  if (signature) facts['signature'] = signature.mime.includes('pgp') ? 'pgp' : 'smime';
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
      facts['invite'] ??= inviteOf(content, file.method);
    }
    if (position < MAX_FILES) parts.push(filePart(file, meta, names.take(nameOf(file, position)), shown));
    position++;
  }
  if (position > MAX_FILES)
    parts.push({ type: 'unsupported', note: `${position - MAX_FILES} more files are in the source of this mail.` });
  return { parts, facts };
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
