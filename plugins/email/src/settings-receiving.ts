import type { Text, When } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';

const ways = z.enum(['imap', 'smtp']);
const wayLabels: Record<z.output<typeof ways>, Text> = {
  imap: { en: 'It is read from a mailbox (IMAP)', nl: 'Hij wordt uit een mailbox gelezen (IMAP)' },
  smtp: { en: 'It is delivered to this server (SMTP)', nl: 'Hij wordt op deze server bezorgd (SMTP)' },
};

/** How mail comes in; what is only about a mailbox is asked for only then. */
export const incoming = ways.default('imap').meta(
  words(
    { en: 'How mail comes in', nl: 'Hoe mail binnenkomt' },
    {
      en: 'Delivered means: the MX record of your domain, or a forwarding at your provider, leads to this server.',
      nl: 'Bezorgd betekent: het MX-record van je domein, of een doorstuurregel bij je aanbieder, leidt naar deze server.',
    },
    { labels: wayLabels },
  ),
);
export const IMAP: When = { incoming: ['imap'] };

/** The same settings, of which those named are asked for only then, too. */
export function onlyWhen<Shape extends Record<string, z.ZodType>>(when: When, names: readonly string[], shape: Shape): Shape {
  const entries = Object.entries(shape).map(([name, field]) => [
    name,
    names.includes(name)
      ? field.meta({ ...field.meta(), when: { ...(field.meta()?.['when'] as When | undefined), ...when } })
      : field,
  ]);
  return Object.fromEntries(entries) as Shape;
}
