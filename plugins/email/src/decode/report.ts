import type { ExternalId, Identity, InboundEvent } from '@balie/plugin-sdk';
import { isGone } from '../gone.js';
import { identity, messageIds, normalise } from './addresses.js';
import { first, mendHead, type Field } from './head.js';
import type { Mime } from './mime.js';
import {
  bounceInWords,
  complaintInWords,
  notificationOf,
  STATUS_CODE,
  type Report,
  type ReportedRecipient,
  type ReportHints,
} from './report-words.js';

export type { Report } from './report-words.js';

/** The fields of a report part, group by group. */
function groups(content: Buffer): Field[][] {
  return content
    .toString('utf8')
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => mendHead(Buffer.from(`${group.trim()}\n\n`)).fields)
    .filter((fields) => fields.length > 0);
}

const typed = (value: string): string => value.replace(/^[^;]{0,40};\s*/, '').trim();

/** Finds the mail that a report is about: in the attached original, in the headers of it, in the text, in what the report answers (R-BNC-1). */
function aboutOf(mime: Mime, text: string): string | undefined {
  for (const file of mime.files) {
    if (!file.kept || !/^(message\/(rfc822|global.*)|text\/rfc822-headers)$/.test(file.mime)) continue;
    const id = messageIds(first(mendHead(file.kept).fields, 'message-id'))[0];
    if (id) return id;
  }
  const inText = /^[>|\s]*Message-ID:\s*(<[^<>\s]{3,500}>)/im.exec(text.slice(0, 200_000))?.[1];
  return inText ?? messageIds(first(mime.fields, 'in-reply-to'))[0] ?? messageIds(first(mime.fields, 'references')).pop();
}

/** The address that a field of a report names. Some write it with its type, in brackets, or with a comment. */
function reportedAddress(value: string): string | null {
  const plain = typed(value).replace(/\([^()]{0,200}\)/g, '');
  return normalise(/<([^<>]{3,320})>/.exec(plain)?.[1] ?? plain.split(/\s/)[0]);
}

function dsn(mime: Mime, hints: ReportHints): Report | null {
  const parts = mime.files.filter((f) => /^message\/(?:global-)?delivery-status$/.test(f.mime) && f.kept);
  if (parts.length === 0) return null;
  const about = aboutOf(mime, hints.text);
  const seen = parts
    .flatMap((part) => groups(part.kept ?? Buffer.alloc(0)))
    .filter((fields) => first(fields, 'action') || first(fields, 'status') || first(fields, 'final-recipient'))
    .slice(0, 500)
    .map((fields) => moreExact(recipientOf(fields), hints.text));
  const base = about ? { about } : {};
  const pick = (actions: string[]) => seen.filter((one) => actions.includes(one.action)).map(withoutAction);
  const failed = seen.filter((one) => one.action === 'failed' || (one.action === '' && one.status?.startsWith('5')));
  if (failed.length) return { kind: 'bounce', ...base, recipients: failed.map(withoutAction) };
  if (pick(['delayed']).length) return { kind: 'delay', ...base, recipients: pick(['delayed']) };
  const delivered = pick(['delivered', 'relayed', 'expanded']);
  if (delivered.length) return { kind: 'delivered', ...base, recipients: delivered };
  // A part that says nothing: the words beside it are all there is.
  const inWords = bounceInWords(mime, { ...hints, fromDaemon: true });
  const recipients = seen.length ? seen.map(withoutAction) : (inWords?.recipients ?? []);
  return {
    kind: 'bounce',
    ...base,
    recipients: recipients.length ? recipients : [{ reason: 'The mail could not be delivered.' }],
  };
}

function recipientOf(fields: Field[]): ReportedRecipient & { action: string } {
  const said = typed(first(fields, 'diagnostic-code')).replace(/\s+/g, ' ').slice(0, 500);
  const status = STATUS_CODE.exec(first(fields, 'status'))?.[0] ?? STATUS_CODE.exec(said)?.[0];
  const recipient =
    reportedAddress(first(fields, 'original-recipient')) ??
    reportedAddress(first(fields, 'final-recipient')) ??
    reportedAddress(first(fields, 'x-actual-recipient'));
  const action = /^[a-z]+/.exec(first(fields, 'action').toLowerCase())?.[0] ?? '';
  const reason = [status && !said.includes(status) ? status : '', said].filter(Boolean).join(' ');
  return {
    action,
    ...(recipient ? { recipient } : {}),
    ...(status ? { status } : {}),
    reason: reason || 'The mail could not be delivered.',
  };
}

