// Deterministic support mail: 60 % replies, plain, HTML and both, quoted-printable, base64 and 7bit, no to two attachments. The same
// options give the same bytes, so that the figures of different days and programs can be compared. It feeds benchmarks, not tests.

/** What a generated mail is, beside its bytes. */
export interface GeneratedMail {
  index: number;
  /** Its conversation, counted from 0. */
  thread: number;
  isReply: boolean;
  messageId: string;
  from: string;
  raw: string;
}

/** `run` changes nothing but the Message-IDs, so that one mailbox can take the same mails again. */
export interface CorpusOptions {
  count: number;
  seed?: number;
  to?: string;
  run?: string;
}

interface Thread {
  id: number;
  name: string;
  email: string;
  subject: string;
  ids: string[];
  last: { paragraphs: string[]; at: number } | null;
}
type Random = () => number;

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const COMMON = (
  'the to and a of in is it you for that on was with have this be as are not at my but we can your ' +
  'from or an when if has they which our after please so would there about will order been do get one still no what ' +
  'up out just any email time account help thanks me page all again try now need could hello team day working error ' +
  'payment login new password see since then only more change address same also how by sent delivery card yesterday ' +
  'today week received wrong number number site click button message shows update problem issue subscription plan invoice ' +
  'refund charge twice support reply phone browser tried using screen attached file download link expired code ' +
  'shipping package tracking late damaged box missing item size colour exchange return label customer service ' +
  'before first last month year price discount voucher checkout cart cancel renew trial upgrade downgrade seat user ' +
  'admin report export import csv calendar invite meeting reset token api webhook integration server timeout slow ' +
  'fast mobile app crash version install settings language english german french warehouse courier street city'
).split(' ');
const SYLLABLES = (
  'ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe pi po ra re ri ro ' +
  'sa se si so ta te ti to va ve vi vo za ze zo'
).split(' ');
const FIRST_NAMES = (
  'Anna Ben Carla David Elif Femi Grace Hugo Ines Jonas Kofi Lena Marta Noah Olga Pavel Quinn Rosa Sven Tara Umar Vera Wim Xena ' +
  'Yusuf Zoë José Łukasz Søren Márta'
).split(' ');
const LAST_NAMES = (
  'Adams Becker Costa Dubois Eriksen Fischer Garcia Hansen Ivanov Jansen Kowalski Lopez Müller Novak Okafor Petrov Quist Rossi ' +
  'Schmidt Tanaka Ueda Varga Weber Young Zhang Nguyen O’Neil'
).split(' ');
const TOPICS = [
  'Refund for order',
  'Cannot log in to my account',
  'Invoice',
  'Delivery is late',
  'Wrong item received',
  'Question about your plan',
  'App crashes on start',
  'Password reset link expired',
  'Change of address',
  'Export to CSV fails',
  'Cancel subscription',
  'Webhook returns 500',
  'Card charged twice',
  'Feature request',
  'Größe passt nicht – Umtausch',
];
/** Words whose frequency is known, for measuring search. */
const NEEDLES: readonly [string, number][] = [
  ['quokkafish', 0.001],
  ['tremolite', 0.01],
  ['marzipan', 0.05],
];
const CUSTOMERS = 400;
const START = Date.UTC(2026, 9, 1, 8);

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
/** The beginning of a list is taken more often, as words of a language are. */
const pickEarly = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * random() * list.length)] as T;

/** A long tail of invented words, so that an index of words gets a realistic vocabulary. */
const RARE = ((): string[] => {
  const random = randomFrom(4242);
  const words = new Set<string>();
  while (words.size < 8000) {
    const syllables = 2 + Math.floor(random() * 3);
    let word = '';
    for (let at = 0; at < syllables; at++) word += pick(random, SYLLABLES);
    words.add(word + (random() < 0.3 ? 'n' : ''));
  }
  return [...words];
})();

function paragraph(random: Random, count: number): string {
  const words = Array.from({ length: count }, () => (random() < 0.12 ? pickEarly(random, RARE) : pickEarly(random, COMMON)));
  for (let at = 0; at < words.length; at += 8 + Math.floor(random() * 8)) {
    const word = words[at] as string;
    words[at] = word.charAt(0).toUpperCase() + word.slice(1);
    if (at > 0) words[at - 1] += '.';
  }
  return `${words.join(' ')}.`;
}

