import type { Text } from '@balie/plugin-sdk';
import type { Settings } from '../settings.js';

/** Where and for what somebody signs in, and what the provider wants to be told besides (RFC 6749, RFC 7636). */
export interface Provider {
  name: string;
  authorizeUrl: string;
  tokenUrl: string;
  scopes: readonly string[];
  /** Without these nothing can be read or sent; a person may have left them out where he agreed. */
  needed: readonly string[];
  ask: Readonly<Record<string, string>>;
}

/** Google's own scope for IMAP and SMTP: developers.google.com/gmail/imap/xoauth2-protocol. */
const GOOGLE_SCOPE = 'https://mail.google.com/';
/** learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth */
const MICROSOFT_SCOPES = ['https://outlook.office.com/IMAP.AccessAsUser.All', 'https://outlook.office.com/SMTP.Send'];

/** The provider of a mailbox; null where a password lets us in. */
export function providerOf(s: Settings): Provider | null {
  switch (s.signIn) {
    case 'password':
      return null;
    case 'google':
      return {
        name: 'Google',
        authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        scopes: [GOOGLE_SCOPE],
        needed: [GOOGLE_SCOPE],
        // A token to renew by comes only with these two (developers.google.com/identity/protocols/oauth2/web-server).
        ask: { access_type: 'offline', prompt: 'consent', login_hint: s.user },
      };
    case 'microsoft': {
      const login = `https://login.microsoftonline.com/${encodeURIComponent(s.tenant)}/oauth2/v2.0`;
      return {
        name: 'Microsoft',
        authorizeUrl: `${login}/authorize`,
        tokenUrl: `${login}/token`,
        scopes: [...MICROSOFT_SCOPES, 'offline_access'],
        needed: MICROSOFT_SCOPES,
        // The one who signs in may be another than the mailbox: a shared mailbox is opened by its members.
        ask: { response_mode: 'query', prompt: 'select_account' },
      };
    }
    case 'other': {
      const scopes = s.scopes.split(/\s+/).filter(Boolean);
      return {
        name: new URL(s.authorizeUrl).host,
        authorizeUrl: s.authorizeUrl,
        tokenUrl: s.tokenUrl,
        scopes,
        needed: scopes.filter((scope) => scope !== 'offline_access' && scope !== 'openid'),
        ask: { login_hint: s.user },
      };
    }
  }
}

/** Where the way back is registered, for the form. */
export const REGISTER: Record<'google' | 'microsoft' | 'other', { help: Text; link?: string }> = {
  google: {
    help: {
      en: 'In the Google Cloud console make an OAuth client of the type “Web application”, switch the Gmail API on, and add this as an authorised redirect URI. Choose the audience “Internal”, or publish the app: while it is in testing, Google ends each sign-in after seven days.',
      nl: 'Maak in de Google Cloud-console een OAuth-client van het type “Webapplicatie”, zet de Gmail-API aan en voeg dit toe als geautoriseerde omleidings-URI. Kies de doelgroep “Intern” of publiceer de app: zolang hij in test is, beëindigt Google elke aanmelding na zeven dagen.',
    },
    link: 'https://console.cloud.google.com/auth/clients',
  },
  microsoft: {
    help: {
      en: 'In Microsoft Entra register an app, add this as a redirect URI of the type “Web”, make a client secret, and add the delegated permissions IMAP.AccessAsUser.All, SMTP.Send and offline_access of Exchange Online.',
      nl: 'Registreer in Microsoft Entra een app, voeg dit toe als omleidings-URI van het type “Web”, maak een clientgeheim en voeg de gedelegeerde machtigingen IMAP.AccessAsUser.All, SMTP.Send en offline_access van Exchange Online toe.',
    },
    link: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  },
  other: {
    help: {
      en: 'Register this with your provider, where it asks for the redirect URI of the app.',
      nl: 'Registreer dit bij je aanbieder, waar om de omleidings-URI van de app wordt gevraagd.',
    },
  },
};