/** A status that says no more than its class is told by the words beside it, when these know more. */
function moreExact<T extends ReportedRecipient>(one: T, text: string): T {
  if (one.status === undefined || !one.status.endsWith('.0.0') || one.reason !== one.status) return one;
  const line = text
    .slice(0, 20_000)
    .split('\n')
    .find((words) => {
      const code = STATUS_CODE.exec(words)?.[0];
      return code !== undefined && code[0] === one.status?.[0] && !code.endsWith('.0.0');
    });
  const status = line && STATUS_CODE.exec(line)?.[0];
  return line && status ? { ...one, status, reason: line.trim().slice(0, 500) } : one;
}

const withoutAction = ({ action: _, ...one }: ReportedRecipient & { action: string }): ReportedRecipient => one;

function complaint(mime: Mime, hints: ReportHints): Report | null {
  const part = mime.files.find((f) => f.mime === 'message/feedback-report');
  const about = aboutOf(mime, hints.text);
  const base = about ? { about } : {};
  if (!part?.kept) {
    const inWords = complaintInWords(mime, hints);
    return inWords ? { kind: 'complaint', ...base, recipients: [inWords] } : null;
  }
  const fields = groups(part.kept).flat();
  const recipient = reportedAddress(first(fields, 'original-rcpt-to')) ?? reportedAddress(first(fields, 'removal-recipient'));
  const reason = first(fields, 'feedback-type') || 'abuse';
  return { kind: 'complaint', ...base, recipients: [{ ...(recipient ? { recipient } : {}), reason }] };
}

/** The far side's mail program says that the mail was opened, or thrown away unread (RFC 8098). */
function readReceipt(mime: Mime): Report | null {
  const part = mime.files.find((f) => f.mime === 'message/disposition-notification');
  if (!part?.kept) return null;
  const fields = groups(part.kept).flat();
  const about = messageIds(first(fields, 'original-message-id'))[0];
  const recipient = reportedAddress(first(fields, 'original-recipient')) ?? reportedAddress(first(fields, 'final-recipient'));
  const disposition = first(fields, 'disposition');
  const kind = /displayed/i.test(disposition) ? 'read' : 'delivered';
  return {
    kind,
    ...(about ? { about } : {}),
    recipients: [{ ...(recipient ? { recipient } : {}), reason: disposition || 'read' }],
  };
}

/** A delivery report or a complaint, in the standard form or in the many others (R-BNC-1 to 5, R-ARF-1); null for everything else. */
export function reportOf(mime: Mime, hints: ReportHints): Report | null {
  const standard = complaint(mime, hints) ?? dsn(mime, hints) ?? readReceipt(mime) ?? notificationOf(mime, hints);
  if (standard) return standard;
  const inWords = bounceInWords(mime, hints);
  if (!inWords) return null;
  const about = aboutOf(mime, hints.text);
  return { ...inWords, ...(about ? { about } : {}) };
}

const STATUS = { bounce: 'failed', delay: 'delayed', delivered: 'delivered', read: 'read', complaint: 'complained' } as const;

/** The receipts of a report that says which mail it is about. A delay changes nothing (R-BNC-2). */
export function receiptsOf(report: Report, at: Date): InboundEvent[] {
  if (!report.about) return [];
  const status = STATUS[report.kind];
  const target = { id: report.about as ExternalId };
  return report.recipients.slice(0, 500).map(({ recipient, reason, status: code }) => {
    const who: Identity | undefined = recipient ? identity({ value: recipient, name: '' }) : undefined;
    const unreachable = report.kind === 'bounce' && isGone(`${code ?? ''} ${reason}`);
    return {
      type: 'receipt',
      status,
      at,
      target,
      reason,
      ...(who ? { recipient: who } : {}),
      ...(unreachable ? { unreachable } : {}),
    };
  });
}

/** The filter rule that a report fires when nothing is known of the mail that it is about (R-BNC-4). */
export function reportFlags(report: Report | null): { rule: string; detail: string }[] {
  if (!report) return [];
  const detail = `${report.kind}: ${report.recipients[0]?.reason ?? ''}`.slice(0, 200);
  if (report.kind === 'complaint') return [{ rule: 'COMPLAINT', detail }];
  // That a mail came through or was read is no failure.
  return [{ rule: report.kind === 'bounce' || report.kind === 'delay' ? 'BOUNCE' : 'AUTO_RESPONSE', detail }];
}