function bodyText(random: Random): string[] {
  const count = 1 + Math.floor(random() * 3);
  const total = 25 + Math.floor(random() * random() * 155);
  const paragraphs = Array.from({ length: count }, () => paragraph(random, Math.max(8, Math.floor(total / count))));
  for (const [word, share] of NEEDLES) if (random() < share) paragraphs[0] += ` The ${word} is affected.`;
  return paragraphs;
}

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
const wrap = (text: string, width = 74): string => text.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd();
const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const base64Lines = (bytes: Buffer): string =>
  bytes
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n')
    .trimEnd();
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const encodedWord = (text: string): string => (isAscii(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`);

function quotedPrintable(text: string): string {
  const lines: string[] = [];
  for (const line of Buffer.from(text, 'utf8').toString('latin1').split('\n')) {
    let current = '';
    for (const char of line) {
      const code = char.charCodeAt(0);
      const plain = (code >= 33 && code <= 126 && code !== 61) || code === 32;
      const encoded = plain ? char : `=${code.toString(16).toUpperCase().padStart(2, '0')}`;
      if (current.length + encoded.length > 75) {
        lines.push(`${current}=`);
        current = '';
      }
      current += encoded;
    }
    lines.push(current.endsWith(' ') ? `${current.slice(0, -1)}=20` : current);
  }
  return lines.join('\r\n');
}

function newThread(random: Random, id: number): Thread {
  const customer = Math.floor(random() * CUSTOMERS);
  const first = FIRST_NAMES[customer % FIRST_NAMES.length] as string;
  const last = LAST_NAMES[Math.floor(customer / FIRST_NAMES.length) % LAST_NAMES.length] as string;
  const topic = pick(random, TOPICS);
  const local = `${first}.${last}.${customer}`
    .normalize('NFD')
    .replace(/[^A-Za-z0-9.]/g, '')
    .toLowerCase();
  const email = `${local}@customer${customer % 37}.example`;
  return { id, name: `${first} ${last}`, email, subject: `${topic} #${10000 + id}`, ids: [], last: null };
}

/** Two texts that say the same, as a mail program writes them. */
function textAndHtml(thread: Thread, paragraphs: string[], phone: number, index: number): { text: string; html: string } {
  const { last, name } = thread;
  const quoted = last
    ? [
        `On ${new Date(last.at).toUTCString()}, ${name} wrote:`,
        ...last.paragraphs.map((words) =>
          wrap(words, 70)
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n'),
        ),
      ]
    : [];
  const signature = ['-- ', name, `Tel. +49 30 ${phone}`].join('\n');
  const text = ['Hello,', ...paragraphs, 'Best regards,', signature, ...quoted]
    .map((part) => (part.startsWith('>') || part.startsWith('--') ? part : wrap(part)))
    .join('\n\n');
  const html =
    '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif}</style></head><body lang="EN-GB"><div class="WordSection1"><p class="MsoNormal">Hello,</p>' +
    paragraphs.map((words) => `<p class="MsoNormal"><span style="color:#1F497D">${escapeHtml(words)}</span></p>`).join('\n') +
    `<p class="MsoNormal">Best regards,<br><b>${escapeHtml(name)}</b><br><a href="https://www.customer.example/?id=${index}">www.customer.example</a></p></div>` +
    (last
      ? `<blockquote style="border-left:1px solid #ccc;padding-left:6pt" type="cite">${last.paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('')}</blockquote>`
      : '') +
    '</body></html>\n';
  return { text: `${text}\n`, html };
}

function textPart(type: 'plain' | 'html', text: string, transfer: number): string {
  if (type === 'plain' && transfer < 0.2 && !/[^\0-\x7f]/.test(text))
    return `Content-Type: text/plain; charset="us-ascii"\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${crlf(text)}`;
  const head = `Content-Type: text/${type}; charset="utf-8"\r\nContent-Transfer-Encoding: `;
  if (transfer < 0.85) return `${head}quoted-printable\r\n\r\n${quotedPrintable(text)}`;
  return `${head}base64\r\n\r\n${base64Lines(Buffer.from(text))}\r\n`;
}

function filePart(random: Random, index: number, position: number): string {
  const isPicture = random() < 0.5;
  const size = 1500 + Math.floor(random() * 18000);
  const name = isPicture ? `screenshot-${index}-${position}.png` : `rechnung-übersicht-${index}-${position}.csv`;
  const data = isPicture ? pictureBytes(random, size) : tableBytes(random, size);
  const filename = isAscii(name) ? `filename="${name}"` : `filename*=UTF-8''${encodeURIComponent(name)}`;
  const mime = isPicture ? 'image/png' : 'text/csv; charset=utf-8';
  return (
    `Content-Type: ${mime}; name="${encodedWord(name)}"\r\nContent-Disposition: attachment; ${filename}\r\n` +
    `Content-Transfer-Encoding: base64\r\n\r\n${base64Lines(data)}\r\n`
  );
}

function pictureBytes(random: Random, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at++) bytes[at] = random() * 256;
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  return bytes;
}

