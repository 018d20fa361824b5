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
import { safeFileName } from './decode/names.js';
import type { Settings } from './settings.js';

const MAX_REFERENCES = 20;
const MAX_REFERENCES_BYTES = 8_000;
const REPLY_PREFIX =
  /^\s*(?:(?:re|aw|sv|vs|antw|antwort|rif|res|r|odp|ynt|ref|回复|答复|回覆|回信)\s*(?:\[\d{1,4}\]|\(\d{1,4}\))?\s*[:：]\s*)+/iu;

/** The same for every attempt of one message, so that the far side, the Sent folder and the answer all name it alike. */
export function messageIdOf(sendKey: string, from: string): ExternalId {
  const hex = createHash('sha256').update(sendKey).digest('hex');
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  return `<${uuid}@${from.slice(from.lastIndexOf('@') + 1)}>` as ExternalId;
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

/** Refuses what could smuggle a header in; the composing library would fold or drop it silently. */
function clean(value: string, what: string): string {
  if (/[\r\n\0]/.test(value)) throw new ChannelError('rejected', `The ${what} holds a line break or a NUL character.`);
  return value;
}

const mailbox = (identity: Identity, what: string) => {
  const address = clean(identity.value.trim(), what);
  if (!/^[^\s@<>,]+@[^\s@<>,]+$/u.test(address)) throw new ChannelError('rejected', `“${address}” is not an e-mail address.`);
  return { name: clean(identity.name ?? '', `name in ${what}`), address };
};

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const textToHtml = (text: string): string => `<div>${escapeHtml(text).replace(/\r?\n/g, '<br>\n')}</div>`;

/** The two forms of what the agent wrote, with the history that the core chose to quote below. */
export function bodiesOf(parts: readonly Part[]): { text: string; html: string } {
  const texts: string[] = [];
  const htmls: string[] = [];
  for (const part of parts) {
    if (part.type === 'text') {
      const text = part.text || (part.html ? htmlToText(part.html) : '');
      texts.push(text);
      htmls.push(part.html ?? textToHtml(text));
      if (part.quoted) {
        texts.push(part.quoted);
        htmls.push(`<blockquote type="cite">${textToHtml(part.quoted)}</blockquote>`);
      }
    } else if (part.type !== 'file') {
      const text = linesOf(part);
      texts.push(text);
      htmls.push(textToHtml(text));
    }
  }
  return { text: texts.join('\n\n'), html: htmls.join('<br>\n') };
}

function linesOf(part: Exclude<Part, { type: 'text' } | { type: 'file' }>): string {
  switch (part.type) {
    case 'choices':
      return [part.text, ...part.options.map((option, i) => `${i + 1}. ${option.label}`)].join('\n');
    case 'fields':
      return part.fields
        .map((field) => `${field.label}: ${typeof field.value === 'string' ? field.value : JSON.stringify(field.value)}`)
        .join('\n');
    case 'unsupported':
      return part.note;
  }
}

export async function readAll(stream: ReadableStream): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function attachment(part: Extract<Part, { type: 'file' }>, context: ChannelContext<Settings>, index: number) {
  const file: FileRef = part.file;
  const mime = clean(file.mime ?? 'application/octet-stream', 'type of a file');
  return {
    filename: safeFileName(clean(file.name ?? part.caption ?? '', 'name of a file'), mime, index),
    contentType: mime,
    content: await readAll(await context.files.open(file)),
    ...(part.inlineId ? { cid: clean(part.inlineId, 'id of a picture'), contentDisposition: 'inline' } : {}),
  };
}

export interface Composed {
  messageId: ExternalId;
  from: string;
  recipients: { address: string; identity: Identity }[];
  /** The message as it goes over the wire; Bcc is in the envelope only. */
  raw: Buffer;
}

const automaticHeaders = (message: OutboundMessage): Record<string, string> => {
  const extras = message.extras;
  const automatic = extras !== null && typeof extras === 'object' && !Array.isArray(extras) && extras['automatic'] === true;
  // R-LOOP-4; a person's reply carries none of these.
  return automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {};
};

/** Builds the MIME message: mixed(alternative(text, related(html, inline pictures)), files). */
export async function compose(message: OutboundMessage, context: ChannelContext<Settings>): Promise<Composed> {
  const { settings } = context;
  const sender = message.from.value.includes('@') ? message.from : { ...message.from, value: settings.address };
  const from = mailbox(sender, 'sender');
  const signed = message.author.bot ? settings.name : [message.author.name, settings.name].filter(Boolean).join(', ');
  const to = message.to.map((identity) => mailbox(identity, 'recipient'));
  const cc = (message.cc ?? []).map((identity) => mailbox(identity, 'copy'));
  const bcc = (message.bcc ?? []).map((identity) => mailbox(identity, 'blind copy'));
  if (to.length + cc.length + bcc.length === 0) throw new ChannelError('rejected', 'The message has no recipient.');
  const messageId = messageIdOf(message.sendKey, from.address);
  const references = referencesOf(message.thread.answers);
  const parent = references[references.length - 1];
  const subject = clean(message.thread.subject ?? '', 'subject');
  const replyTo = replyToOf(from.address, message.thread.replyToken, settings.replyToken);
  const files = message.parts.filter((part) => part.type === 'file');
  const { text, html } = bodiesOf(message.parts);
  const mail = new MailComposer({
    from: { name: from.name || clean(signed, 'sender name'), address: from.address },
    to,
    cc,
    subject: message.thread.answers.length ? replySubject(subject) : subject,
    messageId,
    ...(replyTo ? { replyTo } : {}),
    ...(parent ? { inReplyTo: parent, references } : {}),
    headers: automaticHeaders(message),
    text,
    html,
    attachments: await Promise.all(files.map((part, index) => attachment(part, context, index))),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const identities = [...message.to, ...(message.cc ?? []), ...(message.bcc ?? [])];
  const all = [...to, ...cc, ...bcc].map(({ address }, i) => ({ address, identity: identities[i] as Identity }));
  const recipients = [...new Map(all.map((r) => [r.address.toLowerCase(), r])).values()];
  return { messageId, from: from.address, recipients, raw: await mail.compile().build() };
}
