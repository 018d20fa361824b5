import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { decodeAll, extrasOf, filesOf, namesOf, quotedOf, textOf, type MessageEvent } from './decoded.js';

interface Case {
  id: string;
  group: string;
  file: string;
  wrap?: string;
  expect: Record<string, unknown> & {
    contact?: { email: string; name?: string };
    subject?: string;
    text?: string;
    textFile?: string;
    textIncludes?: string;
    textExcludes?: string;
    quotedHidden?: string;
    attachments?: string[];
    inlineImages?: number;
    view?: string;
    cc?: string[];
    invite?: { summary: string };
    automatic?: boolean;
    autoReply?: boolean;
    status?: string;
    complaint?: string;
    signature?: string;
  };
}

const here = path.dirname(fileURLToPath(import.meta.url));
const corpora = path.resolve(here, '../../../../shared/corpora');
const haveCorpora = existsSync(path.join(corpora, 'cases.json'));
const cases = (JSON.parse(readFileSync(path.join(here, 'cases.json'), 'utf8')) as Case[]).filter(
  (c) => !/^(live|generated):/.test(c.file),
);
const made = cases.filter((c) => c.file.startsWith('made/'));
const others = cases.filter((c) => !c.file.startsWith('made/'));

/** What the harness of the whole product would fill in from the mail that it caught. */
const fill = (text: string): string =>
  text
    .replace(/\{\{out:(\d):messageId\}\}/g, '<out-$1@shop.test>')
    .replace(/\{\{out:\d:replyTo\}\}/g, 'support+tok3n_abcdefgh@shop.test')
    .replace(/\{\{out:\d:to\}\}/g, 'nouser@cust.test')
    .replace(/\{\{out:\d:subject\}\}/g, 'Re: Order 1001 has not arrived')
    .replace(/\{\{trackPort\}\}/g, '9');

function rawOf(c: Case): Buffer {
  const file = c.file.startsWith('made/') ? path.join(here, c.file) : path.join(corpora, c.file);
  const bytes = readFileSync(file);
  if (c.wrap) {
    const head = [
      'From: Anna Berg <anna@cust.test>',
      'To: support@shop.test',
      'Subject: wrapped',
      'MIME-Version: 1.0',
      `Content-Type: ${c.wrap.split(' ')[0]}; charset=utf-8`,
      '',
      '',
    ];
    return Buffer.concat([Buffer.from(head.join('\r\n')), bytes]);
  }
  return bytes.includes('{{') ? Buffer.from(fill(bytes.toString('utf8'))) : bytes;
}

const normal = (text: string): string => text.replace(/[ \t]+$/gm, '').trim();
const message = (events: InboundEvent[]): MessageEvent => {
  const found = events.find((event) => event.type === 'message');
  if (!found) throw new Error(`no message among ${JSON.stringify(events).slice(0, 500)}`);
  return found;
};

