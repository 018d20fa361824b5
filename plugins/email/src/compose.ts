import { createHash } from 'node:crypto';
import {
  ChannelError,
  type ChannelContext,
  type ExternalId,
  type FileRef,
  type Identity,
  type OutboundMessage,
  type Part,
} from '@balie/plugin-sdk';
import MailComposer from 'nodemailer/lib/mail-composer';
import { htmlToText } from './decode/html.js';
import { asciiDomain } from './answered.js';
import { invitationOf } from './calendar-out.js';
import { safeFileName } from './decode/names.js';
import { isKey, KEY_HEADER } from './mail-id.js';
import { plainOf } from './plain.js';
import type { Settings } from './settings.js';

const MAX_REFERENCES = 20;
const MAX_REFERENCES_BYTES = 8_000;
const REPLY_PREFIX =
  /^\s*(?:(?:re|aw|sv|vs|antw|antwort|rif|res|r|odp|ynt|ref|回复|答复|回覆|回信)\s*(?:\[\d{1,4}\]|\(\d{1,4}\))?\s*[:：]\s*)+/iu;

/** The same for every attempt of one message, so that the far side, the Sent folder and the answer all name it alike. */
export function messageIdOf(sendKey: string, from: string): ExternalId {
  const hex = createHash('sha256').update(sendKey).digest('hex');
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  return `<${uuid}@${asciiDomain(from.slice(from.lastIndexOf('@') + 1)).toLowerCase()}>` as ExternalId;
}

/** `Re: ` exactly once, whatever other mail programs have put in front (R-HDR-1). */
export const replySubject = (subject: string): string => `Re: ${subject.replace(REPLY_PREFIX, '')}`.trimEnd();

/** The ids that a reply cites, oldest first: the beginning of the thread and its latest part (R-THR-7). `answers` has the best first. */
export function referencesOf(answers: readonly string[]): string[] {
  const ids = [...new Set(answers)].filter((id) => /^<[^<>\s]{1,900}>$/.test(id)).reverse();
  const kept = ids.length > MAX_REFERENCES ? [...ids.slice(0, 1), ...ids.slice(1 - MAX_REFERENCES)] : ids;
  while (kept.length > 2 && kept.join(' ').length > MAX_REFERENCES_BYTES) kept.splice(1, 1);
  return kept;
}

/** Where answers go: our own address with the token, when the setting says so and it makes a valid address. */
export function replyToOf(from: string, token: string, on: boolean): string | undefined {
  if (!on || !/^[A-Za-z0-9_-]{8,}$/.test(token)) return undefined;
  const at = from.lastIndexOf('@');
  const local = `${from.slice(0, at)}+${token}`;
  return local.length <= 64 ? `${local}${from.slice(at)}` : undefined;
}

/** A letter of which only one half is there becomes the sign for that. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');

/** Refuses what could smuggle a header in; the composing library would fold or drop it silently. */
function clean(value: string, what: string): string {
  if (/[\r\n\0]/.test(value)) throw new ChannelError('rejected', `The ${what} holds a line break or a NUL character.`);
  return value;
}

/** A name as it may stand before an address. Readers take what looks like an encoded word for one even between quotes (RFC 2047 5). */
const nameOf = (name: string, what: string): string => wellFormed(clean(name, what)).replaceAll('=?', '= ?');

const mailbox = (identity: Identity, what: string) => {
  const address = clean(identity.value.trim(), what);
  if (!/^[^\s@<>,]+@[^\s@<>,]+$/u.test(address)) throw new ChannelError('rejected', `“${address}” is not an e-mail address.`);
  const at = address.lastIndexOf('@');
  // In ASCII, or a mail to it would need a server that knows RFC 6531 where only the part before the @ asks for one (R-CHR-5).
  return {
    name: nameOf(identity.name ?? '', `name in ${what}`),
    address: `${address.slice(0, at)}@${asciiDomain(address.slice(at + 1))}`,
  };
};

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const textToHtml = (text: string): string => `<div>${escapeHtml(text).replace(/\r?\n/g, '<br>\n')}</div>`;

