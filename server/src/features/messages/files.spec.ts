import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Global, type INestApplication, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelDesk, person } from '../../../test/support/channel-desk.js';
import { added, contactOf, opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import { OutgoingHttp } from '../../adapters/outgoing/outgoing-http.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { Outgoing } from '../../kernel/outgoing.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { newId } from '../../kernel/ids.js';
import type { NewAttachment } from './new-item.js';
import { PictureOptions } from './picture-options.js';
import { MessagesModule } from './messages.module.js';
import { Upload } from './upload.entity.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
let desk: ChannelDesk;
let app: INestApplication;
let base: string;
let messageId: string;
let elsewhere: Server;
/** How often the sender of the mail was asked for a picture. */
let asked = 0;
const people = new Map<string, Ctx>();

/** A person is who the test says he is. */
class NamedAuth extends RequestAuth {
  authenticate(request: IncomingMessage): Promise<Ctx | null> {
    return Promise.resolve(people.get(String(request.headers['x-who'])) ?? null);
  }
}

beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    asked++;
    response.writeHead(200, { 'content-type': 'image/png', 'set-cookie': 'reader=1' }).end(PNG);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  desk = await ChannelDesk.open();
  const { storage, world, db } = desk;
  const anna = await world.agent('Anna');
  const bram = await world.agent('Bram');
  const inbox = await world.inboxes.save(testCtx(), {
    name: 'Anna only',
    audience: 'MEMBERS',
    members: [{ agentId: anna.id, role: 'AGENT' }],
  });
  people.set('anna', await world.as(anna)).set('bram', await world.as(bram));
  const stored = async (
    bytes: Buffer | string,
    name: string,
    mime: string,
    more: Partial<NewAttachment> = {},
  ): Promise<NewAttachment> => ({
    name,
    mime,
    ...(await storage.put(Buffer.from(bytes))),
    ...more,
  });
  const attachments = [
    await stored(PNG, 'logo.png', 'image/png', { contentId: 'logo@x', inline: true }),
    await stored('<script>x()</script>', 'evil.png', 'image/png'),
    await stored('<svg onload="x()"/>', 'e\u0000vil "name".svg', 'image/svg+xml'),
    { name: 'later.pdf', mime: 'application/pdf', ref: 'part:9' },
  ];
  const { hash: rawHash } = await storage.put(Buffer.from('From: bob@far.example\r\n\r\nHi'));
  const contact = await contactOf(world, 'bob@far.example', 'Bob');
  const conversation = await opened(world, { inboxId: inbox.id, contact });
  const html = `<p>Hi</p><img src="cid:logo@x"><img data-remote-src="http://127.0.0.1:${port}/p.gif?a=1&amp;b=2">`;
  const made = await added(world, conversation.id, { html, rawHash, attachments, from: person('bob@far.example') });
  messageId = made.message.id;

  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: db.uow },
      { provide: Storage, useValue: storage },
      { provide: RequestAuth, useClass: NamedAuth },
      { provide: PublicAddress, useValue: new PublicAddress(null) },
      { provide: PictureOptions, useValue: { privateNetworks: ['127.0.0.1'] } },
      { provide: Outgoing, useValue: new OutgoingHttp(null) },
      NodeRegistry,
    ],
    exports: [UnitOfWork, Storage, RequestAuth, Outgoing, PictureOptions, PublicAddress, NodeRegistry],
  })
  class Kernel {}
  const testing = await Test.createTestingModule({ imports: [Kernel, MessagesModule] }).compile();
  app = testing.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => elsewhere.close(resolve));
  await desk.close();
});

/** Reads every answer to its end, so that no connection stays behind. */
async function get(path: string, who?: string): Promise<{ status: number; headers: Headers; body: Buffer }> {
  const response = await fetch(base + path, { headers: { connection: 'close', ...(who ? { 'x-who': who } : {}) } });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}
const paths = async (): Promise<string[]> => {
  const { attachments } = await desk.message(messageId);
  return [
    `/files/mail/${messageId}`,
    `/files/raw/${messageId}`,
    ...attachments.map((file) => `/files/attachments/${file.id}`),
    `/files/pictures/${messageId}/0`,
  ];
};

