import { secret, type Text } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';
import { host, port, type Security, security, securityLabels, securityWords } from './settings-server.js';

const saveSent = z.enum(['auto', 'always', 'never']);
const saveSentLabels: Record<z.output<typeof saveSent>, Text> = {
  auto: { en: 'Where the provider does not (recommended)', nl: 'Als de aanbieder het niet doet (aanbevolen)' },
  always: { en: 'Always', nl: 'Altijd' },
  never: { en: 'Never', nl: 'Nooit' },
};

/** Servers beside the first, by the words in which the form numbers them. */
const SECOND = { en: 'Second', nl: 'Tweede' };
const THIRD = { en: 'Third', nl: 'Derde' };
const numbered = (number: typeof SECOND, en: string, nl: string): Text => ({
  en: `${number.en} ${en}`,
  nl: `${number.nl} ${nl}`,
});

const spareHost = (number: typeof SECOND) =>
  z
    .string()
    .trim()
    .max(253)
    .default('')
    .meta(
      words(
        numbered(number, 'SMTP server', 'SMTP-server'),
        {
          en: 'Takes the mail when those before it can’t be reached or put it off.',
          nl: 'Neemt de mail over als die ervoor niet bereikbaar zijn of hem uitstellen.',
        },
        { advanced: true },
      ),
    );
const sparePort = (number: typeof SECOND) =>
  port()
    .default(465)
    .meta(words(numbered(number, 'SMTP port', 'SMTP-poort'), undefined, { advanced: true }));
const spareSecurity = (number: typeof SECOND) =>
  security
    .default('tls')
    .meta(
      words(numbered(number, 'SMTP encryption', 'SMTP-versleuteling'), undefined, { advanced: true, labels: securityLabels }),
    );
const spareUser = (number: typeof SECOND) =>
  z
    .string()
    .trim()
    .max(320)
    .default('')
    .meta(
      words(
        numbered(number, 'SMTP user name', 'SMTP-gebruikersnaam'),
        {
          en: 'Left empty, nobody signs in there: the names and passwords above are not given to another server.',
          nl: 'Laat je dit leeg, dan wordt daar niet aangemeld: de gegevens hierboven gaan niet naar een andere server.',
        },
        { advanced: true },
      ),
    );
const sparePassword = (number: typeof SECOND) =>
  secret(
    z
      .string()
      .max(1000)
      .default('')
      .meta(words(numbered(number, 'SMTP password', 'SMTP-wachtwoord'), undefined, { advanced: true })),
  );

/** Which servers send, how fast, and what is kept of it. */
export const sendingSettings = {
  smtpHost: host().meta(
    words(
      { en: 'SMTP server', nl: 'SMTP-server' },
      { en: 'Where mail is sent, such as smtp.example.com.', nl: 'Waar mail wordt verstuurd, zoals smtp.example.com.' },
      { needed: true },
    ),
  ),
  smtpPort: port()
    .default(465)
    .meta(
      words(
        { en: 'SMTP port', nl: 'SMTP-poort' },
        { en: '465 with TLS, 587 with STARTTLS.', nl: '465 bij TLS, 587 bij STARTTLS.' },
      ),
    ),
  smtpSecurity: security
    .default('tls')
    .meta(words({ en: 'SMTP encryption', nl: 'SMTP-versleuteling' }, securityWords, { labels: securityLabels })),
  smtpUser: z
    .string()
    .trim()
    .max(320)
    .default('')
    .meta(
      words(
        { en: 'SMTP user name', nl: 'SMTP-gebruikersnaam' },
        { en: 'Only when it is not the one above.', nl: 'Alleen als het niet die hierboven is.' },
        { advanced: true },
      ),
    ),
  smtpPassword: secret(
    z
      .string()
      .max(1000)
      .default('')
      .meta(
        words(
          { en: 'SMTP password', nl: 'SMTP-wachtwoord' },
          { en: 'Only when it is not the one above.', nl: 'Alleen als het niet dat hierboven is.' },
          { advanced: true },
        ),
      ),
  ),
  smtp2Host: spareHost(SECOND),
  smtp2Port: sparePort(SECOND),
  smtp2Security: spareSecurity(SECOND),
  smtp2User: spareUser(SECOND),
  smtp2Password: sparePassword(SECOND),
  smtp3Host: spareHost(THIRD),
  smtp3Port: sparePort(THIRD),
  smtp3Security: spareSecurity(THIRD),
  smtp3User: spareUser(THIRD),
  smtp3Password: sparePassword(THIRD),
  sendPerMinute: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .optional()
    .meta(
      words(
        { en: 'Mails a minute at most', nl: 'Hoogstens zoveel mails per minuut' },
        {
          en: 'What is more waits. Left empty, what the provider allows (Microsoft: 30); 0 for no limit.',
          nl: 'De rest wacht. Laat je dit leeg, dan wat de aanbieder toestaat (Microsoft: 30); 0 voor geen grens.',
        },
        { advanced: true },
      ),
    ),
  sendPerDay: z
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .optional()
    .meta(
      words(
        { en: 'Recipients a day at most', nl: 'Hoogstens zoveel ontvangers per dag' },
        {
          en: 'Each recipient of a mail counts. Left empty, what the provider allows (Microsoft: 10,000; Google: 2,000, for a gmail.com address 500); 0 for no limit.',
          nl: 'Elke ontvanger van een mail telt. Laat je dit leeg, dan wat de aanbieder toestaat (Microsoft: 10.000; Google: 2.000, voor een gmail.com-adres 500); 0 voor geen grens.',
        },
        { advanced: true },
      ),
    ),
  replyToken: z
    .boolean()
    .default(true)
    .meta(
      words(
        { en: 'Recognise answers by a plus address', nl: 'Antwoorden herkennen aan een plus-adres' },
        {
          en: 'Replies carry Reply-To: name+code@…, so that an answer finds its conversation even when the mail program drops everything else. Switch it off when your provider has no plus addresses.',
          nl: 'Antwoorden dragen Reply-To: naam+code@…, zodat een reactie haar gesprek vindt, ook als het mailprogramma de rest weglaat. Zet het uit als je aanbieder geen plus-adressen kent.',
        },
        { advanced: true },
      ),
    ),
  saveSent: saveSent.default('auto').meta(
    words(
      { en: 'Keep a copy in the Sent folder', nl: 'Kopie bewaren in Verzonden' },
      {
        en: 'Google and Microsoft keep one by themselves.',
        nl: 'Google en Microsoft bewaren er zelf een.',
      },
      { advanced: true, labels: saveSentLabels },
    ),
  ),
};

