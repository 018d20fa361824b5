import { secret } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';
import { IMAP, incoming, onlyWhen } from './settings-receiving.js';
import { readingSettings } from './settings-reading.js';
import { sendingSettings } from './settings-sending.js';
import { BY_PASSWORD, checkSignIn, OWN_SERVERS, signInSettings } from './settings-sign-in.js';
import { port, security, securityLabels, securityWords } from './settings-server.js';

const ADDRESS = /^[^\s@<>",;:]+@[^\s@<>",;:]+$/u;

const fields = {
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
  incoming,
  ...signInSettings,
  imapHost: z
    .string()
    .trim()
    .max(253)
    .default('')
    .meta(
      words(
        { en: 'IMAP server', nl: 'IMAP-server' },
        { en: 'Where mail is read, such as imap.example.com.', nl: 'Waar mail wordt gelezen, zoals imap.example.com.' },
        { needed: true },
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
    .max(320)
    .default('')
    .meta(
      words(
        { en: 'User name', nl: 'Gebruikersnaam' },
        { en: 'Often the email address itself.', nl: 'Vaak het e-mailadres zelf.' },
        { needed: IMAP },
      ),
    ),
  password: secret(
    z
      .string()
      .max(1000)
      .default('')
      .meta(
        words(
          { en: 'Password', nl: 'Wachtwoord' },
          {
            en: 'Or an app password, where the provider asks for one.',
            nl: 'Of een app-wachtwoord, als de aanbieder daarom vraagt.',
          },
          { needed: IMAP },
        ),
      ),
  ),
  ...readingSettings,
  ...sendingSettings,
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
};
const READING = ['imapHost', 'imapPort', 'imapSecurity', 'history', 'saveSent', ...Object.keys(readingSettings)];
const SERVERS = ['imapHost', 'imapPort', 'imapSecurity', 'smtpHost', 'smtpPort', 'smtpSecurity', 'smtpUser', 'smtpPassword'];
const asked = onlyWhen(BY_PASSWORD, ['user', 'password'], onlyWhen(OWN_SERVERS, SERVERS, onlyWhen(IMAP, READING, fields)));

/** What an admin fills in for one mailbox. Flat, so that a plain form can draw it. */
export const settings = z.object(asked).check(({ value, issues }) => checkSignIn(value, issues));

export type Settings = z.output<typeof settings>;
/** The settings to connect with; where OAuth lets us in, with the token of this moment. */
export type Mailbox = Settings & {
  accessToken?: string;
  /** From when the connection should be made anew with another token. */
  renewAt?: number;
};

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
export const ownAddresses = (s: Pick<Settings, 'address' | 'aliases'>): string[] => [
  ...new Set([s.address, ...list(s.aliases)].map((a) => a.toLowerCase())),
];