/** Line ends as the network has them, and nothing that no mail may hold: controls, halves of letters (RFC 5322 4.1, 2.1). */
const tame = (text: string): string =>
  wellFormed(text)
    .replaceAll(/\r\n?|\n/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are exactly the characters that are removed
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll('\n', '\r\n');

/** The two forms of what the agent wrote, with the history that the core chose to quote below. What a meeting says stands in the text already. */
export function bodiesOf(parts: readonly Part[]): { text: string; html: string } {
  const texts: string[] = [];
  const htmls: string[] = [];
  for (const part of parts) {
    if (part.type === 'text') {
      const text = (part.html && plainOf(part.html)) || part.text || (part.html ? htmlToText(part.html) : '');
      texts.push(text);
      htmls.push(part.html ?? textToHtml(text));
      if (part.quoted) {
        texts.push(part.quoted);
        htmls.push(`<blockquote type="cite">${textToHtml(part.quoted)}</blockquote>`);
      }
    } else if (part.type !== 'file' && part.type !== 'calendar') {
      const text = linesOf(part);
      texts.push(text);
      htmls.push(textToHtml(text));
    }
  }
  return { text: tame(texts.join('\n\n')), html: tame(htmls.join('<br>\n')) };
}

function linesOf(part: Exclude<Part, { type: 'text' } | { type: 'file' } | { type: 'calendar' }>): string {
  switch (part.type) {
    case 'choices':
      return [part.text, ...part.options.map((option, i) => `${i + 1}. ${option.label}`)].join('\n');
    case 'fields':
      return part.fields
        .map((field) => `${field.label}: ${typeof field.value === 'string' ? field.value : JSON.stringify(field.value)}`)
        .join('\n');
    case 'badge':
    case 'unsupported':
      return part.note;
  }
}

export async function readAll(stream: ReadableStream): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A mail inside a mail must not be encoded (RFC 2046 5.2.1): only one that survives as it is goes as what it is. */
function survives(content: Buffer): boolean {
  const text = content.toString('latin1');
  return (
    !/[^\t\r\n\x20-\x7e]|\r(?!\n)|(?<!\r)\n/.test(text) &&
    text.endsWith('\r\n') &&
    text.split('\r\n').every((line) => line.length <= 998)
  );
}

async function attachment(part: Extract<Part, { type: 'file' }>, context: ChannelContext<Settings>, index: number) {
  const file: FileRef = part.file;
  const mime = clean(file.mime ?? 'application/octet-stream', 'type of a file');
  const content = await readAll(await context.files.open(file));
  const opaque = /^(?:message|multipart)\//i.test(mime) && !(/^message\/rfc822\b/i.test(mime) && survives(content));
  return {
    filename: safeFileName(wellFormed(clean(file.name ?? part.caption ?? '', 'name of a file')), mime, index),
    contentType: opaque ? 'application/octet-stream' : mime,
    content,
    ...(part.inlineId ? { cid: clean(part.inlineId, 'id of a picture') } : {}),
    contentDisposition: part.inlineId ? ('inline' as const) : ('attachment' as const),
  };
}

export interface Composed {
  messageId: ExternalId;
  /** Further ids by which answers name it. */
  alsoKnownBy: ExternalId[];
  sendKey: string;
  from: string;
  /** Nobody wrote it, so nothing is to come back (R-LOOP-4). */
  automatic: boolean;
  recipients: { address: string; identity: Identity }[];
  /** The message as it goes over the wire; Bcc is in the envelope only. */
  raw: Buffer;
}

/** By this our own copy in the Sent folder is known, whatever Message-ID the provider gives it (R-THR-2, R-SND-5). */
const keyHeader = (sendKey: string): Record<string, string> => (isKey(sendKey) ? { [KEY_HEADER]: sendKey } : {});

/** R-LOOP-4; a person's reply carries none of these. What answers no mail is not called an answer (RFC 3834, 5). */
const automaticHeaders = ({ automatic, thread }: OutboundMessage): Record<string, string> =>
  automatic
    ? {
        'Auto-Submitted': thread.answers.length > 0 ? 'auto-replied' : 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      }
    : {};

/** By which a mail program offers to end mails like this one, with one click where the address is https (RFC 2369, 3.2; RFC 8058, 3.1). */
function listHeaders({ list }: OutboundMessage): Record<string, { prepared: true; value: string } | string> {
  if (!list) return {};
  const url = URL.canParse(list.unsubscribe) ? new URL(list.unsubscribe) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol))
    throw new ChannelError('rejected', 'The address that ends these mails is no web address.');
  const oneClick: Record<string, string> =
    url.protocol === 'https:' ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};
  return { 'List-Unsubscribe': { prepared: true, value: `<${url.href}>` }, ...oneClick };
}

