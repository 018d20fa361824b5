import type { Address } from './addresses.js';
import { all, first, type Field } from './head.js';

/** The 43 local parts that S25 names: mail from them is seldom for a person. */
export const ROLES = new Set(
  (
    'abuse admin alert billing compliance devnull dns finance ftp hostmaster info infrastructure inoc ispfeedback ispsupport it list list-request ' +
    'maildaemon mailer-daemon marketing no-reply noc noreply null phish phishing postmaster privacy registrar root sales security spam support ' +
    'sysadmin tech undisclosed-recipients unsubscribe usenet uucp webmaster www'
  ).split(' '),
);

const OOO_SUBJECT =
  /^\s*(?:(?:re|aw|sv|fwd?)\s*:\s*)*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|abwesenheit|automatische antwort|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|risposta automatica|resposta automática|automatisch antwoord|afwezig|automatiskt svar|autosvar|automatyczna odpowiedź|автоответ|自動返信|自动回复|自動回覆)/iu;
const DAEMON = /^(?:mailer-daemon|postmaster|maildaemon|mail-daemon)$/i;
const NO_REPLY = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|bounces?(?:[-+_.].*)?)$/i;

export interface Automatic {
  /** What kind of machine has sent it, if one has. */
  kind?: 'reply' | 'bulk' | 'list';
  flags: { rule: string; detail: string }[];
  /** Nobody must be answered by a machine (R-LOOP-1), which is wider than the flags. */
  noAutoReply: boolean;
  fromDaemon: boolean;
}

const short = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 120);
const localPart = (address: Address | null | undefined): string => address?.value.slice(0, address.value.lastIndexOf('@')) ?? '';

/** Recognises what no person has written for us: automatic answers, lists, bulk mail, role senders (R-LOOP-1, R-FLT-1, 2, R-OOO-2). */
export function automaticOf(
  fields: readonly Field[],
  o: {
    from: Address | null;
    sender: Address | null;
    contentType: string;
    subject: string;
    answers: number;
    html: string;
    text: string;
  },
): Automatic {
  const flags: Automatic['flags'] = [];
  const submitted = first(fields, 'auto-submitted').toLowerCase();
  const precedence = `${first(fields, 'precedence')} ${first(fields, 'x-precedence')}`.trim().toLowerCase();
  const nullPath = all(fields, 'return-path').some((value) => value.trim() === '<>');
  const fromDaemon = DAEMON.test(localPart(o.from));
  const reply = replySign(fields, { submitted, precedence, subject: o.subject, answers: o.answers });
  if (reply) flags.push({ rule: 'AUTO_RESPONSE', detail: short(reply) });
  const list = listSign(fields, precedence);
  if (list) flags.push({ rule: 'MARKETING', detail: `list headers: ${short(list)}` });
  const unsubscribe = unsubscribeSign(fields, o.html, o.text);
  if (unsubscribe) flags.push({ rule: 'UNSUBSCRIBE_LINK', detail: short(unsubscribe) });
  const role = localPart(o.from);
  if (o.from && ROLES.has(role)) flags.push({ rule: 'ROLE_ADDRESS', detail: `role sender: ${o.from.value}` });
  const isList = fields.some((f) => f.name === 'list-id' || f.name === 'list-post');
  const kind = reply ? 'reply' : isList || precedence === 'list' ? 'list' : list || precedence === 'junk' ? 'bulk' : undefined;
  const suppressed = /\b(all|oof|autoreply)\b/i.test(first(fields, 'x-auto-response-suppress'));
  return {
    ...(kind ? { kind } : {}),
    flags,
    fromDaemon,
    noAutoReply:
      kind !== undefined ||
      unsubscribe !== '' ||
      nullPath ||
      fromDaemon ||
      suppressed ||
      (submitted !== '' && submitted !== 'no') ||
      NO_REPLY.test(role) ||
      NO_REPLY.test(localPart(o.sender)) ||
      o.contentType === 'multipart/report' ||
      fields.some((f) => f.name === 'x-loop'),
  };
}

function replySign(
  fields: readonly Field[],
  o: { submitted: string; precedence: string; subject: string; answers: number },
): string {
  if (o.submitted.startsWith('auto-replied') || o.submitted.startsWith('auto-notified')) return `Auto-Submitted: ${o.submitted}`;
  // Tickets, orders and the like are generated too; they are news, not an answer.
  const named = fields.find((f) => /^x-auto(reply|respond|responder)$/.test(f.name) && f.value.toLowerCase() !== 'no');
  if (named) return `${named.name}: ${named.value}`;
  if (/\bauto_reply\b/.test(o.precedence)) return `Precedence: ${o.precedence}`;
  if (
    o.submitted !== 'no' &&
    OOO_SUBJECT.test(o.subject) &&
    (o.answers > 0 || o.submitted !== '' || fields.some((f) => f.name === 'x-auto-response-suppress'))
  )
    return `Subject: ${o.subject}`;
  return '';
}

