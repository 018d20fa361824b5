import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { added } from '../../../test/support/conversations.js';
import { unzipped } from '../../../test/support/unzipped.js';
import { PublicAddress } from '../../kernel/public-address.js';
import type { Ctx } from '../../kernel/context.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import type { Channel } from '../channels/index.js';
import { ContactPropertyService } from '../contacts/contact-property.service.js';
import { ContactService, findContactBy } from '../contacts/index.js';
import { ErasureJob } from '../erasure/erasure.job.js';
import { ErasureService } from '../erasure/erasure.service.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { RecordService } from '../records/index.js';
import { ReplyService } from '../replies/reply.service.js';
import { WipeFilesJob } from '../trash/wipe-files.job.js';
import { ContactExportJob } from './contact-export.job.js';
import { ContactExportService } from './contact-export.service.js';

const DAY_MS = 86_400_000;

let desk: ChannelDesk;
let intake: IntakeService;
let exports: ContactExportService;
let channel: Channel;
let admin: Ctx;
let agent: Ctx;
let raws = 0;
const propertyId = newId('contactProperty');

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, world, clock } = desk;
  intake = new IntakeService(db.uow);
  exports = new ContactExportService(db.uow, clock, new PublicAddress(null));
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new WipeFilesJob(db.uow, queue, storage).onModuleInit();
  new ContactExportJob(db.uow, queue, storage).onModuleInit();
  new ErasureJob(db.uow, queue).onModuleInit();
  admin = await world.as(await world.agent('Ada', 'ADMIN'));
  const inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'EVERYONE' });
  channel = await desk.channel(inbox, ['support@shop.example']);
  agent = await world.as(await world.agent('Anna'));
  await new ContactPropertyService(db.uow).save(admin, { id: propertyId, label: 'Hobby', type: 'TEXT', inAbout: true });
});
afterAll(() => desk.close());

const write = (sql: string, values: unknown[]) => desk.db.uow.run(testCtx(), (tx) => tx.execute(sql, values));
const insert = (table: string, row: Record<string, unknown>) => {
  const keys = Object.keys(row);
  const columns = keys.map((key) => `"${key}"`).join(', ');
  return write(`INSERT INTO ${table} (${columns}) VALUES (${keys.map(() => '?').join(', ')})`, Object.values(row));
};

