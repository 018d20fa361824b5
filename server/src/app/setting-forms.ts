import { isIP } from 'node:net';
import { z } from 'zod';
import { OWN_PATHS } from '../kernel/public-address.js';
import { PUBLISHER } from '../plugin-host/signature.js';

// How settings are written: each form of them with the words for one that is wrong.

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const whole = (from: number, to: number, fallback: number) =>
  z
    .string()
    .optional()
    .transform((text, issues) => {
      if (text === undefined) return fallback;
      const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
      if (value >= from && value <= to) return value;
      issues.addIssue({ code: 'custom', message: `it must be a whole number from ${from} to ${to}, not "${text}"` });
      return z.NEVER;
    });

export const address = (protocols: readonly string[], example: string) =>
  z
    .string()
    .optional()
    .refine((text) => text === undefined || (URL.canParse(text) && protocols.includes(new URL(text).protocol)), {
      // The value itself may hold a password, so it is not repeated.
      message: `it must be an address such as ${example}`,
    });

export const publicUrl = address(['http:', 'https:'], 'https://desk.example.com')
  .refine((text) => text === undefined || !URL.canParse(text) || isPublic(new URL(text)), {
    message: `it must be an address such as https://desk.example.com or https://example.com/desk; its path has letters, digits, hyphens and underscores only, and no part of it is one of ours (${OWN_PATHS.join(', ')})`,
  })
  .transform((text) => (text !== undefined && URL.canParse(text) ? wholeOf(new URL(text)) : undefined));

function isPublic({ pathname, search, hash, username, password }: URL): boolean {
  const parts = pathname.split('/').filter((part) => part !== '');
  const ours: readonly string[] = OWN_PATHS;
  return !`${search}${hash}${username}${password}` && parts.every((part) => /^[\w-]+$/.test(part) && !ours.includes(part));
}

const wholeOf = ({ origin, pathname }: URL): string => origin + pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');

/** Parts between commas, each of which must be what `isOne` says. */
export const listOf = (isOne: (part: string) => boolean, message: string) =>
  z
    .string()
    .optional()
    .transform((text) =>
      (text ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((list) => list.every(isOne), { message });

export const proxies = listOf(
  isProxy,
  'it must be a list of IP addresses or networks, such as 10.0.0.1,172.16.0.0/12, or the word loopback',
);
export const networks = listOf(isNetwork, 'it must be a list of IP addresses or networks, such as 10.0.0.1,172.16.0.0/12');

export const publishers = listOf(
  (part) => PUBLISHER.test(part),
  'it must be a list of publishers, such as Acme=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
);

function isProxy(part: string): boolean {
  return ['loopback', 'linklocal', 'uniquelocal'].includes(part) || isNetwork(part);
}

export function isNameServer(part: string): boolean {
  return isIP(part.replace(/^\[(.+)\](:\d+)?$/, '$1')) !== 0 || isIP(part.replace(/:\d{1,5}$/, '')) === 4;
}

function isNetwork(part: string): boolean {
  const [ip = '', bits, more] = part.split('/');
  return isIP(ip) !== 0 && more === undefined && (bits === undefined || /^\d{1,3}$/.test(bits));
}

export const databaseUrl = z
  .string()
  .optional()
  .refine((text) => text === undefined || !/^[a-z]{2,}:\/\//i.test(text) || /^(postgres|postgresql|sqlite):\/\//i.test(text), {
    message: 'it must begin with postgres:// or be the path of a SQLite file',
  });

export const owner = {
  email: z
    .string()
    .optional()
    .refine((text) => text === undefined || /^[^\s@]+@[^\s@]+$/.test(text), { message: 'it must be an e-mail address' }),
  password: z
    .string()
    .optional()
    .refine((text) => text === undefined || text.length >= 10, { message: 'it must have at least 10 characters' }),
};

export const secretKey = z
  .string()
  .optional()
  .refine((text) => text === undefined || isKey(text), {
    message: 'it must be 32 random bytes as 64 hex digits or in base64, such as `openssl rand -hex 32` prints',
  });

function isKey(text: string): boolean {
  const isOne = (key: string): boolean => /^[0-9a-f]{64}$/i.test(key) || Buffer.from(key, 'base64').length === 32;
  return text.trim().split(/\s+/).every(isOne);
}

export const bucket = z
  .string()
  .optional()
  .refine((text) => text === undefined || /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w.-]+)*$/.test(text), {
    message: 'it must be the name of a bucket, such as balie, or a folder in one, such as shared/balie',
  });