function listSign(fields: readonly Field[], precedence: string): string {
  const named = fields.find((f) => f.name === 'list-id' || f.name === 'feedback-id' || f.name === 'list-unsubscribe-post');
  if (named) return `${named.name}: ${named.value}`;
  if (/^(bulk|list)\b/.test(precedence)) return `precedence: ${precedence}`;
  const campaign = fields.find((f) => /^x-(mailchimp|campaign|mc-user|sg-eid|mailgun-sid|csa-complaints|cm-bounce)/.test(f.name));
  return campaign ? `${campaign.name}: ${campaign.value}` : '';
}

const UNSUBSCRIBE =
  /\bunsubscribe\b|\bopt[- ]?out\b|abmelden|abbestellen|se désabonner|désinscri|darse de baja|cancelar la suscripción|disiscri|annulla l'iscrizione|afmelden|uitschrijven|avregistrera|afmeld|avmeld|wypisz|отписаться|退订|配信停止/iu;

/** A header, or a link whose address or words say so; a word in plain running text is not enough. */
function unsubscribeSign(fields: readonly Field[], html: string, text: string): string {
  const header = first(fields, 'list-unsubscribe');
  if (header) return `List-Unsubscribe: ${header}`;
  const tail = html ? html.slice(-60_000) : '';
  for (const match of tail.matchAll(/<a\s([^>]{1,3000})>([\s\S]{0,300}?)<\/a/gi)) {
    if (/href/i.test(match[1] ?? '') && UNSUBSCRIBE.test(`${match[1]} ${(match[2] ?? '').replace(/<[^>]{0,300}>/g, '')}`))
      return 'unsubscribe link';
  }
  for (const line of text.slice(-20_000).split('\n')) {
    if (/https?:\/\//i.test(line) && UNSUBSCRIBE.test(line.slice(0, 1000))) return 'unsubscribe link';
  }
  return '';
}

export interface Verdict {
  dmarc?: string;
  spf?: string;
  dkim?: string;
  /** DMARC passed for the domain in From, says the server that we trust. */
  aligned: boolean;
  /** The domain's owner wants such mail thrown away. */
  refused: boolean;
}

/** What our own mail server found out about the sender. Anybody may write such a header, so only the one named in the settings counts (R-SPM-2). */
export function verdictOf(fields: readonly Field[], authservId: string, from: Address | null): Verdict {
  const nothing: Verdict = { aligned: false, refused: false };
  if (!authservId) return nothing;
  const trusted = all(fields, 'authentication-results').find(
    (value) => value.split(/[;\s]/)[0]?.toLowerCase() === authservId.toLowerCase(),
  );
  if (!trusted) return nothing;
  const result = (method: string) => new RegExp(`\\b${method}=([a-z]{2,20})`, 'i').exec(trusted)?.[1]?.toLowerCase();
  const dmarc = result('dmarc');
  const domain = /\bheader\.from=@?([^\s;]{1,255})/i.exec(trusted)?.[1]?.toLowerCase();
  const fromDomain = from?.value.slice(from.value.lastIndexOf('@') + 1);
  const [spf, dkim] = [result('spf'), result('dkim')];
  return {
    ...(dmarc ? { dmarc } : {}),
    ...(spf ? { spf } : {}),
    ...(dkim ? { dkim } : {}),
    aligned: dmarc === 'pass' && (domain === undefined || domain === fromDomain),
    refused:
      dmarc === 'fail' && /\bp=(reject|quarantine)|\bdis=(reject|quarantine)|policy\.[a-z-]*=(reject|quarantine)/i.test(trusted),
  };
}

/** The spam verdict of the mail server, in its usual headers (R-SPM-1). */
export function spamSign(fields: readonly Field[]): string {
  if (/^yes\b/i.test(first(fields, 'x-spam-flag'))) return 'X-Spam-Flag: YES';
  const status = first(fields, 'x-spam-status');
  if (/^yes\b/i.test(status)) return `X-Spam-Status: ${short(status)}`;
  const scl = Number.parseInt(first(fields, 'x-ms-exchange-organization-scl'), 10);
  if (scl >= 5) return `SCL: ${scl}`;
  return /\bSCV:SPM\b/i.test(first(fields, 'x-forefront-antispam-report')) ? 'Forefront: spam' : '';
}