function tableBytes(random: Random, size: number): Buffer {
  const row = (_: unknown, at: number): string => `${at};${Math.floor(random() * 1e6)};item ${Math.floor(random() * 900)};EUR`;
  return Buffer.from(Array.from({ length: Math.floor(size / 30) }, row).join('\r\n'));
}

function contentOf(random: Random, index: number, seed: number, texts: { text: string; html: string }): string {
  const boundary = (kind: string): string => `----=_Part_${index}_${kind}_${seed}`;
  const form = random();
  const many = random();
  const files = many < 0.7 ? 0 : many < 0.9 ? 1 : 2;
  const transfer = random();
  const plain = (): string => textPart('plain', texts.text, transfer);
  const html = (): string => textPart('html', texts.html, transfer);
  const both = boundary('a');
  let content =
    form < 0.35
      ? plain()
      : form < 0.5
        ? html()
        : `Content-Type: multipart/alternative; boundary="${both}"\r\n\r\n--${both}\r\n${plain()}\r\n--${both}\r\n${html()}\r\n--${both}--\r\n`;
  if (files > 0) {
    const mixed = boundary('m');
    let parts = `--${mixed}\r\n${content}\r\n`;
    for (let at = 0; at < files; at++) parts += `--${mixed}\r\n${filePart(random, index, at)}`;
    content = `Content-Type: multipart/mixed; boundary="${mixed}"\r\n\r\n${parts}--${mixed}--\r\n`;
  }
  return content;
}

function headOf(
  random: Random,
  o: { to: string; index: number; messageId: string; date: Date; isReply: boolean },
  thread: Thread,
): string {
  const { to, index, messageId, isReply } = o;
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const date = o.date.toUTCString().replace('GMT', '+0000');
  const signed = (length: number): string => Buffer.from(hex(length)).toString('base64');
  return [
    `Return-Path: <${thread.email}>`,
    `Delivered-To: ${to}`,
    `Received: from mx1.bench.test (mx1.bench.test [192.0.2.10])\r\n\tby store.bench.test (Postfix) with ESMTPS id ${hex(12)}\r\n\tfor <${to}>; ${date}`,
    `Received: from mail.customer.example (mail.customer.example [198.51.100.${index % 250}])\r\n\tby mx1.bench.test with ESMTPS id ${hex(16)}\r\n\t(version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\r\n\t${date}`,
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=customer.example; s=s1;\r\n\th=from:to:subject:date:message-id; bh=${signed(32).slice(0, 43)}=;\r\n\tb=${signed(120).slice(0, 64)}\r\n\t ${signed(120).slice(0, 64)}==`,
    `Message-ID: ${messageId}`,
    `Date: ${date}`,
    `From: ${isAscii(thread.name) ? `"${thread.name}"` : encodedWord(thread.name)} <${thread.email}>`,
    `To: "Bench Support" <${to}>`,
    `Subject: ${encodedWord((isReply ? 'Re: ' : '') + thread.subject)}`,
    ...(isReply ? [`In-Reply-To: ${thread.ids.at(-1)}`, `References: ${thread.ids.slice(-8).join('\r\n ')}`] : []),
    'MIME-Version: 1.0',
    'X-Mailer: BenchMail 1.0',
    'Accept-Language: en-GB, de-DE',
  ].join('\r\n');
}

/** The mails one after the other; of a million none but the last of each thread is held. */
export function* generateMails({
  count,
  seed = 1,
  to = 'support@bench.test',
  run = 'r1',
}: CorpusOptions): Generator<GeneratedMail> {
  const random = randomFrom(seed);
  const threads: Thread[] = [];
  for (let index = 0; index < count; index++) {
    const isReply = threads.length > 0 && random() < 0.6;
    // Recent threads are answered more often.
    const known = isReply ? threads[Math.floor((1 - random() * random()) * threads.length) % threads.length] : undefined;
    const thread = known ?? newThread(random, threads.length);
    if (!known) threads.push(thread);
    const messageId = `<${run}.${seed}.${index}.${thread.id}@mail.customer.example>`;
    const date = new Date(START + index * 61_000 + Math.floor(random() * 30_000));
    const paragraphs = bodyText(random);
    const texts = textAndHtml(thread, paragraphs, 100000 + Math.floor(random() * 899999), index);
    const content = contentOf(random, index, seed, texts);
    const head = headOf(random, { to, index, messageId, date, isReply }, thread);
    thread.ids.push(messageId);
    thread.last = { paragraphs, at: Number(date) };
    yield { index, thread: thread.id, isReply, messageId, from: thread.email, raw: `${head}\r\n${content}` };
  }
}
