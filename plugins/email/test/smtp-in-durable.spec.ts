import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { checkDoor, smtpHealth } from '../src/smtp-in/receive.js';
import { selfMadeCertificate } from '../src/smtp-in/certificate.js';
import { mail } from './host.js';
import { deliver, RawSmtp } from './smtp-client.js';
import { SmtpInDesk } from './smtp-in-desk.js';

let desk: SmtpInDesk;
const open = (o: ConstructorParameters<typeof SmtpInDesk>[0] = {}): SmtpInDesk => (desk = new SmtpInDesk(o));
afterEach(() => desk?.stop());
const TO = ['support@shop.test'];

describe('what is acknowledged is stored, once', () => {
  test('while it can’t be stored the sender is asked to come again, and then it is one mail', async () => {
    const host = await open().receive('support@shop.test');
    const raw = mail();
    const context = host.files;
    host.storageFails = true;
    expect(await deliver(desk.port, TO, raw)).toMatch(/^451 4\.3\.0/);
    host.storageFails = false;
    expect(context.size).toBe(0);
    host.beforeReceive = () => {
      throw new Error('the database is away: postgres://user:geheim@db');
    };
    const answer = await deliver(desk.port, TO, raw);
    expect(answer).toMatch(/^451 4\.3\.0/);
    expect(answer).not.toContain('geheim');
    expect(host.received).toHaveLength(0);
    host.beforeReceive = () => undefined;
    for (let i = 0; i < 2; i++) expect(await deliver(desk.port, TO, raw)).toMatch(/^250/);
    expect(host.received).toHaveLength(1);
  });

  test('when one of two channels has it and the other not, both have it once after the second try', async () => {
    const support = await open().receive('support@shop.test');
    const sales = await desk.receive('sales@shop.test');
    const to = ['support@shop.test', 'sales@shop.test'];
    const raw = mail();
    sales.beforeReceive = () => {
      throw new Error('no lease');
    };
    expect(await deliver(desk.port, to, raw)).toMatch(/^451 4\.3\.0/);
    expect([support.received.length, sales.received.length]).toEqual([1, 0]);
    sales.beforeReceive = () => undefined;
    expect(await deliver(desk.port, to, raw)).toMatch(/^250/);
    expect([support.received.length, sales.received.length]).toEqual([1, 1]);
  });

  test('who is gone after the dot and sends again has sent one mail', async () => {
    const host = await open().receive('support@shop.test');
    const raw = mail();
    const client = await RawSmtp.open(desk.port, { to: TO });
    let gone = () => {};
    // Held up between the dot and the 250, until the sender is gone.
    host.holdReceive = new Promise((resolve) => (gone = resolve));
    await client.say('DATA');
    client.write(`${raw}.\r\n`);
    await host.until(() => host.files.size === 1);
    client.drop();
    gone();
    await host.until(() => host.received.length === 1);
    host.holdReceive = null;
    expect(await deliver(desk.port, TO, raw)).toMatch(/^250/);
    expect(host.received).toHaveLength(1);
  });

  test('who is gone before the dot has sent nothing', async () => {
    const host = await open().receive('support@shop.test');
    for (const size of [10, 400_000]) {
      const client = await RawSmtp.open(desk.port, { to: TO });
      await client.say('DATA');
      client.write(
        mail({
          text: 'x'
            .repeat(70)
            .concat('\r\n')
            .repeat(size / 10),
        }),
      );
      client.socketOf.end();
      await client.closed();
    }
    expect(await deliver(desk.port, TO, mail())).toMatch(/^250/);
    expect([host.received.length, host.files.size]).toEqual([1, 1]);
  });

  test('what is under way when the channel is switched off ends well; afterwards nobody is at the door', async () => {
    const host = await open({ times: { closeMs: 30_000 } }).receive('support@shop.test');
    const { port } = desk;
    const client = await RawSmtp.open(port, { to: TO });
    let go = () => {};
    host.holdReceive = new Promise((resolve) => (go = resolve));
    await client.say('DATA');
    client.write(`${mail()}.\r\n`);
    await host.until(() => host.files.size === 1);
    const stopped = desk.stop();
    go();
    expect(await client.read()).toMatch(/^250/);
    client.drop();
    await stopped;
    expect(host.received).toHaveLength(1);
    await expect(RawSmtp.connect(port)).rejects.toThrow('ECONNREFUSED');
  });

  test('50 MB pass through: no more of them is in memory than the lines and a few pieces hold', async () => {
    const host = await open().receive('support@shop.test');
    const line = Buffer.from(`${'0123456789'.repeat(7)}\r\n`);
    const block = Buffer.concat(Array<Buffer>(1000).fill(line));
    const blocks = Math.floor((49.5 * 1024 * 1024) / block.length);
    let release = () => {};
    host.holdFiles = new Promise((resolve) => (release = resolve));
    const client = await RawSmtp.open(desk.port, { to: TO });
    await client.say('DATA');
    const hash = createHash('sha256');
    const socket = client.socketOf;
    const send = async (chunk: Buffer) => {
      hash.update(chunk);
      if (!socket.write(chunk)) await once(socket, 'drain');
    };
    const head = Buffer.from(mail({ text: '' }));
    let sent = 0;
    const all = (async () => {
      await send(head);
      for (; sent < blocks; sent++) await send(block);
    })();
    // The disk takes nothing for now: soon nothing more leaves the sender.
    await host.until(() => host.filesHeld > 0);
    let before = -1;
    while (before !== socket.bytesWritten - socket.writableLength) {
      before = socket.bytesWritten - socket.writableLength;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    // What the system holds for the line on both sides, and what we do.
    expect(before).toBeLessThan(16 * 1024 * 1024);
    expect(sent).toBeLessThan(blocks);
    release();
    await all;
    client.write('.\r\n');
    expect(await client.read()).toMatch(/^250/);
    const stored = host.received[0] && host.bytes(host.received[0].raw);
    const size = head.length + blocks * block.length;
    expect(
      stored &&
        createHash('sha256')
          .update(stored.subarray(stored.length - size))
          .digest('hex'),
    ).toBe(hash.digest('hex'));
    expect(host.mostFileBytes).toBeLessThan(1024 * 1024);
    client.drop();
  });
});

describe('STARTTLS', () => {
  test('is offered with a certificate of our own making when there is no other, and the mail comes through it', async () => {
    const host = await open().receive('support@shop.test');
    const client = await RawSmtp.open(desk.port);
    await client.secure();
    expect(await client.say('MAIL FROM:<anna@cust.test>')).toMatch(/^503 /);
    expect(await client.say('EHLO sender.test')).not.toContain('STARTTLS');
    await client.say('MAIL FROM:<anna@cust.test>');
    await client.say('RCPT TO:<support@shop.test>');
    expect(await client.data(mail())).toMatch(/^250/);
    expect(host.received[0] && host.raw(host.received[0])).toContain('with ESMTPS id');
    client.drop();
  });

  test('shows the certificate that the host has set, and only half of one is refused in words', async () => {
    const { cert, key } = selfMadeCertificate('mx.shop.test', new Date());
    await open({ plugin: { smtpTlsCert: cert, smtpTlsKey: key } }).receive('support@shop.test');
    const client = await RawSmtp.open(desk.port);
    await client.secure({ ca: cert, servername: 'mx.shop.test' });
    expect(await client.say('EHLO sender.test')).toMatch(/^250/);
    client.drop();
    expect(() => new SmtpInDesk({ plugin: { smtpTlsCert: cert } }).host('a@shop.test')).toThrow('go together');
  });

  test('what came before the handshake is forgotten (CVE-2011-0411)', async () => {
    const host = await open().receive('support@shop.test');
    const client = await RawSmtp.open(desk.port);
    client.write('STARTTLS\r\nEHLO evil.test\r\nMAIL FROM:<eve@evil.test>\r\nRCPT TO:<support@shop.test>\r\nDATA\r\n');
    expect(await client.read()).toMatch(/^220/);
    await client.handshake();
    expect(await client.say('RCPT TO:<support@shop.test>')).toMatch(/^503 /);
    expect(host.received).toHaveLength(0);
    client.drop();
  });
});

describe('where it listens', () => {
  test('is told; a port that is taken, and no port at all, are told in words and harm nobody', async () => {
    const host = await open().receive('support@shop.test');
    expect(await checkDoor(host.context())).toMatchObject({
      ok: true,
      message: `Listens on 127.0.0.1:${desk.port}. Mail to support@shop.test must be led there: by MX record or by forwarding.`,
    });
    expect(smtpHealth(host.id)).toMatchObject({ status: 'ok', position: `SMTP 127.0.0.1:${desk.port}` });
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const late = new SmtpInDesk({ plugin: { smtpListen: `127.0.0.1:${port}` } });
    const unlucky = late.host('late@shop.test');
    const taken = `Port ${port} is taken by another program on this machine.`;
    expect(await checkDoor(unlucky.context())).toMatchObject({ ok: false, message: expect.stringContaining(taken) });
    expect(await late.start(unlucky)).toMatchObject({ kind: 'transient', message: expect.stringContaining(taken) });
    expect(await deliver(desk.port, TO, mail())).toMatch(/^250/);
    await new Promise((resolve) => other.close(resolve));
    expect(await checkDoor(unlucky.context())).toMatchObject({ ok: true });
    void late.start(unlucky);
    await unlucky.until(() => smtpHealth(unlucky.id).status === 'ok');
    await late.stop();
    const off = late.host('off@shop.test');
    off.plugin = {};
    expect(await checkDoor(off.context())).toMatchObject({ ok: false, message: expect.stringContaining('BALIE_PLUGIN_EMAIL') });
    expect(await late.start(off)).toMatchObject({ kind: 'transient' });
  });
});