async function arrive(event: ReturnType<typeof mail>, raw: string): Promise<InboundItem> {
  const externalId = `raw${(raws += 1)}`;
  const { hash } = await desk.storage.put(Buffer.from(raw));
  desk.gateway.events.set(externalId, [event]);
  await intake.receive(channel.id, [{ externalId, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await desk.queue.run();
  return desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId });
}

async function idOf(address: string): Promise<string> {
  const found = await findContactBy(desk.db.uow.reader, 'email', identityKey('email', address));
  if (!found) throw new Error(`Nobody is ${address}`);
  return found.contact.id;
}

/** Plants a word about somebody wherever something of a person is kept; answers his id and the words. */
async function plant(who: string): Promise<{ id: string; words: string[]; conversationId: string }> {
  const words: string[] = [];
  const word = (place: string): string => {
    const made = `${who}q${place}`;
    words.push(made);
    return made;
  };
  const address = `${word('address')}@bird.example`;
  const him = person(address, word('name'));
  const file = { type: 'file' as const, file: { ref: 'part:2', name: `${word('file')}.txt`, mime: 'text/plain' } };
  const event = mail(him, {
    parts: [{ type: 'text', text: word('text') }, file],
    thread: { subject: word('subject'), page: { url: 'https://shop.example/', title: word('page') } },
  });
  const item = await arrive(event, `From: ${address}\r\n\r\n${word('raw')}`);
  const conversationId = item.conversationId!;
  const { hash } = await desk.storage.put(Buffer.from(word('attachment')));
  await write(`UPDATE attachment SET hash = ?, state = 'READY' WHERE message_id = ?`, [hash, item.messageId]);
  const replies = new ReplyService(desk.db.uow, desk.access, desk.sanitizer, desk.clock);
  await replies.send(agent, { conversationId, direction: 'OUTBOUND', to: [address], cc: [], text: word('answer') });
  await replies.send(agent, { conversationId, direction: 'INTERNAL', text: word('comment') });
  const draft = { user_id: (agent.principal as { userId: string }).userId, version: 1, updated_at: 1 };
  await insert('draft', { ...draft, id: newId('draft'), conversation_id: conversationId, mode: 'REPLY', text: word('draft') });
  await insert('draft', {
    ...draft,
    ...{
      id: newId('draft'),
      conversation_id: newId('conversation'),
      mode: 'COMPOSE',
      text: word('composed'),
      subject: word('heading'),
    },
    recipients: JSON.stringify({ to: [`Him <${address}>`], cc: ['else@bird.example'], bcc: [] }),
  });
  const id = await idOf(address);
  const contacts = new ContactService(desk.db.uow, desk.db.journal);
  const addIdentities = [{ kind: 'email', value: `${word('second')}@bird.example` }];
  await contacts.save(agent, { id, fields: { [propertyId]: word('fact') }, addIdentities });
  const records = new RecordService(desk.db.uow, desk.db.journal);
  await records.save(agent, { id: newId('note'), body: word('note'), linkIds: [id] });
  await records.save(agent, { id: newId('task'), title: word('task'), body: word('taskbody'), linkIds: [id] });
  await records.save(agent, { id: newId('call'), call: { direction: 'INBOUND' }, body: word('call'), linkIds: [id] });
  await records.save(agent, { id: newId('deal'), title: word('deal'), linkIds: [id] });
  await records.save(agent, { id: newId('ticket'), title: word('ticket'), linkIds: [conversationId] });
  await records.save(agent, { id: newId('company'), title: word('company'), linkIds: [id] });
  await insert('told_fact', { contact_id: id, name: 'city', value: JSON.stringify(word('city')), channel_id: channel.id, at: 1 });
  const change = { id: newId('contactChange'), contact_id: id, at: 1, what: 'NAME', by_name: 'Ada' };
  await insert('contact_change', { ...change, was: word('oldname'), became: null });
  const tag = newId('tag');
  await insert('tag', { id: tag, name: word('tag'), name_key: tag, color: 'RED', created_at: 1, updated_at: 1 });
  await insert('conversation_tag', { conversation_id: conversationId, tag_id: tag });
  const merge = {
    id: newId('contactMerge'),
    winner_id: id,
    loser_id: newId('contact'),
    moved: '{}',
    by_name: 'Ada',
    created_at: 1,
  };
  await insert('contact_merge', { ...merge, before: JSON.stringify({ name: word('merged') }) });
  const trouble = { kind: 'email', value_key: address, value: address, trouble: 'UNREACHABLE', message_id: 'x', at: 1 };
  await insert('address_trouble', { ...trouble, reason: word('bounce') });
  const held = await desk.storage.put(Buffer.from(word('heldraw')));
  await insert('inbound_item', {
    ...{ id: newId('inboundItem'), channel_id: channel.id, external_id: `<held.${who}>`, raw_hash: held.hash, meta: '{}' },
    ...{ received_at: 1, state: 'FILTERED', correlation_id: 'x', updated_at: 1, sender: address, subject: word('held') },
  });
  return { id, words, conversationId };
}

async function archiveOf(contactId: string): Promise<{ files: Map<string, Buffer>; all: string; exportId: string }> {
  const { id } = await exports.start(admin, contactId);
  await desk.queue.run();
  const done = await exports.find(admin, id);
  if (!done?.hash) throw new Error('It was not made');
  const files = unzipped(await desk.storage.read(done.hash));
  return { files, all: [...files].map(([path, bytes]) => `${path}\n${bytes.toString('utf8')}`).join('\n'), exportId: id };
}

it('an archive holds every word about him, wherever it is kept, and none about anybody else (O12)', async () => {
  const [him, wim] = [await plant('hans'), await plant('wim')];
  // What Wim wrote to both is his to have; what Wim wrote in the same conversation to us alone is not, nor what we wrote to Wim alone.
  const wimAt = person('wimqaddress@bird.example', 'wimqname');
  const author = { kind: 'CONTACT' as const, id: wim.id, name: 'Wim' };
  const from = { kind: 'email', value: wimAt.value, name: null };
  const toHim = [{ field: 'TO' as const, kind: 'email', value: 'hansqaddress@bird.example', name: null }];
  const toWim = [{ field: 'TO' as const, kind: 'email', value: wimAt.value, name: null }];
  await added(desk.world, him.conversationId, { author, from, text: 'between us two', recipients: [] });
  await added(desk.world, him.conversationId, { author, from, text: 'for all of us', recipients: toHim });
  const us = { kind: 'USER' as const, id: null, name: 'Anna' };
  await added(desk.world, him.conversationId, { author: us, direction: 'OUTBOUND', text: 'to Wim alone', recipients: toWim });

  const { files, all } = await archiveOf(him.id);
  expect(him.words.filter((word) => !all.includes(word))).toEqual([]);
  expect(wim.words.filter((word) => word !== 'wimqaddress' && all.includes(word))).toEqual([]);
  expect(all).toContain('for all of us');
  for (const theirs of ['between us two', 'to Wim alone']) expect(all).not.toContain(theirs);

  // Each file is what the manifest says of it, and it says it of each.
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
    contactId: string;
    files: { path: string; bytes: number; sha256: string }[];
  };
  expect(manifest.contactId).toBe(him.id);
  expect(manifest.files.map(({ path }) => path).toSorted()).toEqual(
    [...files.keys()].filter((path) => path !== 'manifest.json').toSorted(),
  );
  for (const { path, bytes, sha256 } of manifest.files) {
    const content = files.get(path)!;
    expect([path, content.byteLength, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256]);
  }
  const lines = (name: string): Record<string, unknown>[] =>
    files
      .get(name)!
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines('messages.ndjson').find(({ text }) => text === 'hansqtext')).toMatchObject({
    raw: expect.stringMatching(/^mails\/msg_.*\.eml$/),
    attachments: [expect.stringMatching(/^attachments\/att_.*\/hansqfile\.txt$/)],
  });
  expect(
    lines('records.ndjson')
      .map(({ type }) => type)
      .toSorted(),
  ).toEqual(['CALL', 'DEAL', 'NOTE', 'TASK', 'TICKET']);
  expect(lines('drafts.ndjson').map(({ mode, by }) => [mode, by])).toEqual([
    ['REPLY', 'Anna'],
    ['COMPOSE', 'Anna'],
  ]);
  expect(all).not.toContain('else@bird.example');
  expect(lines('audit.ndjson')).toMatchObject([{ action: 'CONTACT_EXPORTED', by: 'Ada' }]);

  // In Wim's archive stand his own words to us, of that conversation nothing else.
  const other = await archiveOf(wim.id);
  expect(wim.words.filter((word) => !other.all.includes(word))).toEqual([]);
  expect(him.words.filter((word) => word !== 'hansqaddress' && other.all.includes(word))).toEqual([]);
  for (const his of ['between us two', 'for all of us', 'to Wim alone']) expect(other.all).toContain(his);
});

