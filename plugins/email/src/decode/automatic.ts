import type { Address } from './addresses.js';
import { all, first, type Field } from './head.js';
import { decodeEntities } from './html-tokens.js';

/** The 43 local parts that S25 names: mail from them is seldom for a person. */
export const ROLES = new Set(
  (
    'abuse admin alert billing compliance devnull dns finance ftp hostmaster info infrastructure inoc ispfeedback ispsupport it list list-request ' +
    'maildaemon mailer-daemon marketing no-reply noc noreply null phish phishing postmaster privacy registrar root sales security spam support ' +
    'sysadmin tech undisclosed-recipients unsubscribe usenet uucp webmaster www'
  ).split(' '),
);

const OOO_SUBJECT =
  /^\s*(?:\[(?!auto)[^\]]{1,40}\]\s*)?(?:(?:re|aw|sv|vs|antw|fwd?)\s*:\s*)*\[?(?:automatic reply|ooo\b|auto(?:matic|matische|mated)?[- ]?(?:reply|response|antwort|svar)|out of (?:the )?office|i am out of|on (?:vacation|holiday|leave)\b|vacation (?:reply|response)|away from (?:my|the) (?:mail|office|desk)|abwesenheit|abwesend|automatische antwort|urlaubsnotiz|urlaub\s*[:!–-]|nicht im (?:büro|haus)|réponse automatique|absence du bureau|message d['’]absence|absent du bureau|respuesta automática|fuera de la oficina|ausente de la oficina|resposta automàtica|risposta automatica|fuori (?:sede|ufficio)|assente dall['’]ufficio|resposta automática|fora do escritório|ausência temporária|automatisch(?:e)? antwoord|(?:ik ben |wij zijn )?(?:afwezig|niet aanwezig|met vakantie|op vakantie)|automatiskt svar|frånvarande|autosvar|automatisk svar|fraværende|(?:jeg er )?ikke (?:til stede|p[åa] kontoret)|automaattinen vastaus|poissa|automatyczna odpowiedź|odpowiedź automatyczna|poza biurem|nieobecność|automatická odpověď|mimo kancelář|automatická odpoveď|automatikus válasz|răspuns automat|automatski odgovor|samodejni odgovor|автоответ|автоматический ответ|отсутстви[ея] на|меня нет|автоматична відповідь|otomatik yanıt|αυτόματη απάντηση|תשובה אוטומטית|رد تلقائي|자동 ?회신|부재중|trả lời tự động|自動返信|自動応答|不在通知|自动回复|自动答复|自動回覆|外出通知)/iu;
const DAEMON = /^(?:mailer[-_.]?daemon|post[-_.]?master|mail[-_.]?daemon|mdaemon|mail[-_.]delivery[-_.](?:sub)?system)$/i;
/** A daemon without an address of its own, as in `MAILER-DAEMON <>`. */
const DAEMON_NAME = /^["\s]*(?:mailer[-_.]?daemon|mail delivery (?:sub)?system|postmaster)\b/i;
const NO_REPLY = /(?:^|[-+_.])(?:no[-_.]?reply|do[-_.]?not[-_.]?reply)(?:$|[-+_.])|^bounces?(?:$|[-+_.])/i;

export interface Automatic {
  /** What kind of machine has sent it, if one has. */
  kind?: 'reply' | 'bulk' | 'list';
  flags: { rule: string; detail: string }[];
  /** Only its words say so: it counts as an answer by a machine as long as it is a prompt one (R-OOO-2). */
  byWords: boolean;
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
    replyTo: readonly Address[];
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
  const fromDaemon = DAEMON.test(localPart(o.from)) || (!o.from && DAEMON_NAME.test(first(fields, 'from')));
  const inHeaders = replySign(fields, { submitted, precedence, subject: o.subject });
  const inWords = submitted !== 'no' && o.answers > 0 && OOO_SUBJECT.test(o.subject) ? `Subject: ${o.subject}` : '';
  const reply = inHeaders || inWords;
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
    byWords: inHeaders === '' && inWords !== '',
    fromDaemon,
    noAutoReply:
      kind !== undefined ||
      o.sender === null ||
      unsubscribe !== '' ||
      nullPath ||
      fromDaemon ||
      suppressed ||
      (submitted !== '' && submitted !== 'no') ||
      NO_REPLY.test(role) ||
      [o.sender, ...o.replyTo].some((one) => NO_REPLY.test(localPart(one)) || DAEMON.test(localPart(one))) ||
      [o.contentType, first(fields, 'content-type').toLowerCase()].some((type) => type.startsWith('multipart/report')) ||
      fields.some((f) => f.name === 'x-loop' || f.name.startsWith('list-')),
  };
}

function replySign(fields: readonly Field[], o: { submitted: string; precedence: string; subject: string }): string {
  if (o.submitted.startsWith('auto-replied') || o.submitted.startsWith('auto-notified')) return `Auto-Submitted: ${o.submitted}`;
  // Tickets, orders and the like are generated too; they are news, not an answer.
  const named = fields.find((f) => /^x-auto(reply|respond|responder)$/.test(f.name) && f.value.toLowerCase() !== 'no');
  if (named) return `${named.name}: ${named.value}`;
  if (/\bauto_reply\b/.test(o.precedence)) return `Precedence: ${o.precedence}`;
  if (
    o.submitted !== 'no' &&
    OOO_SUBJECT.test(o.subject) &&
    (o.submitted !== '' || fields.some((f) => f.name === 'x-auto-response-suppress'))
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
  /\bunsubscribe\b|\bopt[- ]?out\b|abmelden|abbestellen|se désabonner|désinscri|darse de baja|cancelar la suscripción|disiscri|annulla l'iscrizione|afmelden|uitschrijven|avregistrera|afmeld|avmeld|wypisz|отписаться|відписатис|cancelar (?:a )?(?:inscri|assinatura)|descadastr|abonelikten|üyelikten|peruuta tilau|peru uutiskir|odhlásit|odhlásiť|leiratkoz|dezabon|απεγγραφή|κατάργηση εγγραφής|수신 ?거부|구독 ?취소|meld (?:deg )?av|להסרה|הסרה מרשימ|إلغاء الاشتراك|hủy đăng ký|取消訂閱|取消订阅|退订|配信停止/iu;

/** A header, or a link whose address or words say so; a word in plain running text is not enough. */
function unsubscribeSign(fields: readonly Field[], html: string, text: string): string {
  const header = first(fields, 'list-unsubscribe');
  if (header) return `List-Unsubscribe: ${header}`;
  const tail = html ? html.slice(-60_000) : '';
  for (const match of tail.matchAll(/<a\s([^>]{1,3000})>([\s\S]{0,300}?)<\/a/gi)) {
    if (
      /href/i.test(match[1] ?? '') &&
      UNSUBSCRIBE.test(decodeEntities(`${match[1]} ${(match[2] ?? '').replace(/<[^>]{0,300}>/g, '')}`))
    )
      return 'unsubscribe link';
  }
  for (const line of text.slice(-20_000).split('\n')) {
    if (/https?:\/\//i.test(line) && UNSUBSCRIBE.test(line.slice(0, 1000))) return 'unsubscribe link';
  }
  return '';
}

/** The results of the server of this name (RFC 8601), topmost first; with no name, those of the topmost whoever wrote them. */
export function trustedResults(
  fields: readonly Field[],
  authservId: string,
): { by: string; value: string; result(method: string): string | undefined } | null {
  const server = (value: string): string => value.trim().split(/[;\s]/)[0] ?? '';
  const value = all(fields, 'authentication-results').find(
    (one) => !authservId || server(one).toLowerCase() === authservId.toLowerCase(),
  );
  if (value === undefined) return null;
  // What a sender can bring in, in his address or in a comment, is no result.
  const results = value.replace(/"[^"]*"|\([^()]*\)/g, ' ').split(';');
  const result = (method: string): string | undefined =>
    results
      .map((one) => new RegExp(`^\\s*${method}\\s*=\\s*([a-z]{2,20})`, 'i').exec(one)?.[1])
      .find((word) => word !== undefined)
      ?.toLowerCase();
  return { by: server(value), value, result };
}

export interface Verdict {
  dmarc?: string;
  spf?: string;
  dkim?: string;
  arc?: string;
  /** DMARC passed for the domain in From, says the server that we trust. */
  aligned: boolean;
  /** The domain's owner wants such mail thrown away. */
  refused: boolean;
}

/** What our own mail server found out about the sender. Anybody may write such a header, so only the one named in the settings counts (R-SPM-2). */
export function verdictOf(fields: readonly Field[], authservId: string, from: Address | null): Verdict {
  const nothing: Verdict = { aligned: false, refused: false };
  const found = authservId ? trustedResults(fields, authservId) : null;
  if (!found) return nothing;
  const { value: trusted, result } = found;
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
  return /\bS[CF]V:(?:SPM|SKS|SKB)\b/i.test(first(fields, 'x-forefront-antispam-report')) ? 'Forefront: spam' : '';
}
