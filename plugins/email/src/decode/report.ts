import type { ExternalId, Identity, InboundEvent } from '@balie/plugin-sdk';
import { identity, messageIds, normalise } from './addresses.js';
import { first, mendHead, type Field } from './head.js';
import type { Mime } from './mime.js';

export interface Report {
  kind: 'bounce' | 'delay' | 'delivered' | 'read' | 'complaint';
  /** The Message-ID of the mail that it is about, when the report tells. */
  about?: string;
  recipients: { recipient?: string; status?: string; reason: string }[];
}

const BOUNCE_SUBJECT =
  /undeliver|not delivered|could not be delivered|delivery (?:status|failure|failed|has failed|problem|report)|mail delivery|returned mail|failure notice|delivery notification|undelivered|message (?:could not|not) |unzustellbar|nicht zustellbar|mail system error|no se (?:ha )?pudo entregar|non remis|échec|mancata consegna|配信(?:不能|エラー)|退信/iu;
const NOT_A_BOUNCE = /out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?reply|abwesen|vacation/i;

/** The fields of a report part, group by group. */
function groups(content: Buffer): Field[][] {
  return content
    .toString('utf8')
    .replace(/\r\n/g, '\n')
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
  const inText = /^[>\s]*Message-ID:\s*(<[^<>\s]{3,500}>)/im.exec(text.slice(0, 200_000))?.[1];
  return inText ?? messageIds(first(mime.fields, 'in-reply-to'))[0] ?? messageIds(first(mime.fields, 'references')).pop();
}

function dsn(mime: Mime, text: string): Report | null {
  const part = mime.files.find((f) => f.mime === 'message/delivery-status' || f.mime === 'message/global-delivery-status');
  if (!part?.kept) return null;
  const about = aboutOf(mime, text);
  const seen = groups(part.kept)
    .filter((fields) => first(fields, 'action') || first(fields, 'status') || first(fields, 'final-recipient'))
    .map((fields) => {
      const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(first(fields, 'status'))?.[0];
      const recipient = normalise(
        typed(first(fields, 'original-recipient') || first(fields, 'final-recipient')).replace(/^<|>$/g, ''),
      );
      const said = typed(first(fields, 'diagnostic-code')).replace(/\s+/g, ' ').slice(0, 500);
      return {
        action:
          first(fields, 'action')
            .toLowerCase()
            .split(/[\s(;]/)[0] ?? '',
        ...(recipient ? { recipient } : {}),
        ...(status ? { status } : {}),
        reason:
          [status && !said.includes(status) ? status : '', said].filter(Boolean).join(' ') || 'The mail could not be delivered.',
      };
    });
  const pick = (actions: string[]) => seen.filter((one) => actions.includes(one.action));
  const failed = seen.filter((one) => one.action === 'failed' || (one.action === '' && one.status?.startsWith('5')));
  const base = about ? { about } : {};
  if (failed.length) return { kind: 'bounce', ...base, recipients: failed };
  if (pick(['delayed']).length) return { kind: 'delay', ...base, recipients: pick(['delayed']) };
  const delivered = pick(['delivered', 'relayed', 'expanded']);
  if (delivered.length) return { kind: 'delivered', ...base, recipients: delivered };
  return { kind: 'bounce', ...base, recipients: seen.length ? seen : [{ reason: 'The mail could not be delivered.' }] };
}

function complaint(mime: Mime, text: string): Report | null {
  const part = mime.files.find((f) => f.mime === 'message/feedback-report');
  if (!part?.kept) return null;
  const fields = groups(part.kept).flat();
  const recipient = normalise(first(fields, 'original-rcpt-to').replace(/^<|>$/g, ''));
  const about = aboutOf(mime, text);
  return {
    kind: 'complaint',
    ...(about ? { about } : {}),
    recipients: [{ ...(recipient ? { recipient } : {}), reason: first(fields, 'feedback-type') || 'abuse' }],
  };
}

/** The far side's mail program says that the mail was opened, or thrown away unread (RFC 8098). */
function readReceipt(mime: Mime): Report | null {
  const part = mime.files.find((f) => f.mime === 'message/disposition-notification');
  if (!part?.kept) return null;
  const fields = groups(part.kept).flat();
  const about = messageIds(first(fields, 'original-message-id'))[0];
  const recipient = normalise(typed(first(fields, 'original-recipient') || first(fields, 'final-recipient')));
  const disposition = first(fields, 'disposition');
  const kind = /displayed/i.test(disposition) ? 'read' : 'delay';
  return { kind, ...(about ? { about } : {}), recipients: [{ ...(recipient ? { recipient } : {}), reason: disposition }] };
}

/** A delivery report or a complaint, in the standard form or in the many others (R-BNC-1 to 5, R-ARF-1); null for everything else. */
export function reportOf(mime: Mime, o: { fromDaemon: boolean; subject: string; text: string }): Report | null {
  const standard = complaint(mime, o.text) ?? dsn(mime, o.text) ?? readReceipt(mime);
  if (standard) return standard;
  // An answer by a machine that knows what it is: an absence, not a bounce.
  const submitted = first(mime.fields, 'auto-submitted').toLowerCase();
  const nullPath = first(mime.fields, 'return-path').trim() === '<>';
  if (NOT_A_BOUNCE.test(o.subject) || (submitted.startsWith('auto-replied') && !o.fromDaemon)) return null;
  // A person who attaches a mail is nobody's daemon (R-BNC-5); a null path alone is not enough (R-BNC-3).
  if (!o.fromDaemon && !(nullPath && BOUNCE_SUBJECT.test(o.subject))) return null;
  const about = aboutOf(mime, o.text);
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(o.text.slice(0, 20_000))?.[0];
  const recipient = /<([^<>\s@]{1,64}@[^<>\s@]{1,255})>/.exec(o.text.slice(0, 20_000))?.[1] ?? '';
  const address = normalise(first(mime.fields, 'x-failed-recipients').split(',')[0]?.trim() || recipient);
  const words = o.text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /\b[45]\d\d\b|\b[45]\.\d+\.\d+\b|unknown|not found|full|quota|rejected|denied/i.test(line));
  const one = {
    ...(address ? { recipient: address } : {}),
    ...(status ? { status } : {}),
    reason: (words ?? o.subject).slice(0, 300),
  };
  return {
    kind: status?.startsWith('4') && /delay|warning/i.test(o.subject) ? 'delay' : 'bounce',
    ...(about ? { about } : {}),
    recipients: [one],
  };
}

const STATUS = { bounce: 'failed', delay: 'delayed', delivered: 'delivered', read: 'read', complaint: 'complained' } as const;

/** The receipts of a report that says which mail it is about. A delay changes nothing (R-BNC-2). */
export function receiptsOf(report: Report, at: Date): InboundEvent[] {
  if (!report.about) return [];
  const status = STATUS[report.kind];
  const target = { id: report.about as ExternalId };
  return report.recipients.slice(0, 500).map(({ recipient, reason }) => {
    const who: Identity | undefined = recipient ? identity({ value: recipient, name: '' }) : undefined;
    return { type: 'receipt', status, at, target, reason, ...(who ? { recipient: who } : {}) };
  });
}
