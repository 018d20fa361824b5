/** Tells new text from quoted history, line by line: linear in the length, every pattern on a line of bounded length (R-QUO-1 to 3). */
const LINE_LIMIT = 400;

const WROTE =
  'wrote|writes|said|schrieb|schreibt|a écrit|écrit|ha scritto|scrive|escribió|escribio|escreveu|schreef|skrev|kirjoitti|napisał|napisała|napisał\\(a\\)|napsal|napísal|написал|написала|пишет|написав|írta|yazdı|şunu yazdı|έγραψε|写道|寫道|wrote|작성|님이 작성|のメール|は書きました';
const ENDS_WROTE = new RegExp(`(?:^|[\\s,>)”"(])(?:${WROTE})(?:[^:：]{0,80})?\\s*[:：]\\s*$`, 'iu');
/** Begins with a preposition of a date, a date, a quoted name, or an address. */
const BEGINS_ATTRIBUTION =
  /^[\s*_"“>]*(?:On|Am|Le|El|Il|Op|Em|Den|Dne|Dnia|W dniu|Vào|Pada|Ke|På|Tirsdag|Mandag|Onsdag|Torsdag|Fredag|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d{1,4}[-./年]|\p{L}{1,12}[.,]? \d{1,2}|.{1,80}<[^>]{3,100}@|"[^"]{1,80}")/iu;

const HEADER_FROM =
  /^(?:From|Von|De|Da|Van|Från|Fra|Lähettäjä|Od|От|Від|Feladó|Kimden|Gönderen|发件人|寄件者|差出人|보낸 ?사람|Από|מאת)\s*[:：]/iu;
const HEADER_OTHER =
  /^(?:Sent|Date|To|Cc|Subject|Reply-To|Gesendet|Datum|An|Betreff|Envoyé|À|A|Objet|Enviado(?: el)?|Para|Fecha|Data|Asunto|Assunto|Inviato|Oggetto|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|Sendt|Til|Emne|Lähetetty|Vastaanottaja|Aihe|Wysłano|Do|Temat|Odesláno|Komu|Předmět|Отправлено|Дата|Кому|Тема|Надіслано|Elküldve|Címzett|Tárgy|Tarih|Kime|Konu|发送时间|日期|收件人|主题|主旨|送信日時|宛先|件名|받는 ?사람|제목|Στάλθηκε|Προς|Θέμα)\s*[:：]/iu;
const SEPARATOR =
  /^[\s>*]*[-_=]{2,}\s*(?:Original Message|Original Appointment|Reply message|Message d['’]origine|Message original|Ursprüngliche Nachricht|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Oprindelig meddelelse|Opprinnelig melding|Ursprungligt meddelande|Original meddelande|Alkuperäinen viesti|Wiadomość oryginalna|Původní zpráva|Исходное сообщение|Пересылаемое сообщение|Eredeti üzenet|Orijinal mesaj|原始邮件|原邮件|元のメッセージ|원본 메시지)\s*[-_=]{2,}\s*$/iu;
const FORWARD =
  /(?:^|\n)[\s>*]*(?:[-_=]{3,}\s*)?(?:Begin forwarded message|Forwarded message|Forwarded by|Weitergeleitete Nachricht|Anfang der weitergeleiteten|Message transféré|Début du message|Mensaje reenviado|Inicio del mensaje|Messaggio inoltrato|Inizio messaggio inoltrato|Mensagem encaminhada|Mensagem reencaminhada|Doorgestuurd bericht|Begin doorgestuurd bericht|Videresendt|Vidarebefordrat|Välitetty viesti|Treść przekazanej|Przekazana|Пересылаемое сообщение|Přeposlaná zpráva|Továbbított üzenet|İletilen mesaj|转发的?邮件|転送)/iu;
const SIGNATURE = /^(?:--|—|––)\s?$/;
const SENT_FROM =
  /^(?:(?:Sent|Get Outlook|Gesendet|Von meinem|Envoyé|Enviado|Inviato|Verzonden|Skickat|Sendt|Wysłane|Отправлено) (?:from|via|for|von|mit|depuis|de|desde|dal?|do meu|vanaf|från|fra|z|с) .{1,60}|Von meinem \S{2,20} gesendet.?)$/iu;

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** `On 3 November, Mia <mia@shop.test> wrote:` in many languages. */
export function isAttribution(text: string): boolean {
  const line = text.trim();
  return (
    line.length <= LINE_LIMIT && line.length >= 6 && ENDS_WROTE.test(line) && BEGINS_ATTRIBUTION.test(line) && /[\d@<]/.test(line)
  );
}

/** A mail handed on: what follows is its point and stays in sight. */
export const isForwardMarker = (text: string): boolean => FORWARD.test(text.slice(0, LINE_LIMIT));

const bare = (line: string): string =>
  line
    .slice(0, LINE_LIMIT)
    .replace(/^[\s>*_]+/, '')
    .replace(/\*/g, '')
    .trimEnd();

/** A block such as From, Sent, To, Subject at the top of the lines. */
export function isHeaderBlockStart(lines: readonly string[]): boolean {
  const near = lines.slice(0, 12).map(bare).filter(Boolean).slice(0, 6);
  const [head = '', ...rest] = near;
  return HEADER_FROM.test(head) && rest.filter((line) => HEADER_OTHER.test(line)).length >= 2;
}

/** How many lines, from here on, are an attribution: 0 when they are not. It may be wrapped over three. */
function attributionLength(lines: readonly string[], at: number): number {
  let joined = '';
  for (let n = 1; n <= 3; n++) {
    const line = lines[at + n - 1];
    if (line === undefined || isBlank(line)) return 0;
    joined = `${joined} ${line.slice(0, LINE_LIMIT)}`.trim();
    if (isAttribution(joined)) return n;
  }
  return 0;
}

const nextFilled = (lines: readonly string[], from: number): number => {
  let i = from;
  while (i < lines.length && isBlank(lines[i] ?? '')) i++;
  return i;
};

/** Whether nothing but quotes, blank lines and a signature is left. */
function onlyHistory(lines: readonly string[], from: number): boolean {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (SIGNATURE.test(line) || SENT_FROM.test(line.trim())) return true;
    if (!isBlank(line) && !isQuoted(line)) return false;
  }
  return true;
}

/** The first line of the history, or -1. */
function historyStart(lines: readonly string[], quoteEndsAfter: number): number {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isBlank(line)) continue;
    const short = line.slice(0, LINE_LIMIT);
    // Everything below a forward belongs to it.
    if (isForwardMarker(short)) return -1;
    if (SEPARATOR.test(short)) return i;
    if (/^_{10,}\s*$/.test(short) && isHeaderBlockStart(lines.slice(i + 1, i + 14))) return i;
    if (isQuoted(line)) {
      if (i > quoteEndsAfter) return i;
      continue;
    }
    if (HEADER_FROM.test(bare(short)) && isHeaderBlockStart(lines.slice(i, i + 12))) return i;
    const length = attributionLength(lines, i);
    if (length === 0) continue;
    const next = nextFilled(lines, i + length);
    const quotes = next < lines.length && isQuoted(lines[next] ?? '');
    if (!quotes || next > quoteEndsAfter) return i;
  }
  return -1;
}