/** RFC 2047 2: what already looks like an encoded word is encoded itself, or its reader would see what it stands for. */
function subjectField(subject: string) {
  if (!subject.includes('=?')) return { field: {}, subject };
  const chunks: string[] = [''];
  for (const letter of subject) {
    const last = chunks.length - 1;
    if (Buffer.byteLength(`${chunks[last]}${letter}`) > 45) chunks.push(letter);
    else chunks[last] += letter;
  }
  const words = chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString('base64')}?=`);
  return { field: { Subject: { prepared: true, value: words.join('\r\n ') } }, subject: undefined };
}

/** What differs from one making of a mail to the next. */
export interface Varying {
  date: Date;
  /** Part of what parts the parts. */
  boundary: string;
}

/** Builds the MIME message: mixed(alternative(text, related(html, inline pictures), calendar), files, the calendar as a file). */
export async function compose(message: OutboundMessage, context: ChannelContext<Settings>, varying?: Varying): Promise<Composed> {
  const { settings } = context;
  const sender = message.from.value.includes('@') ? message.from : { ...message.from, value: settings.address };
  const from = mailbox(sender, 'sender');
  const signed = message.author.bot ? settings.name : [message.author.name, settings.name].filter(Boolean).join(', ');
  const to = message.to.map((identity) => mailbox(identity, 'recipient'));
  const cc = (message.cc ?? []).map((identity) => mailbox(identity, 'copy'));
  const bcc = (message.bcc ?? []).map((identity) => mailbox(identity, 'blind copy'));
  // A further attempt for some of them still names all: it is one message, of which each gets the same.
  const named = {
    to: message.named?.to.map((identity) => mailbox(identity, 'recipient')) ?? to,
    cc: message.named?.cc.map((identity) => mailbox(identity, 'copy')) ?? cc,
  };
  if (to.length + cc.length + bcc.length === 0) throw new ChannelError('rejected', 'The message has no recipient.');
  const messageId = messageIdOf(message.sendKey, from.address);
  const references = referencesOf(message.thread.answers);
  const parent = references[references.length - 1];
  const subject = wellFormed(clean(message.thread.subject ?? '', 'subject'));
  const invitation = invitationOf(message.parts);
  // What answers a mail; an invitation among the mails of a thread stands for itself.
  const answers = message.thread.answers.length > 0 && !message.automatic && !invitation;
  const title = subjectField(answers ? replySubject(subject) : subject);
  const replyTo = replyToOf(from.address, message.thread.replyToken, settings.replyToken);
  const files = message.parts.filter((part) => part.type === 'file');
  const { text, html } = bodiesOf(message.parts);
  const mail = new MailComposer({
    from: { name: from.name || nameOf(signed, 'sender name'), address: from.address },
    ...named,
    ...(title.subject === undefined ? {} : { subject: title.subject }),
    messageId,
    ...(replyTo ? { replyTo } : {}),
    ...(parent ? { inReplyTo: parent, references } : {}),
    headers: { ...title.field, ...automaticHeaders(message), ...listHeaders(message), ...keyHeader(message.sendKey) },
    text,
    html,
    ...(invitation
      ? { icalEvent: { method: invitation.method, content: invitation.content, filename: invitation.filename } }
      : {}),
    attachments: await Promise.all(files.map((part, index) => attachment(part, context, index))),
    ...(varying ? { date: varying.date, baseBoundary: varying.boundary } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const identities = [...message.to, ...(message.cc ?? []), ...(message.bcc ?? [])];
  const all = [...to, ...cc, ...bcc].map(({ address }, i) => ({ address, identity: identities[i] as Identity }));
  const recipients = [...new Map(all.map((r) => [r.address.toLowerCase(), r])).values()];
  const { sendKey, automatic = false } = message;
  const alsoKnownBy = invitation ? [invitation.id] : [];
  return { messageId, alsoKnownBy, sendKey, from: from.address, automatic, recipients, raw: await mail.compile().build() };
}
