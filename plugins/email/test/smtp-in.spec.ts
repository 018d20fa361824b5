import { afterEach, describe, expect, test } from '@jest/globals';
import { mail } from './host.js';
import { deliver, RawSmtp } from './smtp-client.js';
import { SmtpInDesk } from './smtp-in-desk.js';

let desk: SmtpInDesk;
const open = (o: ConstructorParameters<typeof SmtpInDesk>[0] = {}): SmtpInDesk => (desk = new SmtpInDesk(o));
afterEach(() => desk?.stop());

describe('who is let in', () => {
  test('mail for the address is stored before the 250, under the lines of the last server', async () => {
    const host = await open().receive('support@shop.test');
    let stored = 0;
    host.afterReceive = () => (stored = host.received.length);
    const answer = await deliver(desk.port, ['support@shop.test'], mail({ id: '<a@cust.test>', subject: 'Hello' }));
    expect([answer, stored]).toEqual(['250 2.6.0 Stored', 1]);
    const [item] = host.received;
    expect(item?.history).toBe(false);
    expect(item && host.raw(item)).toMatch(
      /^Return-Path: <anna@cust\.test>\r\nReceived: from sender\.test \(\[127\.0\.0\.1\]\)\r\n\tby mx\.shop\.test with ESMTP id \w+ for <support@shop\.test>;\r\n\t.* \+0000\r\nFrom: /,
    );
    expect(item?.meta).toMatchObject({
      own: ['support@shop.test'],
      smtp: { sender: 'anna@cust.test', to: ['support@shop.test'], helo: 'sender.test', ip: '127.0.0.1' },
      authentication: { dmarc: 'none' },
    });
    expect(new Date(String(item?.meta['internalDate'])).getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('aliases, details and other spellings are the channel’s; nobody else is, and nothing is passed on', async () => {
    const host = await open().receive('support@bücher.test', { aliases: 'Help@shop.test' });
    const client = await RawSmtp.open(desk.port);
    await client.say('MAIL FROM:<anna@cust.test> SMTPUTF8');
    const answers = async (...addresses: string[]) => {
      const said: string[] = [];
      for (const address of addresses) said.push((await client.say(`RCPT TO:<${address}>`)).slice(0, 9));
      return said;
    };
    expect(await answers('SUPPORT@Bücher.test', 'support+x1Y2@xn--bcher-kva.test', 'help@shop.test')).toEqual(
      Array(3).fill('250 2.1.5'),
    );
    expect(await answers('sales@bücher.test', 'anna@cust.test', 'support@shop.test', 'postmaster')).toEqual(
      Array(4).fill('550 5.1.1'),
    );
    expect(await client.data(mail())).toMatch(/^250/);
    expect(host.received).toHaveLength(1);
    expect(host.received[0]?.meta['smtp']).toMatchObject({ to: expect.arrayContaining(['support+x1Y2@bücher.test']) });
    client.drop();
  });

  test('no sign-in, no guessing of addresses, no commands of old', async () => {
    await open().receive('support@shop.test');
    const client = await RawSmtp.connect(desk.port);
    expect(await client.read()).toBe('220 mx.shop.test ESMTP');
    const features = await client.say('EHLO sender.test');
    expect(features.split('\r\n').map((line) => line.slice(4))).toEqual([
      'mx.shop.test',
      'PIPELINING',
      '8BITMIME',
      'SMTPUTF8',
      'ENHANCEDSTATUSCODES',
      'STARTTLS',
      `SIZE ${50 * 1024 * 1024}`,
    ]);
    for (const line of ['AUTH PLAIN AGEAYg==', 'VRFY support', 'WIZ x', 'SHELL', 'KILL'])
      expect(await client.say(line)).toMatch(/^50\d /);
    await client.say('MAIL FROM:<anna@cust.test>');
    for (let i = 0; i < 10; i++) expect(await client.say(`RCPT TO:<guess${i}@shop.test>`)).toMatch(/^550 5\.1\.1/);
    expect(await client.say('RCPT TO:<guess@shop.test>')).toMatch(/^421 /);
    await client.closed();
  });

  test('a channel that is switched off, or another process’s, is put off and not refused', async () => {
    const running = await open().receive('support@shop.test');
    const paused = await desk.receive('sales@shop.test');
    expect(await deliver(desk.port, ['sales@shop.test'], mail())).toMatch(/^250/);
    paused.stop();
    const elsewhere = desk.host('other@shop.test');
    const imap = desk.host('imap@shop.test');
    imap.settings.incoming = 'imap';
    desk.peers[3]!.settings = { ...imap.settings };
    const client = await RawSmtp.open(desk.port);
    await client.say('MAIL FROM:<anna@cust.test>');
    const said = async (address: string) => (await client.say(`RCPT TO:<${address}>`)).slice(0, 9);
    expect(await said('sales+x@shop.test')).toBe('451 4.3.0');
    expect(await said(elsewhere.settings.address)).toBe('451 4.3.0');
    expect(await said('imap@shop.test')).toBe('550 5.1.1');
    expect(await said('support@shop.test')).toBe('250 2.1.5');
    client.drop();
    expect(running.received).toHaveLength(0);
  });

  test('who is ours is not guessed when nobody can say', async () => {
    const host = await open().receive('support@shop.test');
    host.peersFail = true;
    expect(await deliver(desk.port, ['sales@shop.test'], mail())).toMatch(/^451 4\.3\.0/);
    host.peersFail = false;
    expect(await deliver(desk.port, ['sales@shop.test'], mail())).toMatch(/^550 5\.1\.1/);
  });

  test('a mail to two inboxes is one item in each (R-INB-1, R-INB-2)', async () => {
    const support = await open().receive('support@shop.test');
    const sales = await desk.receive('sales@shop.test');
    const to = ['support@shop.test', 'support+more@shop.test', 'sales@shop.test'];
    expect(await deliver(desk.port, to, mail())).toMatch(/^250/);
    expect([support.received.length, sales.received.length]).toEqual([1, 1]);
    expect(support.received[0]?.meta['smtp']).toMatchObject({ to: to.slice(0, 2) });
    expect(sales.received[0]?.id).toBe(support.received[0]?.id);
  });
});

describe('what is too much', () => {
  test('a mail that is announced too large, and one that turns out to be: 552 5.3.4, and nothing stays', async () => {
    const host = await open({ plugin: { smtpMaxMb: '1' } }).receive('support@shop.test');
    const client = await RawSmtp.open(desk.port);
    expect(await client.say('MAIL FROM:<anna@cust.test> SIZE=1048577')).toMatch(/^552 5\.3\.4/);
    expect(await client.say('MAIL FROM:<anna@cust.test> SIZE=1048576')).toMatch(/^250/);
    await client.say('RCPT TO:<support@shop.test>');
    expect(await client.data(mail({ text: 'x'.repeat(70).concat('\r\n').repeat(20_000) }))).toMatch(/^552 5\.3\.4/);
    expect([host.received.length, host.files.size]).toEqual([0, 0]);
    // Just too large: what goes beyond is in the last piece.
    const head = mail({ text: '' });
    for (const line of ['MAIL FROM:<anna@cust.test>', 'RCPT TO:<support@shop.test>']) await client.say(line);
    const last = `${head}${'x'.repeat(1024 * 1024 - head.length - 1)}\r\n`;
    expect(await client.data(last)).toMatch(/^552 5\.3\.4/);
    for (const line of ['MAIL FROM:<anna@cust.test>', 'RCPT TO:<support@shop.test>']) await client.say(line);
    expect(await client.data(last.replace('xx\r\n', '\r\n'))).toMatch(/^250/);
    expect([host.received.length, host.files.size]).toEqual([1, 1]);
    client.drop();
  });

  test('too many recipients, mails, and connections', async () => {
    const plugin = { smtpRecipients: '2', smtpRate: '3', smtpConnections: '3', smtpConnectionsPerAddress: '2' };
    await open({ plugin }).receive('support@shop.test', { aliases: 'a@shop.test, b@shop.test' });
    const one = await RawSmtp.open(desk.port);
    await one.say('MAIL FROM:<anna@cust.test>');
    for (const name of ['support', 'a']) expect(await one.say(`RCPT TO:<${name}@shop.test>`)).toMatch(/^250/);
    expect(await one.say('RCPT TO:<b@shop.test>')).toMatch(/^452 4\.5\.3/);
    await one.say('RSET');
    await one.say('MAIL FROM:<anna@cust.test>');
    expect(await one.say('RCPT TO:<b@shop.test>')).toMatch(/^250/);
    expect(await one.say('RCPT TO:<a@shop.test>')).toMatch(/^450 4\.2\.1/);
    await one.say('RSET');
    expect(await one.say('MAIL FROM:<anna@cust.test>')).toMatch(/^250/);
    await one.say('RSET');
    expect(await one.say('MAIL FROM:<anna@cust.test>')).toMatch(/^421 /);
    await one.closed();

    const two = await RawSmtp.open(desk.port);
    const three = await RawSmtp.open(desk.port);
    const same = await RawSmtp.connect(desk.port);
    expect(await same.read()).toMatch(/^421 .*your address/);
    const other = await RawSmtp.open(desk.port, { localAddress: '127.0.0.2' });
    const full = await RawSmtp.connect(desk.port, '127.0.0.3');
    expect(await full.read()).toMatch(/^421 /);
    for (const client of [two, three, other]) client.drop();
  });

  test('who is silent, and who sends a byte now and then, is let go', async () => {
    await open({ times: { idleMs: 1_000 } }).receive('support@shop.test');
    const silent = await RawSmtp.open(desk.port);
    expect(await silent.read()).toMatch(/^421 /);
    await desk.stop();
    const host = await open({ times: { dataMs: 1_000, sessionMs: 3_000 } }).receive('support@shop.test');
    const trickle = async (client: RawSmtp, what: string) => {
      const timer = setInterval(() => client.write(what), 100);
      const answer = await client.read();
      clearInterval(timer);
      return answer;
    };
    const slow = await RawSmtp.open(desk.port, { to: ['support@shop.test'] });
    await slow.say('DATA');
    expect(await trickle(slow, 'x')).toMatch(/^421 .*too long/);
    const idler = await RawSmtp.open(desk.port);
    expect(await trickle(idler, 'N')).toMatch(/^421 .*too long/);
    expect([host.received.length, host.files.size]).toEqual([0, 0]);
  });
});

describe('what must not be misunderstood', () => {
  test.each([
    ['a dot between bare line feeds', '\n.\n'],
    ['a dot after a bare line feed', '\n.\r\n'],
    ['a dot before a bare line feed', '\r\n.\n'],
    ['a bare line feed', 'one\ntwo'],
  ])('%s ends no mail and hides none (CVE-2023-51764)', async (_, trick) => {
    const host = await open().receive('support@shop.test');
    const client = await RawSmtp.open(desk.port, { to: ['support@shop.test'] });
    await client.say('DATA');
    const smuggled = `MAIL FROM:<eve@evil.test>\r\nRCPT TO:<support@shop.test>\r\nDATA\r\n${mail({ subject: 'Smuggled' })}`;
    client.write(`${mail()}${trick}${smuggled}\r\n.\r\n`);
    expect(await client.read()).toMatch(/^554 5\.6\.0/);
    expect(await client.say('NOOP')).toMatch(/^250/);
    expect([host.received.length, host.files.size]).toEqual([0, 0]);
    client.drop();
  });

  test('many commands in one piece are answered in their order; two mails after each other are two', async () => {
    const host = await open().receive('support@shop.test');
    const client = await RawSmtp.open(desk.port);
    const envelope = 'MAIL FROM:<anna@cust.test>\r\nRCPT TO:<nobody@shop.test>\r\nRCPT TO:<support@shop.test>\r\nDATA\r\n';
    client.write(envelope);
    const codes: string[] = [];
    for (let i = 0; i < 4; i++) codes.push((await client.read()).slice(0, 3));
    expect(codes).toEqual(['250', '550', '250', '354']);
    client.write(`${mail({ id: '<1@cust.test>', text: '..\r\n...\r\n..x' })}.\r\n${envelope}`);
    for (const code of ['250', '250', '550', '250', '354']) expect((await client.read()).slice(0, 3)).toBe(code);
    expect(await client.say(`${mail({ id: '<2@cust.test>' })}.`)).toMatch(/^250/);
    expect(host.received).toHaveLength(2);
    expect(host.received[0] && host.raw(host.received[0])).toContain('\r\n.\r\n..\r\n.x\r\n');
    client.drop();
  });

  test('who talks before the greeting, or in HTTP, is let go', async () => {
    await open().receive('support@shop.test');
    const hasty = await RawSmtp.connect(desk.port);
    hasty.write('EHLO hasty.test\r\n');
    expect(await hasty.read()).toMatch(/^421 /);
    const browser = await RawSmtp.connect(desk.port);
    await browser.read();
    expect(await browser.say('POST / HTTP/1.1')).toMatch(/^421 /);
  });

  test('control characters are in no address; eight bits and NUL in a mail are kept as they came', async () => {
    const host = await open().receive('support@shop.test');
    const client = await RawSmtp.open(desk.port);
    for (const bad of ['MAIL FROM:<a\u0000b@cust.test>', 'MAIL FROM:<a\u001bb@cust.test>', 'MAIL FROM:<a@b@c>', 'MAIL FROM:anna'])
      expect(await client.say(bad)).toMatch(/^501 /);
    await client.say('MAIL FROM:<jürgen@cust.test> BODY=8BITMIME SMTPUTF8');
    await client.say('RCPT TO:<support@shop.test>');
    const raw = Buffer.from(mail({ text: 'naïve \u0000 \u0007 ende' }), 'utf8');
    expect(await client.data(raw)).toMatch(/^250/);
    const [item] = host.received;
    expect(item && host.bytes(item.raw).includes(raw)).toBe(true);
    expect(item && host.raw(item)).toContain('Return-Path: <jürgen@cust.test>');
    client.drop();
  });
});