/** As much of a case's expectation as decoding alone decides; conversations, views and deliveries are the core's. */
async function verify(c: Case): Promise<void> {
  const events = await decodeAll(rawOf(c));
  const e = c.expect;
  if (e['attachedTo']) {
    expect(events).toEqual([
      expect.objectContaining({
        type: 'receipt',
        status: 'failed',
        target: { id: '<out-1@shop.test>' },
        reason: expect.stringContaining(e.status ?? ''),
      }),
    ]);
    return;
  }
  const receipts = events.filter((event) => event.type === 'receipt');
  if (receipts.length) {
    expect(receipts[0]?.status).toBe(e.complaint ? 'complained' : 'failed');
    expect(receipts[0]?.reason).toContain(e.complaint ?? e.status);
    return;
  }
  const event = message(events);
  if (e.complaint || e['bounce']) {
    expect(extrasOf(event)['report']).toMatchObject({
      kind: e.complaint ? 'complaint' : 'bounce',
      recipients: [{ reason: expect.stringContaining(e.complaint ?? e.status ?? '') }],
    });
  }
  if (e.contact && c.id !== 'I05')
    expect(event.sender).toMatchObject({ value: e.contact.email, ...(e.contact.name ? { name: e.contact.name } : {}) });
  if (e.subject !== undefined && c.id !== 'I05' && e['conversation'] !== 'existing:1')
    expect(event.thread.subject).toBe(e.subject === '(no subject)' ? '' : e.subject);
  if (e.text !== undefined) expect(normal(textOf(event))).toBe(normal(e.text));
  if (e.textFile) expect(normal(textOf(event))).toBe(normal(readFileSync(path.join(corpora, e.textFile), 'utf8')));
  if (e.textIncludes) expect(textOf(event)).toContain(e.textIncludes);
  if (e.textExcludes) expect(textOf(event)).not.toContain(e.textExcludes);
  if (e.quotedHidden)
    expect([quotedOf(event), textOf(event).includes(e.quotedHidden)]).toEqual([expect.stringContaining(e.quotedHidden), false]);
  if (e.attachments) expect(namesOf(event)).toEqual(e.attachments);
  if (e.inlineImages !== undefined) expect(filesOf(event).filter((part) => part.inlineId)).toHaveLength(e.inlineImages);
  if (e.cc) expect(event.cc?.map((who) => who.value)).toEqual(expect.arrayContaining(e.cc));
  if (e.invite) expect(event.parts).toContainEqual({ type: 'calendar', event: expect.objectContaining(e.invite) });
  if (e.signature) expect(event.parts).toContainEqual({ type: 'badge', kind: 'signed', note: expect.stringContaining('S/MIME') });
  if (e.automatic) expect(event.automatic).toBe('reply');
  if (e.autoReply !== undefined) expect(event.noAutoReply ?? false).toBe(!e.autoReply && c.id !== 'F05');
  if (e.view === 'filtered') expect(event.flags?.length).toBeGreaterThan(0);
  if (e.view === 'spam') expect(event.flags?.map((flag) => flag.rule)).toContain('SPAM');
  if (e.view === 'inbox') expect(event.flags ?? []).toEqual([]);
}

describe('our own mails', () => {
  test.each(made.map((c) => [`${c.id} ${c.file}`, c] as const))('%s', (_, c) => verify(c));

  test('the names of hostile files', async () => {
    const event = message(await decodeAll(readFileSync(path.join(here, 'made/att-names.eml'))));
    const names = namesOf(event);
    expect(names).toHaveLength(8);
    expect(names.filter((_, i) => i !== 3)).toEqual([
      'passwd',
      'CON.txt',
      'invoicefdp.exe',
      'nul0byte.html',
      'Rechnung für März.pdf',
      'attachment-7.pdf',
      'logo.svg',
    ]);
    expect(names[3]).toMatch(/^a+\.pdf$/);
    expect(Buffer.byteLength(names[3] ?? '')).toBeLessThanOrEqual(255);
  });

  test('threading hints: the first parent, the token, and ids among prose', async () => {
    const of = async (file: string) =>
      message(await decodeAll(Buffer.from(fill(readFileSync(path.join(here, 'made', file), 'utf8'))))).thread;
    expect((await of('thread-reply-to-agent.eml')).answers).toEqual(['<out-1@shop.test>', '<a1.thread@cust.test>']);
    expect((await of('thread-two-parents.eml')).answers?.[0]).toBe('<out-2@shop.test>');
    expect((await of('thread-broken-irt.eml')).answers?.[0]).toBe('<out-1@shop.test>');
    expect((await of('thread-token-only.eml')).token).toBe('tok3n_abcdefgh');
    expect((await of('thread-subject-only.eml')).answers).toBeUndefined();
  });
});

describe('the mails of others, which are not part of this project', () => {
  if (!haveCorpora) {
    test('are there', () => {
      const words = `The mails of others were not found in ${path.relative(process.cwd(), corpora)}.`;
      if (process.env['CI'] === 'true') throw new Error(words);
      process.stderr.write(`${words} Their cases were not run.\n`);
    });
    return;
  }
  test.each(others.map((c) => [`${c.id} ${c.file}`, c] as const))('%s', (_, c) => verify(c));

  test('every mail decodes, twice the same', async () => {
    const files: string[] = [];
    const walk = (at: string) => {
      for (const name of readdirSync(at)) {
        const file = path.join(at, name);
        if (statSync(file).isDirectory()) walk(file);
        else if (/\.(eml|raw|msg|box)$/.test(name)) files.push(file);
      }
    };
    walk(corpora);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const raw = readFileSync(file);
      const first = await decodeAll(raw);
      expect(await decodeAll(raw)).toEqual(first);
    }
  });
});
