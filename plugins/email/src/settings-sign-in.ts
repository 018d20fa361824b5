import { secret, type Json, type Text, type When } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';

const signIn = z.enum(['password', 'google', 'microsoft', 'other']);
/** How a mailbox lets us in. */
export type SignIn = z.output<typeof signIn>;

const signInLabels: Record<SignIn, Text> = {
  password: { en: 'Password', nl: 'Wachtwoord' },
  google: { en: 'Google account (OAuth2)', nl: 'Google-account (OAuth2)' },
  microsoft: { en: 'Microsoft 365 or Outlook (OAuth2)', nl: 'Microsoft 365 of Outlook (OAuth2)' },
  other: { en: 'Another provider with OAuth2', nl: 'Een andere aanbieder met OAuth2' },
};

/** The servers of the two that we know; developers.google.com/gmail/imap and learn.microsoft.com/exchange, POP3, IMAP and SMTP settings. */
export const SERVERS: Partial<Record<SignIn, Record<string, Json>>> = {
  google: {
    imapHost: 'imap.gmail.com',
    imapPort: 993,
    imapSecurity: 'tls',
    smtpHost: 'smtp.gmail.com',
    smtpPort: 465,
    smtpSecurity: 'tls',
  },
  microsoft: {
    imapHost: 'outlook.office365.com',
    imapPort: 993,
    imapSecurity: 'tls',
    smtpHost: 'smtp.office365.com',
    smtpPort: 587,
    smtpSecurity: 'starttls',
  },
};

/** Where the servers are not known by themselves, and where a password lets us in. */
export const OWN_SERVERS: When = { signIn: ['password', 'other'] };
export const BY_PASSWORD: When = { signIn: ['password'] };
const BY_OAUTH: When = { signIn: ['google', 'microsoft', 'other'] };
const BY_OTHER: When = { signIn: ['other'] };

const endpoint = () =>
  z
    .string()
    .trim()
    .max(1000)
    .refine(
      (url) => url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)),
      'This is not an address such as https://login.example.com/authorize.',
    )
    .default('');

/** How we sign in: by a password, or as an app that the admin has registered with the provider (D41, R-OAU-1). */
export const signInSettings = {
  signIn: signIn.default('password').meta(
    words(
      { en: 'Sign in with', nl: 'Aanmelden met' },
      {
        en: 'Google and Microsoft let fewer and fewer mailboxes in by a password. With OAuth2 you sign in at the provider, and no password is kept here.',
        nl: 'Google en Microsoft laten steeds minder mailboxen binnen met een wachtwoord. Met OAuth2 meld je je aan bij de aanbieder, en wordt hier geen wachtwoord bewaard.',
      },
      { labels: signInLabels },
    ),
  ),
  clientId: z
    .string()
    .trim()
    .max(500)
    .default('')
    .meta(
      words(
        { en: 'Client ID', nl: 'Client-ID' },
        {
          en: 'Of the app that you registered with the provider; Microsoft calls it “Application (client) ID”.',
          nl: 'Van de app die je bij de aanbieder hebt geregistreerd; Microsoft noemt het “Toepassings-id (client)”.',
        },
        { when: BY_OAUTH, needed: true },
      ),
    ),
  clientSecret: secret(
    z
      .string()
      .trim()
      .max(2000)
      .default('')
      .meta(
        words(
          { en: 'Client secret', nl: 'Clientgeheim' },
          {
            en: 'Of the same app. At Microsoft it is the value of the secret, not its ID, and it expires: note the date.',
            nl: 'Van dezelfde app. Bij Microsoft is het de waarde van het geheim, niet de id, en het verloopt: noteer de datum.',
          },
          { when: BY_OAUTH, needed: true },
        ),
      ),
  ),
  tenant: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,200}$/, 'Give the ID or the domain of the directory, or common.')
    .default('common')
    .meta(
      words(
        { en: 'Directory (tenant) ID', nl: 'Map-id (tenant)' },
        {
          en: 'Stands beside the client ID. Leave “common” when the app takes accounts of every organisation.',
          nl: 'Staat naast de client-ID. Laat “common” staan als de app accounts van elke organisatie toelaat.',
        },
        { when: { signIn: ['microsoft'] } },
      ),
    ),
  authorizeUrl: endpoint().meta(
    words(
      { en: 'Authorisation address', nl: 'Autorisatieadres' },
      {
        en: 'Where people sign in; `authorization_endpoint` in the provider’s openid-configuration.',
        nl: 'Waar mensen zich aanmelden; `authorization_endpoint` in de openid-configuration van de aanbieder.',
      },
      { when: BY_OTHER, needed: true },
    ),
  ),
  tokenUrl: endpoint().meta(
    words(
      { en: 'Token address', nl: 'Tokenadres' },
      {
        en: '`token_endpoint` in the same place.',
        nl: '`token_endpoint` op dezelfde plaats.',
      },
      { when: BY_OTHER, needed: true },
    ),
  ),
  scopes: z
    .string()
    .trim()
    .max(2000)
    .default('')
    .meta(
      words(
        { en: 'Scopes', nl: 'Scopes' },
        {
          en: 'What is asked for, parted by spaces, such as: email offline_access.',
          nl: 'Wat wordt gevraagd, gescheiden door spaties, zoals: email offline_access.',
        },
        { when: BY_OTHER },
      ),
    ),
};

interface Filled {
  incoming: string;
  signIn: SignIn;
  allowPrivateAddress: boolean;
  [field: string]: unknown;
}

const NEEDED: Record<SignIn, readonly string[]> = {
  password: ['imapHost', 'user', 'password', 'smtpHost'],
  google: ['clientId', 'clientSecret'],
  microsoft: ['clientId', 'clientSecret'],
  other: ['clientId', 'clientSecret', 'authorizeUrl', 'tokenUrl', 'imapHost', 'smtpHost'],
};
const MISSING: Record<string, string> = {
  imapHost: 'Give the name of the server.',
  smtpHost: 'Give the name of the server.',
  user: 'Give the user name.',
  password: 'Give the password.',
  clientId: 'Give the client ID of your app.',
  clientSecret: 'Give the client secret of your app.',
  authorizeUrl: 'Give the address.',
  tokenUrl: 'Give the address.',
};

/** What must be filled in depends on how we sign in. */
export function checkSignIn(filled: Filled, issues: z.core.$ZodRawIssue[]): void {
  const wrong = (field: string, message: string): void =>
    void issues.push({ code: 'custom', path: [field], message, input: filled[field] });
  const notAsked = filled.incoming === 'imap' ? [] : ['imapHost', 'user', 'password'];
  const needed = NEEDED[filled.signIn].filter((field) => !notAsked.includes(field));
  for (const field of needed) if (filled[field] === '') wrong(field, MISSING[field] ?? 'This is needed.');
  if (filled.signIn !== 'other' || filled.allowPrivateAddress) return;
  for (const field of ['authorizeUrl', 'tokenUrl'])
    if (String(filled[field]).startsWith('http:'))
      wrong(field, 'Use https, or the secret and the tokens can be read on the way.');
}

/** What was filled in, with what follows from it: the servers of a provider that we know, and the user that OAuth signs in as. */
export function completed<T extends object>(filled: T): T {
  const { signIn: way, address, user } = filled as { signIn?: SignIn; address?: Json; user?: Json };
  if (way === undefined || way === 'password') return filled;
  const servers = SERVERS[way];
  return Object.assign({ ...filled }, servers, { user: servers ? address : user || address });
}