it('only who may erase him gets it, by an address that is good for ten minutes, for seven days', async () => {
  const { id } = await plant('kees');
  await expect(exports.start(agent, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(() => exports.list(agent, id)).toThrow('Only admins');
  await expect(exports.start(admin, newId('contact'))).rejects.toMatchObject({
    code: 'NOT_FOUND',
    detail: { path: ['contactId'] },
  });
  const running = await exports.start(admin, id);
  expect(await exports.start(admin, id)).toMatchObject({ id: running.id });
  await expect(exports.link(admin, running.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await desk.queue.run();
  const { hash } = (await exports.find(admin, running.id))!;
  const keyOf = async (): Promise<string> => (await exports.link(admin, running.id)).split('key=')[1] ?? '';
  const old = await keyOf();
  const key = await keyOf();
  expect(await exports.opened(admin, running.id, old)).toBeNull();
  expect(await exports.opened(agent, running.id, key)).toBeNull();
  expect(await exports.opened(admin, running.id, key)).toMatchObject({ hash });
  desk.clock.turn(11 * 60_000);
  expect(await exports.opened(admin, running.id, key)).toBeNull();
  const actions = await desk.rows<{ action: string }>('SELECT action FROM audit_entry WHERE object_id = ? ORDER BY seq', [id]);
  expect(actions.map(({ action }) => action)).toEqual(['CONTACT_EXPORTED', 'CONTACT_EXPORT_FETCHED', 'CONTACT_EXPORT_FETCHED']);

  await new ContactExportJob(desk.db.uow, desk.queue, desk.storage).onApplicationBootstrap();
  desk.clock.turn(6 * DAY_MS);
  await desk.queue.run();
  expect(await desk.storage.has(hash!)).toBe(true);
  desk.clock.turn(2 * DAY_MS);
  await desk.queue.run();
  expect(await exports.find(admin, running.id)).toBeNull();
  expect(await desk.storage.has(hash!)).toBe(false);
});

it('archives go with a person who is erased, also one that is being made of somebody else', async () => {
  const [piet, jan] = [await plant('piet'), await plant('jan')];
  const { exportId } = await archiveOf(piet.id);
  const { hash } = (await exports.find(admin, exportId))!;
  const running = await exports.start(admin, jan.id);
  const erasures = new ErasureService(desk.db.uow);
  await erasures.erase(admin, { contactId: piet.id, name: 'pietqname', others: 'ANONYMISE' });
  await expect(exports.start(admin, piet.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (let n = 0; n < 20; n += 1) {
    await desk.queue.run();
    desk.clock.turn(2_000);
  }
  expect(await erasures.list(admin)).toMatchObject([{ contactId: piet.id, subject: null }]);
  expect(await desk.rows('SELECT id FROM contact_export')).toEqual([]);
  expect(await desk.storage.has(hash!)).toBe(false);
  expect(await exports.find(admin, running.id)).toBeNull();
});