/** The index of the last line that is somebody's words and not a quote: answers may stand between the quotes up to here. */
function lastOwnLine(lines: readonly string[]): number {
  let end = lines.length;
  for (let i = 0; i < lines.length; i++) {
    if (SIGNATURE.test(lines[i] ?? '') && onlyHistory(lines, i)) {
      end = i;
      break;
    }
  }
  for (let i = end - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (!isBlank(line) && !isQuoted(line) && !SENT_FROM.test(line.trim())) return i;
  }
  return -1;
}

/** Where a signature begins in the new text, or its length. */
function signatureStart(lines: readonly string[]): number {
  for (let i = lines.length - 1; i >= 0 && i >= lines.length - 15; i--) {
    if (SIGNATURE.test(lines[i] ?? '') && i > 0) return i;
  }
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1] ?? '')) end--;
  return end > 1 && SENT_FROM.test((lines[end - 1] ?? '').trim()) ? end - 1 : lines.length;
}

/** The new text, and the history and signature that are folded away. In doubt everything is shown. */
export function splitQuotedText(source: string): { text: string; quoted?: string } {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const own = lastOwnLine(lines);
  // A quote that own words follow is being answered in between, unless a marker shows that all below is history.
  const first = nextFilled(lines, 0);
  const quote = nextFilled(lines, first + attributionLength(lines, first));
  if (quote < own && isQuoted(lines[quote] ?? '')) return belowQuote(lines, quote, source);
  const start = historyStart(lines, own);
  const cut = start < 0 ? lines.length : start;
  const top = lines.slice(0, cut);
  const signature = signatureStart(top);
  const text = top.slice(0, signature).join('\n').trim();
  const quoted = lines.slice(signature).join('\n').trim();
  if (!text) return { text: source.trim() };
  return quoted ? { text, quoted } : { text };
}

/** History comes first: the answer stands below it, when it is one block of quotes. */
function belowQuote(lines: readonly string[], quote: number, source: string): { text: string; quoted?: string } {
  let at = quote;
  while (at < lines.length && (isQuoted(lines[at] ?? '') || isBlank(lines[at] ?? ''))) at++;
  const rest = lines.slice(at);
  if (rest.some(isQuoted)) return { text: source.trim() };
  const signature = signatureStart(rest);
  const text = rest.slice(0, signature).join('\n').trim();
  return text ? { text, quoted: [...lines.slice(0, at), ...rest.slice(signature)].join('\n').trim() } : { text: source.trim() };
}
