import type { ExternalId, InboundEvent, Json } from '@balie/plugin-sdk';
import { answersOf, identity, messageIdOf, peopleOf, tokenOf, type People } from './addresses.js';
import { invitationsAnswered } from '../calendar-out.js';
import { automaticOf, spamSign, type Automatic } from './automatic.js';
import { forwardedOf } from './forward.js';
import { first } from './head.js';
import { parseMime, type Mime } from './mime.js';
import { messageFileName, stripUnseen } from './names.js';
import { bodyOf, type Body } from './body.js';
import { partsOf, type MailMeta } from './parts.js';
import { proofsOf, senderVerdict } from './proven.js';
import { unwrapped } from './unwrap.js';
import { receiptsOf, reportFlags, reportOf, type Report } from './report.js';

const metaOf = (meta: Json | undefined): MailMeta =>
  meta !== null && typeof meta === 'object' && !Array.isArray(meta) ? (meta as MailMeta) : {};

/** A mail as events: pure, so that a mail can be decoded again after a correction. Throws only when the MIME itself can't be read. */
export async function decode(item: {
  id: ExternalId;
  raw: ReadableStream;
  meta?: Json;
  receivedAt: Date;
}): Promise<InboundEvent[]> {
  const meta = metaOf(item.meta);
  const mime = unwrapped(await parseMime(item.raw));
  const at = dateOf(meta.internalDate) ?? item.receivedAt;
  const understood = understand(mime, meta);
  const receipts = understood.report ? receiptsOf(understood.report, at) : [];
  // A report about a known mail is news of that mail and no message of its own.
  if (receipts.length) return receipts;
  const message = messageOf(item.id, at, mime, meta, understood);
  const dmarc = senderVerdict(mime.fields, meta, understood.people.from[0] ?? null).dmarc;
  // Whoever is said to have handed it on has not: then it is what it seems to be (R-FWD-1).
  const forwarded = dmarc === 'fail' ? null : await forwardedOf(mime, understood.subject, understood.body.full);
  return [forwarded ? { ...message, forwarded } : message];
}

interface Understood {
  people: People;
  subject: string;
  body: Body;
  answers: string[];
  automatic: Automatic;
  report: Report | null;
}

function understand(mime: Mime, meta: MailMeta): Understood {
  const people = peopleOf(mime.headers, mime.fields, ownOf(meta));
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
    replyTo: people.replyTo,
    contentType: mime.contentType,
    subject,
    answers: answers.length,
    html: body.html ?? '',
    text: body.full,
  });
  const report = reportOf(mime, {
    fromDaemon: automatic.fromDaemon,
    from: from?.value ?? '',
    to: people.to.map(({ value }) => value),
    subject,
    text: body.full,
  });
  return { people, subject, body, answers, automatic, report };
}

function messageOf(
  id: ExternalId,
  at: Date,
  mime: Mime,
  meta: MailMeta,
  u: Understood,
): Extract<InboundEvent, { type: 'message' }> {
  const from = u.people.from[0] ?? null;
  const sender = u.people.sender ?? { value: 'unknown@sender.invalid', name: u.people.called || 'Unknown sender' };
  const verdict = senderVerdict(mime.fields, meta, from);
  const flags = [...reportFlags(u.report), ...u.automatic.flags, ...spamFlags(mime, verdict.refused)];
  const messageId = messageIdOf(mime.fields);
  const token = tokenOf(mime.headers, mime.fields, ownOf(meta), meta.smtp?.to);
  const parts = partsOf(mime, u.body, meta);
  const kind = u.report ? 'reply' : u.automatic.kind;
  // After the mails that it cites: many calendars cite none.
  const answers = [...u.answers, ...invitationsAnswered(parts)] as ExternalId[];
  return {
    type: 'message',
    id,
    ...(messageId ? { knownAs: [messageId as ExternalId] } : {}),
    at,
    sender: identity(sender, verdict.aligned && sender.value === from?.value ? 'verified' : 'claimed'),
    to: u.people.to.map((address) => identity(address)),
    cc: u.people.cc.map((address) => identity(address)),
    thread: {
      subject: u.subject,
      ...(token ? { token } : {}),
      ...(answers.length ? { answers } : {}),
    },
    parts,
    ...(kind ? { automatic: kind } : {}),
    ...(kind === 'reply' && !u.report && u.automatic.byWords ? { byWords: true } : {}),
    ...(u.automatic.noAutoReply || u.report ? { noAutoReply: true } : {}),
    ...authenticationOf(verdict.dmarc),
    ...(from && ownOf(meta).includes(from.value) ? { proofs: proofsOf(mime.fields, meta) } : {}),
    ...(flags.length ? { flags } : {}),
    ...(meta.raw ? { raw: { stored: meta.raw, name: messageFileName(u.subject), mime: 'message/rfc822' } } : {}),
    extras: {
      ...headFacts(mime, u.people, messageId),
      authentication: { ...verdict },
      ...(u.report ? { report: { kind: u.report.kind, recipients: u.report.recipients.slice(0, 100) } } : {}),
      ...(meta.folder ? { folder: meta.folder } : {}),
    } as unknown as Json,
  };
}

const ownOf = (meta: MailMeta): string[] => (meta.own ?? []).map((address) => address.toLowerCase());

/** RFC 8601 2.7.1 knows more results; only these two prove anything. */
function authenticationOf(dmarc: string | undefined): { authentication?: 'passed' | 'failed' } {
  if (dmarc === 'pass') return { authentication: 'passed' };
  return dmarc === 'fail' ? { authentication: 'failed' } : {};
}

function dateOf(text: string | undefined): Date | null {
  const date = new Date(text ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

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
