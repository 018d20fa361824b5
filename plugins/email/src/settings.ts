import { secret, type Text } from '@balie/plugin-sdk';
import { z } from 'zod';

/** The words of one field of the form. zod's own type for `title` is a string; the form knows both languages. */
const words = (title: Text, description?: Text, more: Record<string, unknown> = {}): z.GlobalMeta =>
  ({ title, ...(description ? { description } : {}), ...more }) as unknown as z.GlobalMeta;

const port = () => z.number().int().min(1).max(65535);
const ADDRESS = /^[^\s@<>",;:]+@[^\s@<>",;:]+$/u;
const host = () => z.string().trim().min(1, 'Give the name of the server.').max(253);
const security = z.enum(['tls', 'starttls', 'none']);
/** What the values of a choice are called in the form. */
const securityLabels: Record<z.output<typeof security>, Text> = {
  tls: { en: 'TLS (recommended)', nl: 'TLS (aanbevolen)' },
  starttls: { en: 'STARTTLS', nl: 'STARTTLS' },
  none: { en: 'No encryption (unsafe)', nl: 'Geen versleuteling (onveilig)' },
};
const securityWords: Text = {
  en: 'TLS is encrypted from the start, STARTTLS after a plain greeting. Without encryption anybody on the way can read the password and every mail: choose that only inside a network that you trust.',
  nl: 'TLS is vanaf het begin versleuteld, STARTTLS na een open begroeting. Zonder versleuteling kan iedereen onderweg het wachtwoord en elke mail lezen: kies dat alleen binnen een netwerk dat je vertrouwt.',
};
const saveSent = z.enum(['auto', 'always', 'never']);
const saveSentLabels: Record<z.output<typeof saveSent>, Text> = {
  auto: { en: 'Where the provider does not (recommended)', nl: 'Als de aanbieder het niet doet (aanbevolen)' },
  always: { en: 'Always', nl: 'Altijd' },
  never: { en: 'Never', nl: 'Nooit' },
};

