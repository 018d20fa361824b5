import { expect } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';

/** Ids that SpamAssassin takes for those of spam senders (rules MSGID_* of its 20_head_tests.cf). */
const SUSPICIOUS_IDS = [
  /^.{1,15}$|<.{0,4}@/,
  /<[a-z\d][a-z\d$-]{10,29}[a-z\d]@[a-z\d][a-z\d.]{3,12}[a-z\d]>/,
  /^<[A-Z]+@/,
  /@.*@/,
  /\$.*\$/,
  /localhost|localdomain/,
];
/** What the mail of a person never has (R-SND-1, R-LOOP-4). */
const NEVER = ['bcc', 'list-unsubscribe', 'list-id', 'precedence', 'x-mailer', 'user-agent', 'return-path', 'sender'];
const ONCE = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'];

/** The fields of a head, unfolded, by their names in small letters. */
export function fieldsOf(raw: Buffer): Map<string, string[]> {
  const head = raw.toString('utf8').split('\r\n\r\n')[0] ?? '';
  const fields = new Map<string, string[]>();
  for (const line of head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    fields.set(name, [...(fields.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return fields;
}

/** What the books ask of every mail that we send (RFC 5322, 2045 to 2049, 2231; R-SND-1, R-THR-7). */
export function expectWellFormed(raw: Buffer, o: { automatic?: boolean; utf8?: boolean; untitled?: boolean } = {}): void {
  const text = raw.toString('latin1');
  expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)|\0/);
  const longest = Math.max(...text.split('\r\n').map((line) => line.length));
  expect(longest).toBeLessThanOrEqual(998);
  if (!o.utf8) expect(text).toMatch(/^[\t\r\n\x20-\x7e]*$/);
  const fields = fieldsOf(raw);
  for (const name of ONCE.filter((one) => !(o.untitled && one === 'subject')))
    expect([name, fields.get(name)?.length]).toEqual([name, 1]);
  for (const [name, values] of fields) expect([name, values.length]).toEqual([name, 1]);
  for (const name of NEVER) expect(fields.has(name)).toBe(false);
  const marked = ['auto-submitted', 'x-auto-response-suppress'].map((name) => fields.has(name));
  expect(marked).toEqual([o.automatic ?? false, o.automatic ?? false]);
  const [messageId = ''] = fields.get('message-id') ?? [];
  const domain = /@([^@>]+)>$/.exec(messageId)?.[1];
  expect(messageId).toMatch(/^<[0-9a-f-]{36}@[a-z0-9.-]+>$/);
  expect(/@([^@>\s]+)>?$/.exec(fields.get('from')?.[0] ?? '')?.[1]?.toLowerCase()).toBe(domain);
  for (const pattern of SUSPICIOUS_IDS) expect(messageId).not.toMatch(pattern);
  const references = (fields.get('references')?.[0] ?? '').split(/\s+/).filter(Boolean);
  expect(references.length).toBeLessThanOrEqual(20);
  expect(references.join(' ').length).toBeLessThanOrEqual(8_000);
  expect(fields.get('in-reply-to')?.[0]).toBe(references.at(-1));
  expect(fields.get('subject')?.[0] ?? '').not.toMatch(/^re:\s*re:/i);
}

/** The mail as a second, independent program reads it. */
export const readBack = (raw: Buffer): Promise<Email> =>
  new PostalMime({ attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true }).parse(raw);
