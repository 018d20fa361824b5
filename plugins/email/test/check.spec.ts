import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTcp, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CheckLine } from '@balie/plugin-sdk';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { check } from '../src/check.js';
import { isForbidden, isPrivate, resolveTarget } from '../src/net.js';
import { inWords } from '../src/words.js';
import { email } from '../src/channel.js';
import { keepsSentCopy } from '../src/settings-sending.js';
import { foldersOf, ownAddresses, settings as schema, type Settings } from '../src/settings.js';
import { z } from 'zod';
import { FakeHost, settingsFor } from './host.js';

let stack: Mailstack;
const servers: Server[] = [];
beforeAll(async () => {
  stack = await startMailstack();
}, 240_000);
afterAll(async () => {
  servers.forEach((server) => server.close());
  await stack?.stop();
}, 240_000);

const run = async (more: Partial<Record<keyof Settings, unknown>> = {}) => {
  const result = await check(new FakeHost(settingsFor(stack, 'support@shop.test', more)).context());
  const line = (title: string): CheckLine =>
    result.checks?.find((l) => l.title === title) ?? { title, ok: false, message: 'no such line' };
  return { result, imap: line('IMAP sign-in'), folder: line('Folder'), smtp: line('SMTP sign-in') };
};

/** A TLS server with a certificate of its own, to be refused for a reason. */
async function tlsServer(args: string[]): Promise<number> {
  const dir = mkdtempSync(path.join(tmpdir(), 'balie-cert-'));
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${dir}/k.pem`, '-out', `${dir}/c.pem`, ...args],
      { stdio: 'ignore' },
    );
    const server = createTls({ key: readFileSync(`${dir}/k.pem`), cert: readFileSync(`${dir}/c.pem`) }, (socket) => socket.end());
    server.on('tlsClientError', () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    lastCertificate = readFileSync(`${dir}/c.pem`, 'utf8');
    return (server.address() as AddressInfo).port;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
let lastCertificate = '';

describe('the test of a connection', () => {
  test('everything right: tls, starttls and, when chosen, none', async () => {
    const { result } = await run({ aliases: 'Help@shop.test, sales@shop.test' });
    expect(result.checks?.map((line) => [line.title, line.ok])).toEqual([
      ['IMAP sign-in', true],
      ['Folder', true],
      ['SMTP sign-in', true],
    ]);
    expect(result).toMatchObject({ account: 'support@shop.test', label: 'Shop <support@shop.test>' });
    expect(result.own?.map((who) => who.value)).toEqual(['support@shop.test', 'help@shop.test', 'sales@shop.test']);
    const plain = await run({ imapPort: stack.imap, imapSecurity: 'none', smtpSecurity: 'none' });
    expect([plain.imap.ok, plain.smtp.ok]).toEqual([true, true]);
    const upgraded = await run({ imapPort: stack.imap, imapSecurity: 'starttls' });
    expect(upgraded.imap.ok).toBe(true);
  });

  test('a private address is asked about, and one of the cloud’s own is refused', async () => {
    const { imap, smtp, folder } = await run({ allowPrivateAddress: false });
    for (const line of [imap, smtp]) {
      expect(line).toMatchObject({
        ok: false,
        message: expect.stringContaining('private network'),
        fix: { setting: 'allowPrivateAddress', value: true },
      });
    }
    expect(folder.ok).toBe(false);
    const cloud = await run({ imapHost: '169.254.169.254' });
    expect(cloud.imap).toMatchObject({ ok: false });
    expect(cloud.imap.fix).toBeUndefined();
  });

  test('each of the things that can be wrong is said in words', async () => {
    expect((await run({ password: 'wrong' })).imap.message).toMatch(
      /127\.0\.0\.1 refused the user name or the password: “.*uthentication failed/,
    );
    expect((await run({ smtpPassword: 'wrong' })).smtp.message).toMatch(/refused the user name or the password: “535/);
    expect((await run({ folders: 'INBOX, Ordres' })).folder.message).toMatch(/There is no folder Ordres\. There are: .*INBOX/);
    expect((await run({ folders: 'Trash' })).folder).toMatchObject({ ok: false, message: expect.stringContaining('Trash') });
    expect((await run({ imapHost: 'no-such-host.invalid' })).imap.message).toMatch(
      /no server with the name no-such-host\.invalid|could not be looked up/,
    );
    expect((await run({ imapPort: 1 })).imap.message).toContain('refuses connections on port 1');
    expect((await run({ imapPort: stack.imap })).imap.message).toContain('does not speak TLS from the start');
    expect((await run({ ca: '' })).imap.message).toContain('self-signed');
    expect((await run({ ca: '' })).smtp.message).toContain('self-signed');
  });

  test('an expired certificate, another name, and a server that says nothing', async () => {
    // openssl 3.0 makes no certificate that has run out already, so here the words alone are looked at.
    expect(
      inWords(Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' }), 'imap.shop.test', 993),
    ).toContain('has expired');
    const other = await tlsServer(['-subj', '/CN=other.test', '-addext', 'subjectAltName=DNS:other.test', '-days', '2']);
    expect((await run({ imapPort: other, ca: lastCertificate })).imap.message).toContain('belongs to another name');
    const mute = createTcp(() => undefined);
    servers.push(mute);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    expect((await run({ imapPort: port, imapSecurity: 'none' })).imap.message).toContain('said nothing');
  }, 240_000);
});

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.1',
    '172.20.0.1',
    '100.64.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::10.0.0.1',
    '0.0.0.0',
  ])('%s is private', (ip) => {
    expect(isPrivate(ip)).toBe(true);
  });
  test.each(['169.254.169.254', 'fe80::1', '224.0.0.1', '255.255.255.255', '::ffff:169.254.169.254'])(
    '%s is never a mail server',
    (ip) => {
      expect(isForbidden(ip)).toBe(true);
    },
  );
  test.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888'])('%s is public', (ip) => {
    expect([isPrivate(ip), isForbidden(ip)]).toEqual([false, false]);
  });
  test('a name that leads to a private address is refused as well', async () => {
    await expect(resolveTarget('localhost', false)).rejects.toThrow(/private network/);
    expect(await resolveTarget('localhost', true)).toMatchObject({ servername: 'localhost' });
  });
});

describe('settings', () => {
  const base = { address: 'support@shop.test', imapHost: 'imap.shop.test', user: 'u', password: 'p', smtpHost: 'smtp.shop.test' };

  test('have a title in both languages, and the passwords are secret', () => {
    const json = z.toJSONSchema(email.settings, { io: 'input' }) as {
      properties: Record<string, { title?: { en: string; nl: string }; secret?: boolean }>;
    };
    for (const [name, field] of Object.entries(json.properties))
      expect([name, field.title]).toEqual([name, { en: expect.any(String), nl: expect.any(String) }]);
    expect(
      Object.entries(json.properties)
        .filter(([, field]) => field.secret)
        .map(([name]) => name),
    ).toEqual(['clientSecret', 'password', 'smtpPassword', 'smtp2Password', 'smtp3Password']);
  });

  test('the values of each choice have words in both languages', () => {
    const { properties } = z.toJSONSchema(email.settings, { io: 'input' }) as {
      properties: Record<string, { enum?: string[]; labels?: Record<string, { en: string; nl: string }> }>;
    };
    const choices = Object.entries(properties).filter(([, field]) => field.enum);
    expect(choices.map(([name]) => name)).toEqual([
      'incoming',
      'signIn',
      'imapSecurity',
      'afterFetch',
      'smtpSecurity',
      'smtp2Security',
      'smtp3Security',
      'saveSent',
    ]);
    for (const [, field] of choices) {
      expect(Object.keys(field.labels ?? {})).toEqual(field.enum);
      for (const words of Object.values(field.labels ?? {}))
        expect(words).toEqual({ en: expect.any(String), nl: expect.any(String) });
    }
  });

  test('Dutch addresses with je (ux 4.14)', () => {
    const { properties } = z.toJSONSchema(email.settings, { io: 'input' });
    const dutch = [...JSON.stringify(properties).matchAll(/"nl":"([^"]*)"/g)].map(([, words]) => words);
    expect(dutch.length).toBeGreaterThan(20);
    expect(dutch.filter((words) => /\b(u|uw|uzelf)\b/i.test(words ?? ''))).toEqual([]);
  });

  test('sensible defaults; TLS unless chosen otherwise', () => {
    const s = schema.parse(base);
    expect(s).toMatchObject({
      imapPort: 993,
      imapSecurity: 'tls',
      smtpPort: 465,
      smtpSecurity: 'tls',
      allowPrivateAddress: false,
      history: 50,
    });
    expect([foldersOf(s), ownAddresses(s), keepsSentCopy(s, s.smtpHost)]).toEqual([['INBOX'], ['support@shop.test'], true]);
    expect(keepsSentCopy(s, 'smtp.gmail.com')).toBe(false);
    expect(keepsSentCopy(s, 'smtp.office365.com')).toBe(false);
    expect(keepsSentCopy({ ...s, saveSent: 'always' }, 'smtp.office365.com')).toBe(true);
    expect(() => schema.parse({ ...base, address: 'x' })).toThrow(/not an e-mail address/);
    expect(() => schema.parse({ ...base, ca: 'nonsense' })).toThrow(/PEM/);
  });
});