type SendingSettings = z.output<z.ZodObject<typeof sendingSettings>>;

/** A server that sends, and how we sign in there; no user for not at all. */
export interface SmtpServer {
  host: string;
  port: number;
  security: Security;
  user: string;
  password: string;
  /** The mailbox's own, signed in to as the mailbox is. */
  ofMailbox: boolean;
}

/** The servers that send, in the order in which they are tried (product 5.2). */
export const serversOf = (s: SendingSettings & { user: string; password: string }): SmtpServer[] =>
  [
    {
      host: s.smtpHost,
      port: s.smtpPort,
      security: s.smtpSecurity,
      user: s.smtpUser || s.user,
      password: s.smtpPassword || s.password,
      ofMailbox: s.smtpPassword === '',
    },
    {
      host: s.smtp2Host,
      port: s.smtp2Port,
      security: s.smtp2Security,
      user: s.smtp2User,
      password: s.smtp2Password,
      ofMailbox: false,
    },
    {
      host: s.smtp3Host,
      port: s.smtp3Port,
      security: s.smtp3Security,
      user: s.smtp3User,
      password: s.smtp3Password,
      ofMailbox: false,
    },
  ].filter(({ host: name }) => name !== '');

const GOOGLE = /(^|\.)(gmail\.com|googlemail\.com|google\.com)$/i;
const MICROSOFT = /(^|\.)(office365\.com|outlook\.com|hotmail\.com)$/i;

/** How fast a mailbox may send; 0 for no limit. */
export interface SendingLimits {
  /** Messages in any 60 seconds. */
  perMinute: number;
  /** Recipients in any 24 hours. */
  perDay: number;
}

/**
 * What the admin has set, else what the provider of the first server is known to allow (R-SND-7). Microsoft: Exchange Online limits,
 * 30 messages a minute and 10,000 recipients a day. Google: 2,000 a day in Workspace (support.google.com/a/answer/166852), 500 for a
 * gmail.com address (support.google.com/mail/answer/22839).
 */
export function limitsOf(s: SendingSettings & { address: string }): SendingLimits {
  const google = GOOGLE.test(s.smtpHost) ? (GOOGLE.test(s.address.slice(s.address.lastIndexOf('@') + 1)) ? 500 : 2_000) : 0;
  const microsoft = MICROSOFT.test(s.smtpHost);
  return { perMinute: s.sendPerMinute ?? (microsoft ? 30 : 0), perDay: s.sendPerDay ?? (microsoft ? 10_000 : google) };
}

/** Google and Microsoft put what goes through their SMTP into Sent by themselves (R-SND-8). */
export const keepsSentCopy = (s: Pick<SendingSettings, 'saveSent'> & { incoming: string }, smtpHost: string): boolean =>
  s.incoming === 'imap' &&
  (s.saveSent === 'always' || (s.saveSent === 'auto' && !GOOGLE.test(smtpHost) && !MICROSOFT.test(smtpHost)));