/** What an admin fills in for one mailbox. Flat, so that a plain form can draw it. */
export const settings = z.object({
  address: z
    .string()
    .trim()
    .regex(ADDRESS, 'This is not an e-mail address.')
    .meta(
      words(
        { en: 'Email address', nl: 'E-mailadres' },
        { en: 'The address that customers write to.', nl: 'Het adres waar klanten naar schrijven.' },
      ),
    ),
  name: z
    .string()
    .trim()
    .max(200)
    .default('')
    .meta(
      words(
        { en: 'Sender name', nl: 'Naam van de afzender' },
        {
          en: 'Stands beside the address in the mails that you send, such as “Shop support”.',
          nl: 'Staat naast het adres in de mails die je verstuurt, zoals “Klantenservice”.',
        },
      ),
    ),
  imapHost: host().meta(
    words(
      { en: 'IMAP server', nl: 'IMAP-server' },
      { en: 'Where mail is read, such as imap.example.com.', nl: 'Waar mail wordt gelezen, zoals imap.example.com.' },
    ),
  ),
  imapPort: port()
    .default(993)
    .meta(
      words(
        { en: 'IMAP port', nl: 'IMAP-poort' },
        { en: '993 with TLS, 143 with STARTTLS.', nl: '993 bij TLS, 143 bij STARTTLS.' },
      ),
    ),
  imapSecurity: security
    .default('tls')
    .meta(words({ en: 'IMAP encryption', nl: 'IMAP-versleuteling' }, securityWords, { labels: securityLabels })),
  user: z
    .string()
    .trim()
    .min(1, 'Give the user name.')
    .max(320)
    .meta(
      words(
        { en: 'User name', nl: 'Gebruikersnaam' },
        { en: 'Often the email address itself.', nl: 'Vaak het e-mailadres zelf.' },
      ),
    ),
  password: secret(
    z
      .string()
      .min(1, 'Give the password.')
      .max(1000)
      .meta(
        words(
          { en: 'Password', nl: 'Wachtwoord' },
          {
            en: 'Or an app password, where the provider asks for one.',
            nl: 'Of een app-wachtwoord, als de aanbieder daarom vraagt.',
          },
        ),
      ),
  ),
  folders: z
    .string()
    .trim()
    .min(1)
    .default('INBOX')
    .meta(
      words(
        { en: 'Folders to read', nl: 'Mappen om te lezen' },
        {
          en: 'Names, parted by commas. Junk and trash are never read.',
          nl: 'Namen, gescheiden door komma’s. Spam en prullenbak worden nooit gelezen.',
        },
      ),
    ),
  smtpHost: host().meta(
    words(
      { en: 'SMTP server', nl: 'SMTP-server' },
      { en: 'Where mail is sent, such as smtp.example.com.', nl: 'Waar mail wordt verstuurd, zoals smtp.example.com.' },
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
  aliases: z
    .string()
    .trim()
    .default('')
    .meta(
      words(
        { en: 'Other addresses of this mailbox', nl: 'Andere adressen van deze mailbox' },
        {
          en: 'Parted by commas. They are ours: a reply never goes to them.',
          nl: 'Gescheiden door komma’s. Ze zijn van ons: een antwoord gaat er nooit heen.',
        },
        { advanced: true },
      ),
    ),
  history: z
    .number()
    .int()
    .min(0)
    .max(5000)
    .default(50)
    .meta(
      words(
        { en: 'Older mails to import', nl: 'Oudere mails om te importeren' },
        {
          en: 'How many of the newest mails are read in when the mailbox is connected.',
          nl: 'Hoeveel van de nieuwste mails worden ingelezen bij het verbinden.',
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
  authservId: z
    .string()
    .trim()
    .max(253)
    .default('')
    .meta(
      words(
        { en: 'Trusted authentication server', nl: 'Vertrouwde authenticatieserver' },
        {
          en: 'The name that your mail server writes first in Authentication-Results. Only its verdicts are believed.',
          nl: 'De naam die je mailserver vooraan in Authentication-Results schrijft. Alleen zijn oordeel wordt geloofd.',
        },
        { advanced: true },
      ),
    ),
  allowPrivateAddress: z
    .boolean()
    .default(false)
    .meta(
      words(
        { en: 'Allow servers on a private network', nl: 'Servers op een privénetwerk toestaan' },
        {
          en: 'Needed for a mail server inside your own network or on this machine.',
          nl: 'Nodig voor een mailserver in je eigen netwerk of op deze machine.',
        },
        { advanced: true },
      ),
    ),
  ca: z
    .string()
    .trim()
    .max(200_000)
    .refine(
      (pem) => pem === '' || /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(pem),
      'Paste the certificate as PEM text, from BEGIN CERTIFICATE to END CERTIFICATE.',
    )
    .default('')
    .meta(
      words(
        { en: 'Certificate of your own authority', nl: 'Certificaat van je eigen autoriteit' },
        {
          en: 'PEM text; trusted for this mailbox beside the usual authorities.',
          nl: 'PEM-tekst; vertrouwd voor deze mailbox, naast de gebruikelijke autoriteiten.',
        },
        { advanced: true, multiline: true },
      ),
    ),
});

export type Settings = z.output<typeof settings>;

const list = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((item) => item.trim())
      .filter(Boolean),
  ),
];

/** The folders to read, INBOX spelled as the protocol does. */
export const foldersOf = (s: Settings): string[] => {
  const folders = list(s.folders).map((name) => (name.toUpperCase() === 'INBOX' ? 'INBOX' : name));
  return folders.length ? folders : ['INBOX'];
};

/** Our address and its aliases, lower-cased, the main one first. */
export const ownAddresses = (s: Settings): string[] => [...new Set([s.address, ...list(s.aliases)].map((a) => a.toLowerCase()))];

/** Google and Microsoft put what goes through their SMTP into Sent by themselves (R-SND-8). */
export const keepsSentCopy = (s: Settings): boolean =>
  s.saveSent === 'always' ||
  (s.saveSent === 'auto' &&
    !/(^|\.)(gmail\.com|googlemail\.com|google\.com|office365\.com|outlook\.com|hotmail\.com)$/i.test(s.smtpHost));