describe('what belongs to a message', () => {
  it('is 401 without a session and 404 for those who may not see the inbox', async () => {
    for (const path of await paths()) {
      expect((await get(path)).status).toBe(401);
      expect((await get(path, 'bram')).status).toBe(404);
    }
    expect((await get('/files/mail/msg_nothing', 'anna')).status).toBe(404);
    expect((await get('/files/attachments/..%2f..%2fetc', 'anna')).status).toBe(404);
  });

  it('shows the mail on a page of its own, where nothing runs and nothing loads from elsewhere', async () => {
    const page = await get(`/files/mail/${messageId}`, 'anna');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/sandbox allow-same-origin allow-popups/);
    expect(policy).not.toMatch(/script-src|allow-scripts|unsafe-eval|https?:/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const html = page.body.toString();
    const { attachments } = await desk.message(messageId);
    expect(html).toContain(`<img src="/files/attachments/${attachments[0]!.id}"`);
    expect(html).not.toMatch(/\ssrc="https?:/);
    expect(asked).toBe(0);
  });

  it('shows pictures from elsewhere when the reader asks for them, through us and without a cookie (R-HTM-2)', async () => {
    const html = (await get(`/files/mail/${messageId}?pictures=1`, 'anna')).body.toString();
    const path = `/files/pictures/${messageId}/0`;
    expect(html).toContain(`src="${path}"`);
    expect(html).not.toContain('127.0.0.1');
    const picture = await get(path, 'anna');
    expect(picture.body.equals(PNG)).toBe(true);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('set-cookie')).toBeNull();
    expect(asked).toBe(1);
    for (const other of ['1', '-1', '0x0', '1e0'])
      expect((await get(`/files/pictures/${messageId}/${other}`, 'anna')).status).toBe(404);
  });

  it('shows what waits in a draft to nobody but its author', async () => {
    const upload = (userId: string, hash: string | null): Upload => ({
      ...{ id: newId('upload'), userId, name: 'cat.png', mime: 'image/png', bytes: PNG.length, hash },
      ...{ secretHash: '', createdAt: 0, expiresAt: Number.MAX_SAFE_INTEGER },
    });
    const idOf = (who: string) => actorOf(people.get(who)!.principal).id!;
    const { hash } = await desk.storage.put(PNG);
    const uploads = [upload(idOf('anna'), hash), upload(idOf('anna'), null)] as const;
    await desk.db.uow.run(testCtx(), (tx) => tx.manager.insert(Upload, [...uploads]));
    const [cat, coming] = uploads.map(({ id }) => `/files/uploads/${id}`);
    const shown = await get(cat!, 'anna');
    expect([shown.headers.get('content-type'), shown.body.equals(PNG)]).toEqual(['image/png', true]);
    expect([(await get(cat!)).status, (await get(cat!, 'bram')).status, (await get(coming!, 'anna')).status]).toEqual([
      401, 404, 404,
    ]);
  });

  it('shows only what begins like a safe picture, whatever it is called; all else is a download', async () => {
    const [, , png, fake, svg, later] = await paths();
    const shown = await get(png!, 'anna');
    expect([shown.headers.get('content-type'), shown.headers.get('content-disposition')]).toEqual([
      'image/png',
      'inline; filename="logo.png"; filename*=UTF-8\'\'logo.png',
    ]);
    expect(shown.body.equals(PNG)).toBe(true);
    for (const path of [fake!, svg!, `/files/raw/${messageId}`]) {
      const file = await get(path, 'anna');
      expect(file.headers.get('content-type')).toBe('application/octet-stream');
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w.%~-]+$/);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/);
    }
    expect((await get(svg!, 'anna')).headers.get('content-disposition')).toContain("''evil%20%22name%22.svg");
    expect((await get(`/files/raw/${messageId}`, 'anna')).body.toString()).toBe('From: bob@far.example\r\n\r\nHi');
    expect((await get(later!, 'anna')).status).toBe(404);
  });
});
