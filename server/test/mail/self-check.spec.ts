import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NameServer } from '../support/name-server.js';
import { until } from '../support/until.js';
import { type Mailbox, PostOffice } from './post-office.js';
import { readInbox } from './seen.js';
import { SigningRelay } from './signing-relay.js';

let names: NameServer;
let office: PostOffice;
let relay: SigningRelay;

beforeAll(async () => {
  names = await NameServer.open();
  office = await PostOffice.open(({ ports }) => ({
    BALIE_DNS_SERVERS: names.address,
    BALIE_PLUGIN_EMAIL_SMTP_LISTEN: `127.0.0.1:${ports.mx}`,
    BALIE_PLUGIN_EMAIL_SMTP_NAME: 'desk.mx.test',
    BALIE_PLUGIN_EMAIL_DNS: names.address,
  }));
  relay = await SigningRelay.open(() => office.mail.ports.mx);
}, 240_000);
afterAll(async () => {
  await office?.close();
  await relay?.close();
  await names?.close();
}, 240_000);

interface Leg {
  key: string;
  verdict: string;
  message: string;
}
interface Seen {
  channel: { id: string; name: string };
  last: { address: string; state: string; legs: Leg[] } | null;
}
const FIELDS = 'channel { id name } last { address state legs { key verdict message } }';
const START = `mutation ($channelId: ID!) { mailCheckStart(channelId: $channelId) { mailCheck { ${FIELDS} } userErrors { code message } } }`;

const start = async ({
  channelId,
}: Mailbox): Promise<{ mailCheck: Seen | null; userErrors: { code: string; message: string }[] }> =>
  (await office.owner.graphql<{ mailCheckStart: never }>(START, { channelId })).mailCheckStart;
const seen = async ({ channelId }: Mailbox): Promise<Seen['last']> => {
  const { mailChecks } = await office.owner.graphql<{ mailChecks: Seen[] }>(`{ mailChecks { ${FIELDS} } }`);
  return mailChecks.find(({ channel }) => channel.id === channelId)?.last ?? null;
};

/** Sends one and waits for the verdict; the legs by their names. */
async function checked(box: Mailbox): Promise<{ state: string; legs: Record<string, Leg> }> {
  expect((await start(box)).userErrors).toEqual([]);
  const last = await until(
    async () => {
      const one = await seen(box);
      return one && one.state !== 'RUNNING' ? one : null;
    },
    { what: 'the verdict', deadlineMs: 120_000, everyMs: 200 },
  );
  const { state, legs } = last as NonNullable<Seen['last']>;
  return { state, legs: Object.fromEntries(legs.map((leg) => [leg.key, leg])) };
}
const own = (domain: string, settings: Record<string, unknown> = {}): Promise<Mailbox> =>
  office.connect(`desk@${domain}`, { incoming: 'smtp', imapHost: undefined, user: office.mail.password, ...settings });

test('a mail leaves by the real servers, comes in by IMAP, makes no conversation, and its ledger says what it was (N15)', async () => {
  const box = await office.connect('desk@self.test');
  names.say('self.test', 'v=spf1 ip4:127.0.0.1 -all');
  const { state, legs } = await checked(box);
  expect(legs['LEFT']).toMatchObject({ verdict: 'GOOD', message: expect.stringMatching(/ took it(, as \S+)?\.$/) });
  expect(legs['ARRIVED']).toMatchObject({ verdict: 'GOOD', message: expect.stringContaining('It came in ') });
  expect(legs['CLOCK']?.verdict).toBe('GOOD');
  // Postfix and Dovecot say nothing of the sender, so only DNS speaks.
  expect(legs['SPF']).toMatchObject({ verdict: 'UNKNOWN', message: expect.stringContaining('Its SPF record is there.') });
  expect(legs['DKIM']).toMatchObject({ verdict: 'BAD', message: expect.stringContaining('It was not signed') });
  expect(legs['DMARC']).toMatchObject({ verdict: 'BAD', message: expect.stringContaining('_dmarc.self.test') });
  expect(state).toBe('BAD');
  const ledger = await box.ledger();
  expect(ledger.map((item) => [item.state, item.reason, item.conversation])).toEqual([
    ['FILTERED', expect.stringMatching(/^SELF_CHECK: /), null],
  ]);
  expect(await readInbox(office.owner, box.inboxId)).toEqual([]);
}, 240_000);

test('signed by the provider and taken in by our own door, all of it is proven; a key that was revoked is named', async () => {
  const box = await own('proven.mx.test', { smtpPort: relay.port });
  names.say('proven.mx.test', 'v=spf1 ip4:127.0.0.1 -all');
  names.say('_dmarc.proven.mx.test', 'v=DMARC1; p=reject');
  names.say(relay.keyName('proven.mx.test'), relay.key);
  const good = await checked(box);
  expect(Object.values(good.legs).filter(({ verdict }) => verdict !== 'GOOD')).toEqual([]);
  expect(good.state).toBe('GOOD');
  expect(good.legs['DKIM']?.message).toContain(`the key is there: ${relay.keyName('proven.mx.test')}`);
  expect(good.legs['LEFT']?.message).toContain('as R1');

  names.say(relay.keyName('proven.mx.test'), 'v=DKIM1; p=');
  const { state, legs } = await checked(box);
  expect(state).toBe('BAD');
  expect(legs['DKIM']?.message).toContain('was revoked');
  expect(legs['SPF']?.verdict).toBe('GOOD');
  expect(await readInbox(office.owner, box.inboxId)).toEqual([]);
}, 240_000);

test('what the far side refuses is told in its words, at once', async () => {
  const box = await own('refused.mx.test', { smtpPort: relay.port });
  relay.refuses = '5.7.1 This account may not send';
  const { state, legs } = await checked(box);
  relay.refuses = null;
  expect(state).toBe('BAD');
  expect(legs['LEFT']).toMatchObject({ verdict: 'BAD', message: expect.stringContaining('This account may not send') });
  expect(legs['ARRIVED']?.verdict).toBe('BAD');
}, 240_000);

test('while sending is paused none leaves; who only knows the subject of another mail makes nothing come in', async () => {
  const box = await office.connect('desk@paused.test');
  const pause = 'mutation ($paused: Boolean!) { sendingPause(paused: $paused) { userErrors { code } } }';
  await office.owner.graphql(pause, { paused: true });
  expect((await start(box)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  await office.owner.graphql(pause, { paused: false });
  const head = [`From: ${box.address}`, `To: ${box.address}`, 'Subject: Balie checks itself: 0123456789abcdefghijklmn'];
  const item = await box.receive([...head, 'Message-ID: <x@paused.test>', '', 'Forged.'].join('\r\n'));
  expect([item.state, item.reason]).toEqual(['FILTERED', expect.stringMatching(/^OWN_LOOP/)]);
  expect(await seen(box)).toBeNull();
}, 240_000);
