/** Kind of the identities that are mail addresses. */
export const MAIL_IDENTITY = 'email';
/** Kind of the identity by which another system knows a contact: the key of an import. */
export const EXTERNAL_IDENTITY = 'external';
/** Kind of the identities that know a browser again and say nothing of who sits before it. */
export const NAMELESS_IDENTITY = 'visitor';

// Maps, as a kind is any word: an object would know `constructor`, too.
const NORMALIZERS = new Map<string, (value: string) => string>([
  [
    'email',
    (value) => {
      const trimmed = value.trim();
      const at = trimmed.lastIndexOf('@');
      if (at < 0) return trimmed.toLowerCase();
      return `${trimmed.slice(0, at).toLowerCase()}@${new URL(`http://${trimmed.slice(at + 1) || 'x'}`, 'http://x').hostname || trimmed.slice(at + 1).toLowerCase()}`;
    },
  ],
  ['phone', (value) => value.replaceAll(/[^\d+]/g, '')],
]);

/** The form in which two identity values of a kind are compared; equal bytes for kinds that need nothing else. */
export function identityKey(kind: string, value: string): string {
  try {
    return (NORMALIZERS.get(kind) ?? ((same: string) => same))(value).slice(0, 320);
  } catch {
    return value.trim().toLowerCase().slice(0, 320);
  }
}

const BASES = new Map([['email', (key: string) => key.replace(/\+[^@]*(?=@)/, '')]]);

/** All forms under which an identity may be known: its own, and that without its detail, as in `support+token@` (RFC 5233). */
export function identityKeys(kind: string, value: string): string[] {
  const key = identityKey(kind, value);
  return [...new Set([key, BASES.get(kind)?.(key) ?? key])];
}

const VALID = new Map<string, (value: string) => boolean>([
  ['email', (value) => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(value)],
  ['phone', (value) => /^\+?[\d\s().-]{3,30}$/.test(value)],
]);

/** Whether a value that a person typed can be of the kind; nothing that could break out of a header or a line ever is. */
export function isIdentityValue(kind: string, value: string): boolean {
  const tame = value.length > 0 && value.length <= 320 && !/[\p{Cc}\u2028\u2029]/u.test(value);
  return tame && (VALID.get(kind)?.(value) ?? true);
}

// Anybody can have an address there, so sharing one says nothing about who somebody is.
const PUBLIC_DOMAINS = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.fr hotmail.nl live.com live.nl msn.com ' +
    'yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.co.jp ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.com ' +
    'gmx.de gmx.net gmx.at web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com sina.com naver.com ' +
    'zoho.com fastmail.com hey.com tutanota.com tuta.io posteo.de mailbox.org ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl hetnet.nl ' +
    'orange.fr free.fr laposte.net sfr.fr wanadoo.fr libero.it virgilio.it tiscali.it btinternet.com sky.com comcast.net verizon.net att.net'
  ).split(' '),
);

const DOMAINS = new Map([['email', (key: string) => (key.includes('@') ? key.slice(key.lastIndexOf('@') + 1) : undefined)]]);

/** The organisation that an identity belongs to, as far as its kind shows one: the domain of an address that is not open to anybody. */
export function identityDomain(kind: string, value: string): string | null {
  const domain = DOMAINS.get(kind)?.(identityKey(kind, value));
  return !domain || PUBLIC_DOMAINS.has(domain) ? null : domain;
}
