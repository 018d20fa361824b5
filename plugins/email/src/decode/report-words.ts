import { normalise } from './addresses.js';
import { all, first } from './head.js';
import type { Mime } from './mime.js';

export interface Report {
  kind: 'bounce' | 'delay' | 'delivered' | 'read' | 'complaint';
  /** The Message-ID of the mail that it is about, when the report tells. */
  about?: string;
  recipients: ReportedRecipient[];
}
export interface ReportedRecipient {
  recipient?: string;
  status?: string;
  reason: string;
}
/** What is known of the mail beside its parts. */
export interface ReportHints {
  fromDaemon: boolean;
  from: string;
  to: readonly string[];
  subject: string;
  text: string;
}

/** An enhanced status code (RFC 3463), and not a piece of an address of a network. */
export const STATUS_CODE = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/;

/** Reports that keep to no standard: told by who sends them and by their words (R-BNC-3, R-ARF-1). */
const BOUNCE_SUBJECT =
  /undeliver|not delivered|could not be delivered|delivery (?:status|failure|failed|has failed|problem|report|error)|mail delivery|returned mail|failure notice|failed delivery|failure delivery|delivery notification|message (?:could not|not|you sent blocked) |error sending your mail|mail (?:system )?error|mail failed|could not send (?:message|mail)|delayed mail|message delayed|unzustellbar|nicht zustellbar|unzustellbarkeit|no se (?:ha )?pudo entregar|no entregado|non remis|non distribué|échec|mancata consegna|não (?:foi )?entregue|falha na entrega|onbestelbaar|niet bezorgd|kunde inte levereras|kunne ikke leveres|nie dostarczono|niedostarczona|nedoruč|недоставлен|не доставлено|тправка не удалась|teslim edilemedi|配信(?:不能|エラー)|メールエラー|送信できません|退信|投递失败/iu;
const BOUNCE_WORDS =
  /could not be delivered|couldn['’]t be delivered|not be delivered to|delivery (?:to the following recipients? )?(?:has )?failed|permanent(?:ly)? (?:fatal )?(?:error|fail)|undeliverable|user unknown|unknown user|no such user|invalid user address|mailbox (?:is )?(?:full|unavailable|not found)|recipient (?:address )?rejected|address(?:es)? (?:had|failed|not found)|送信できませんでした|konnte nicht zugestellt werden|n'a pas pu être remis|no se pudo entregar|kon niet worden bezorgd|\b55[0-4][ -]5?\.?\d?/iu;
const NOT_A_BOUNCE = /out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?reply|abwesen|vacation|absence|afwezig/i;
const REASON = /\b[45]\d\d\b|\b[45]\.\d+\.\d+\b|unknown|not found|full|quota|rejected|denied|refused|failed|no such/i;
const WHOSE_MACHINE =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|admin|mail|mailer|mmdf|smtp|exchange|.*-admin)(?:[-+_.].*)?$/i;

/** How far into the words one looks. */
const WORDS_LIMIT = 20_000;

const hasOriginal = (mime: Mime): boolean =>
  mime.files.some((file) => /^(message\/(rfc822|global.*|partial)|text\/rfc822-headers)$/.test(file.mime));

/** Who says so, and in which words; a person who attaches a mail is nobody's daemon (R-BNC-5), a null path alone is not enough (R-BNC-3). */
function isBounce(mime: Mime, o: ReportHints): boolean {
  const submitted = first(mime.fields, 'auto-submitted').toLowerCase();
  const nullPath = all(mime.fields, 'return-path').some((value) => value.trim() === '<>');
  // An answer by a machine that knows what it is: an absence, not a bounce.
  if (NOT_A_BOUNCE.test(o.subject) || (submitted.startsWith('auto-replied') && !o.fromDaemon)) return false;
  if (o.fromDaemon) return true;
  const subject = BOUNCE_SUBJECT.test(o.subject);
  const words = BOUNCE_WORDS.test(o.text.slice(0, WORDS_LIMIT));
  if (mime.contentType === 'multipart/report' && (subject || words)) return true;
  const machine = nullPath || WHOSE_MACHINE.test(o.from.slice(0, Math.max(0, o.from.lastIndexOf('@'))));
  return (nullPath && subject) || (machine && words && hasOriginal(mime));
}

/** What a report in plain words says, or null when the mail is none. */
export function bounceInWords(mime: Mime, o: ReportHints): Report | null {
  if (!isBounce(mime, o)) return null;
  const text = o.text.slice(0, WORDS_LIMIT);
  const status = STATUS_CODE.exec(text)?.[0];
  const addresses = failedAddresses(mime, o, text);
  const line = text
    .split('\n')
    .map((one) => one.trim())
    .find((one) => REASON.test(one));
  const said = (line ?? o.subject).slice(0, 300);
  const reason = status && !said.includes(status) ? `${status} ${said}` : said;
  const one = { ...(status ? { status } : {}), reason };
  const delayed = status?.startsWith('4') || (!status && /warning|still being retried|delayed/i.test(o.subject));
  return {
    kind: delayed && /delay|warning|could not send/i.test(o.subject) ? 'delay' : 'bounce',
    recipients: addresses.length ? addresses.map((recipient) => ({ recipient, ...one })) : [one],
  };
}

