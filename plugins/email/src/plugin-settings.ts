import { isIP } from 'node:net';
import type { ChannelContext } from '@balie/plugin-sdk';
import { z } from 'zod';

const whole = (from: number, to: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'it must be a whole number')
    .transform(Number)
    .refine((value) => value >= from && value <= to, `it must be a whole number from ${from} to ${to}`)
    .default(fallback);

/** Said where another process of the installation listens. */
export const ELSEWHERE = 'elsewhere';

/** `0.0.0.0:2525`, `[::]:2525`, or a port alone for all networks of the machine. */
const address = z
  .string()
  .transform((text) => /^(?:\[?([^[\]]*?)\]?:)?(\d{1,5})$/.exec(text.trim()))
  .refine(
    (parts) => parts !== null && Number(parts[2]) <= 65535 && (parts[1] === undefined || isIP(parts[1]) !== 0),
    'it must be an address and a port, such as 0.0.0.0:2525',
  )
  .transform((parts) => ({ host: parts?.[1] ?? '::', port: Number(parts?.[2]) }));
const listen = z
  .union([z.literal(ELSEWHERE), address], { error: 'it must be an address and a port, such as 0.0.0.0:2525, or "elsewhere"' })
  .optional();

const servers = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .default([]);

const pem = (what: string) =>
  z
    .string()
    .regex(/-----BEGIN [A-Z ]+-----/, `it must be a ${what} as PEM text, or use the variable that ends in _FILE`)
    .optional();

/** What the host sets for the plugin as a whole: the listener that serves all channels which receive by SMTP. */
export const pluginSettings = z
  .strictObject({
    /** Where it listens; nowhere without it. `elsewhere` where another process does. */
    smtpListen: listen,
    /** The name by which it greets; that of the installation's address without it. */
    smtpName: z
      .string()
      .regex(/^[a-z0-9.-]{1,253}$/i, 'it must be the name of a host, such as mail.example.com')
      .optional(),
    smtpTlsCert: pem('certificate'),
    smtpTlsKey: pem('private key'),
    /** Of one mail. The host takes files up to 64 MiB. */
    smtpMaxMb: whole(1, 63, 50),
    smtpConnections: whole(1, 10_000, 100),
    smtpConnectionsPerAddress: whole(1, 10_000, 20),
    /** Of one mail. */
    smtpRecipients: whole(1, 10_000, 100),
    /** Mails a minute from one address, and to one recipient. */
    smtpRate: whole(1, 100_000, 300),
    /** Name servers that are asked about senders, such as 9.9.9.9 or 127.0.0.1:5353; the system's without it. */
    dns: servers,
  })
  .refine((s) => (s.smtpTlsCert === undefined) === (s.smtpTlsKey === undefined), {
    path: ['smtpTlsKey'],
    message: 'a certificate and its key go together',
  });

export type PluginSettings = z.output<typeof pluginSettings>;
/** Where this process listens. */
export type Listen = Exclude<NonNullable<PluginSettings['smtpListen']>, typeof ELSEWHERE>;

/** Throws in words when the host has set something wrong. */
export const pluginSettingsOf = ({ plugin }: Pick<ChannelContext<unknown>, 'plugin'>): PluginSettings =>
  plugin as unknown as PluginSettings;
