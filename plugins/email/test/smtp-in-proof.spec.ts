import { generateKeyPairSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import type { DNSResolver } from 'mailauth';
import { sealMessage } from 'mailauth/lib/arc/index.js';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { decodeItem } from '../src/decode-item.js';
import { Proof, resolverOf } from '../src/smtp-in/authentication.js';
import { type FakeHost, mail } from './host.js';
import { deliver } from './smtp-client.js';
import { SmtpInDesk } from './smtp-in-desk.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** The names that this test knows. */
const TXT: Record<string, string> = {
  's1._domainkey.cust.test': key,
  's1._domainkey.relay.test': key,
  '_dmarc.cust.test': 'v=DMARC1; p=reject',
  '_dmarc.soft.test': 'v=DMARC1; p=none',
  '_dmarc.quarantine.test': 'v=DMARC1; p=quarantine',
  '_dmarc.spf.test': 'v=DMARC1; p=reject',
  'spf.test': 'v=spf1 ip4:127.0.0.1 -all',
};
const dns: DNSResolver = async (name, type) => {
  const found = type === 'TXT' ? TXT[name] : undefined;
  if (found === undefined) throw Object.assign(new Error(`${type} ${name}`), { code: 'ENOTFOUND' });
  return [[found]];
};

let desk: SmtpInDesk;
afterEach(() => desk?.stop());

async function signatureOf(raw: string, domain = 'cust.test'): Promise<string> {
  const options = { signatureData: [{ signingDomain: domain, selector: 's1', privateKey: pem }] };
  const { signatures, errors } = await dkimSign(raw, options as unknown as Parameters<typeof dkimSign>[1]);
  if (!signatures) throw new Error(JSON.stringify(errors));
  return signatures;
}
const signed = async (raw: string, domain?: string): Promise<string> => `${await signatureOf(raw, domain)}${raw}`;

type Message = Extract<InboundEvent, { type: 'message' }>;
/** The mail, sent by SMTP, as the core gets it. */
async function arrives(
  raw: string,
  o: { settings?: Record<string, unknown>; sender?: string; to?: string } = {},
): Promise<Message> {
  desk = new SmtpInDesk({ resolver: dns });
  const host: FakeHost = await desk.receive('support@shop.test', o.settings);
  expect(await deliver(desk.port, [o.to ?? 'support@shop.test'], raw, o.sender ?? 'bounce@elsewhere.test')).toMatch(/^250/);
  const [item] = host.received;
  if (!item) throw new Error('Nothing was received.');
  const stream = Readable.toWeb(Readable.from([host.bytes(item.raw)])) as ReadableStream;
  const [event] = await decodeItem({ id: item.id, raw: stream, meta: item.meta, receivedAt: new Date(0) });
  if (event?.type !== 'message') throw new Error('It is no message.');
  return event;
}
const rules = (event: Message): string[] => (event.flags ?? []).map(({ rule }) => rule);

test('a mail that its domain has signed is its sender’s', async () => {
  const event = await arrives(await signed(mail()));
  expect(event).toMatchObject({ authentication: 'passed', sender: { value: 'anna@cust.test', trust: 'verified' } });
  expect(event.extras).toMatchObject({ authentication: { dmarc: 'pass', dkim: 'pass', spf: 'none' } });
  expect(rules(event)).toEqual([]);
});

test('a mail from a server that its domain names is its sender’s', async () => {
  const event = await arrives(mail({ from: 'Sam <sam@spf.test>' }), { sender: 'sam@spf.test' });
  expect(event).toMatchObject({ authentication: 'passed', sender: { trust: 'verified' } });
  expect(event.extras).toMatchObject({ authentication: { dmarc: 'pass', spf: 'pass' } });
});

test.each([
  ['reject', 'anna@cust.test', ['DMARC_FAIL']],
  ['quarantine', 'anna@quarantine.test', ['DMARC_FAIL']],
  ['none', 'anna@soft.test', []],
])('a forged mail of a domain that says %s is what the domain wants, and warned of (R-SPM-2)', async (_, from, wanted) => {
  const event = await arrives(mail({ from: `Anna <${from}>` }));
  expect(event).toMatchObject({ authentication: 'failed', sender: { trust: 'claimed' } });
  expect(rules(event)).toEqual(wanted);
});

test('a signature of somebody else, or over other words, proves nothing', async () => {
  expect(rules(await arrives(await signed(mail(), 'relay.test')))).toEqual(['DMARC_FAIL']);
  await desk.stop();
  expect(rules(await arrives((await signed(mail())).replace('my order', 'your money')))).toEqual(['DMARC_FAIL']);
});

test('of a domain that says nothing, nothing is known', async () => {
  const event = await arrives(mail({ from: 'Max <max@plain.test>' }));
  expect(event.authentication).toBeUndefined();
  expect(event.sender).toMatchObject({ trust: 'claimed' });
});

test('what others write about authentication is not believed, by whatever name (RFC 8601, 7.1)', async () => {
  const claims = ['mx.shop.test', 'mx.provider.test'].map(
    (name) => `Authentication-Results: ${name}; dmarc=pass header.from=cust.test`,
  );
  const event = await arrives(mail({ headers: claims }), { settings: { authservId: 'mx.provider.test' } });
  expect(event).toMatchObject({ authentication: 'failed', sender: { trust: 'claimed' } });
  expect(rules(event)).toEqual(['DMARC_FAIL']);
});

/** A forwarder that changes the mail, and has sealed what it found before. */
async function forwarded(): Promise<string> {
  const changed = (await signed(mail())).replace('my order', 'my order (scanned)');
  const seal = { signingDomain: 'relay.test', selector: 's1', privateKey: pem, cv: 'none' };
  const authResults = 'mx.relay.test; dkim=pass header.d=cust.test; dmarc=pass header.from=cust.test';
  return `${(await sealMessage(changed, { ...seal, authResults })).toString()}${changed}`;
}

test('a forwarder is believed when the admin trusts it and its seal is whole (ARC, D41)', async () => {
  const raw = await forwarded();
  const trusting = await arrives(raw, { settings: { authservId: 'mx.relay.test' } });
  expect(trusting.extras).toMatchObject({ authentication: { arc: 'pass' } });
  expect([trusting.authentication, rules(trusting)]).toEqual(['passed', []]);
  await desk.stop();
  for (const authservId of ['', 'mx.notrelay.test']) {
    const wary = await arrives(raw, { settings: { authservId } });
    expect([wary.authentication, rules(wary)]).toEqual(['failed', ['DMARC_FAIL']]);
    await desk.stop();
  }
});

test('the token of the envelope leads to the conversation (R-THR-3)', async () => {
  const event = await arrives(mail({ to: 'undisclosed-recipients:;' }), { to: 'support+AbC123xyz9@shop.test' });
  expect(event.thread.token).toBe('AbC123xyz9');
});

test('name servers that do not answer cost time that is limited, and no mail', async () => {
  const proof = new Proof(
    { ip: '192.0.2.1', helo: 'h', sender: 'a@cust.test', name: 'mx' },
    () => new Promise(() => undefined),
    100,
  );
  proof.begin(Buffer.from(await signed(mail())));
  expect(await proof.verdict()).toEqual({ dmarc: 'temperror' });
  await expect(resolverOf(['127.0.0.1:1'])('cust.test', 'TXT')).rejects.toThrow();
});

test('a mail with more signatures than honest mail has is not worth the work', async () => {
  const raw = mail();
  const one = await signatureOf(raw);
  const proof = new Proof({ ip: '192.0.2.1', helo: 'h', sender: '', name: 'mx' }, dns);
  proof.begin(Buffer.from(`${one.repeat(11)}${raw}`));
  expect(await proof.verdict()).toMatchObject({ dmarc: 'temperror' });
});