/** Whom the mail did not reach: as a header says, else the first address in the words that is neither the sender's nor the report's. */
function failedAddresses(mime: Mime, o: ReportHints, text: string): string[] {
  const named = first(mime.fields, 'x-failed-recipients')
    .split(',')
    .flatMap((one) => normalise(one.trim()) ?? []);
  if (named.length) return [...new Set(named)].slice(0, 100);
  const known = new Set([...o.to, o.from]);
  for (const match of text.matchAll(/[<"'(:;\s]([^\s<>"'(),:;@[\]]{1,64}@[^\s<>"'(),:;@[\]]{1,255})/g)) {
    const address = normalise(match[1]?.replace(/\.+$/, ''));
    if (address && !known.has(address) && /\.\p{L}/u.test(address)) return [address];
  }
  return [];
}

const COMPLAINT_SUBJECT =
  /complaint about message from|(?:abuse|spam|feedback|fbl) (?:report|complaint)|email feedback report|client tos notification/i;
const COMPLAINT_FROM = /^(?:staff|scomp|abuse.*|feedback.*|fbl.*|complaints?.*|.*feedbackloop)@/i;

/** Complaints of the time before RFC 5965 and those that lost their report part. */
export function complaintInWords(mime: Mime, o: ReportHints): ReportedRecipient | null {
  const type = first(mime.fields, 'content-type');
  if (/report-type\s*=\s*"?feedback-report/i.test(type)) return { reason: 'abuse' };
  if (first(mime.fields, 'x-apple-unsubscribe').toLowerCase() === 'true') return { reason: 'opt-out' };
  return COMPLAINT_SUBJECT.test(o.subject) && COMPLAINT_FROM.test(o.from) && hasOriginal(mime) ? { reason: 'abuse' } : null;
}

interface SesNotification {
  notificationType?: unknown;
  eventType?: unknown;
  bounce?: { bounceType?: unknown; bouncedRecipients?: unknown };
  complaint?: { complaintFeedbackType?: unknown; complainedRecipients?: unknown };
  mail?: { messageId?: unknown; headers?: unknown };
}

/** A report of Amazon SES as JSON in the text of a mail. */
export function notificationOf(mime: Mime, o: ReportHints): Report | null {
  if (!/@sns\.amazonaws\.com$/.test(o.from)) return null;
  const start = o.text.indexOf('{');
  if (start < 0) return null;
  // Long lines come broken, in the middle of words.
  const joined = o.text.slice(start, start + 200_000).replace(/!?\n ?/g, '');
  const end = joined.lastIndexOf('}');
  let told: SesNotification;
  try {
    told = JSON.parse(joined.slice(0, end + 1)) as SesNotification;
  } catch {
    return null;
  }
  const kind = String(told.notificationType ?? told.eventType ?? '').toLowerCase();
  const about = typeof told.mail?.messageId === 'string' ? { about: `<${told.mail.messageId}@email.amazonses.com>` } : {};
  if (kind === 'complaint') {
    const reason = String(told.complaint?.complaintFeedbackType ?? 'abuse');
    return { kind: 'complaint', ...about, recipients: listed(told.complaint?.complainedRecipients, () => reason) };
  }
  if (kind === 'delivery') return { kind: 'delivered', ...about, recipients: [{ reason: 'delivered' }] };
  if (kind !== 'bounce') return null;
  const fallback = String(told.bounce?.bounceType ?? 'bounce');
  const words = (one: Record<string, unknown>) =>
    [one['status'], one['diagnosticCode']].filter((word) => typeof word === 'string').join(' ') || fallback;
  return { kind: 'bounce', ...about, recipients: listed(told.bounce?.bouncedRecipients, words) };
}

function listed(list: unknown, reasonOf: (one: Record<string, unknown>) => string): ReportedRecipient[] {
  const found = (Array.isArray(list) ? (list as unknown[]) : []).slice(0, 100).flatMap((one) => {
    if (typeof one !== 'object' || one === null) return [];
    const entry = one as Record<string, unknown>;
    const recipient = normalise(String(entry['emailAddress'] ?? ''));
    const status = STATUS_CODE.exec(String(entry['status'] ?? ''))?.[0];
    return [{ ...(recipient ? { recipient } : {}), ...(status ? { status } : {}), reason: reasonOf(entry).slice(0, 500) }];
  });
  return found.length ? found : [{ reason: reasonOf({}) }];
}
