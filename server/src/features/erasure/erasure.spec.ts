import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import type { Channel } from '../channels/index.js';
import { findContact, findContactBy } from '../contacts/index.js';
import { ContactService } from '../contacts/index.js';
import { recountInboxes } from '../inboxes/index.js';
import { ReplyService } from '../replies/reply.service.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { firstBrokenEntry } from '../audit/audit.repository.js';
import { WipeFilesJob } from '../trash/wipe-files.job.js';
import { ContactPurgeJob } from './contact-purge.job.js';
import { ERASE, ErasureJob } from './erasure.job.js';
import { ErasureService } from './erasure.service.js';

/** Part of every word that is planted; no other word begins like it, so that an index can't hide it by its beginning. */
const CANARY = 'qkanarie';
const HIS = `x${CANARY}@bird.example`;
const NAME = `X${CANARY} Vogelsang`;

let desk: ChannelDesk;
let intake: IntakeService;
let erasures: ErasureService;
let contacts: ContactService;
let channel: Channel;
let admin: Ctx;
let agent: Ctx;
let raws = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, world } = desk;
  intake = new IntakeService(db.uow);
  erasures = new ErasureService(db.uow);
  contacts = new ContactService(db.uow, db.journal);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new WipeFilesJob(db.uow, queue, storage).onModuleInit();
  admin = await world.as(await world.agent('Ada', 'ADMIN'));
  channel = await desk.channel(await world.inboxes.save(testCtx(), { name: 'Support', audience: 'EVERYONE' }), [
    'support@shop.example',
  ]);
  agent = await world.as(await world.agent('Anna'));
});
afterAll(() => desk.close());

async function arrive(event: InboundEvent, words = ''): Promise<InboundItem> {
  const externalId = `raw${(raws += 1)}`;
  const { hash } = await desk.storage.put(Buffer.from(`Subject: ${externalId}\r\n\r\n${words}`));
  desk.gateway.events.set(externalId, [event]);
  await intake.receive(channel.id, [{ externalId, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await desk.queue.run();
  return desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId });
}

async function contactOf(address: string): Promise<string> {
  const found = await findContactBy(desk.db.uow.reader, 'email', identityKey('email', address));
  if (!found) throw new Error(`Nobody is ${address}`);
  return found.contact.id;
}

const write = (sql: string, values: unknown[]) => desk.db.uow.run(testCtx(), (tx) => tx.execute(sql, values));

/** Every table, and on SQLite every file of the data folder down to its bytes. */
async function whereCanariesAre(): Promise<string[]> {
  const { dialect } = desk.db.uow.reader;
  const tables = await desk.rows<{ name: string }>(
    dialect === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_words%'`
      : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await desk.rows<object>(`SELECT * FROM "${name}"`);
    if (JSON.stringify(rows).toLowerCase().includes(CANARY)) found.push(name);
  }
  for (const entry of await readdir(desk.db.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).toString('latin1').toLowerCase().includes(CANARY)) found.push(entry.name);
  }
  return found.toSorted();
}

async function plant(): Promise<{ his: string; wim: string; alone: string; shared: string; about: string }> {
  const him = person(HIS, NAME);
  const wim = person('wim@other.example', 'Wim');
  const text = (words: string) => [{ type: 'text' as const, text: words }];
  const file = { type: 'file' as const, file: { ref: 'part:2', name: `${CANARY}.txt`, mime: 'text/plain' } };
  const first = await arrive(
    mail(him, {
      id: 'his1',
      parts: [...text(`My word is x${CANARY}woord`), file],
      thread: { subject: `x${CANARY}zaak`, page: { url: 'https://shop.example/', title: `x${CANARY}pagina` } },
    }),
    `From: ${HIS}`,
  );
  const second = await arrive(
    mail(him, {
      id: 'his2',
      cc: [wim],
      parts: text(`With Wim about x${CANARY}plan`),
      thread: { subject: `x${CANARY}plan` },
    }),
    `From: ${HIS}`,
  );
  await arrive(
    mail(wim, {
      id: 'wim1',
      parts: text(`Dear ${NAME}, at ${HIS} the parrot is green`),
      thread: { subject: `Re: x${CANARY}plan`, answers: ['<his2@far.example>'] },
    }),
    `To: ${HIS}`,
  );
  const replies = new ReplyService(desk.db.uow, desk.access, desk.sanitizer, desk.clock);
  const waiting = { conversationId: second.conversationId!, direction: 'OUTBOUND' as const, to: [HIS], cc: [] };
  await replies.send(agent, { ...waiting, text: `Dear ${NAME}, so it is` });
  const third = await arrive(
    mail(wim, { id: 'wim2', parts: text(`Ask ${HIS} about the budgerigar`), thread: { subject: `About ${HIS}` } }),
    `Ask ${HIS}`,
  );
  return {
    his: await contactOf(HIS),
    wim: await contactOf('wim@other.example'),
    alone: first.conversationId!,
    shared: second.conversationId!,
    about: third.conversationId!,
  };
}

async function plantFile(): Promise<void> {
  const { hash } = await desk.storage.put(Buffer.from(`the file ${CANARY}`));
  await write(`UPDATE attachment SET hash = ?, state = 'READY' WHERE name = ?`, [hash, `${CANARY}.txt`]);
}

async function plantTraces({ his, wim, alone, shared, about }: Awaited<ReturnType<typeof plant>>): Promise<void> {
  const { hash } = await desk.storage.put(Buffer.from(`refused mail of ${HIS}`));
  const insert = (table: string, row: Record<string, unknown>) =>
    write(
      `INSERT INTO ${table} (${Object.keys(row)
        .map((key) => `"${key}"`)
        .join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      Object.values(row),
    );
  const old = {
    id: newId('contact'),
    name: `Old ${CANARY}`,
    fields: '{}',
    created_at: 1,
    updated_at: 1,
    merged_into_id: his,
    deleted_at: 1,
  };
  await insert('contact', old);
  const json = JSON.stringify({ name: NAME, to: HIS });
  await write('UPDATE contact SET fields = ?, avatar_url = ? WHERE id = ?', [json, `https://x.example/${CANARY}.png`, his]);
  await insert('contact_merge', {
    id: newId('contactMerge'),
    winner_id: his,
    loser_id: old.id,
    before: json,
    moved: '{}',
    by_name: 'Ada',
    created_at: 1,
  });
  for (const intoId of [shared, about])
    await insert('conversation_merge', {
      id: newId('conversationMerge'),
      kind: 'MERGE',
      into_id: intoId,
      from_id: 'cnv_x',
      before: JSON.stringify({ into: { subject: intoId === about ? `About ${HIS}` : `x${CANARY}plan` }, from: null, version: 1 }),
      moved: '{}',
      by_name: 'Ada',
      created_at: 1,
    });
  for (const contactId of [his, newId('contact')])
    await insert('contact_change', {
      id: newId('contactChange'),
      contact_id: contactId,
      at: 1,
      what: 'ADDRESS_REMOVED',
      was: HIS,
      by_name: 'Ada',
    });
  await insert('told_fact', { contact_id: his, name: 'city', value: JSON.stringify(CANARY), channel_id: channel.id, at: 1 });
  const rule = {
    id: newId('senderRule'),
    inbox_id: channel.inboxId,
    kind: 'ALLOW',
    identity_kind: 'email',
    value: HIS,
    value_key: HIS,
    created_by_name: 'Ada',
    created_at: 1,
  };
  await insert('sender_rule', rule);
  await insert('address_trouble', {
    kind: 'email',
    value_key: HIS,
    trouble: 'BOUNCED',
    value: HIS,
    reason: `no ${HIS}`,
    message_id: 'x',
    at: 1,
  });
  await insert('acknowledged_sender', { inbox_id: channel.inboxId, kind: 'email', value_key: HIS, at: 1 });
  await insert('draft', {
    id: newId('draft'),
    user_id: 'usr_x',
    conversation_id: 'new',
    mode: 'REPLY',
    text: 'Hello',
    recipients: json,
    updated_at: 1,
  });
  await insert('plugin_state', { instance_id: channel.id, key: 'last', value: json });
  await insert('plugin_state', { instance_id: channel.id, key: `of ${HIS}`, value: '1' });
  await insert('webhook_delivery', {
    id: newId('webhookDelivery'),
    webhook_id: 'w',
    event_id: 'e',
    event_type: 't',
    line: shared,
    body: json,
    state: 'DEAD',
    since: 1,
    created_at: 1,
  });
  await insert('event', {
    id: newId('event'),
    position: 100_000,
    type: 'x',
    change: 'UPDATED',
    node_id: his,
    actor: JSON.stringify({ kind: 'CONTACT', id: his, name: NAME }),
    correlation_id: 'x',
    data: json,
    at: 1,
  });
  await insert('job', {
    id: newId('job'),
    name: 'something',
    payload: json,
    state: 'DEAD',
    run_at: 1,
    last_error: `no ${HIS}`,
    correlation_id: 'x',
    created_at: 1,
    updated_at: 1,
  });
  await insert('inbound_item', {
    id: newId('inboundItem'),
    channel_id: channel.id,
    external_id: `<1.${HIS}>`,
    raw_hash: hash,
    meta: json,
    payload: json,
    received_at: 1,
    state: 'FAILED',
    reason: `no ${HIS}`,
    correlation_id: 'x',
    updated_at: 1,
    sender: HIS,
    subject: CANARY,
  });
  await insert('list_import_problem', { import_id: 'imp_x', line: 2, code: 'BAD_PHONE', detail: 'x', cells: json });
  await insert('snippet_file', {
    ...{ id: newId('upload'), snippet_id: 'snp_x', place: 0, name: `${HIS}.pdf`, mime: 'text/plain', bytes: 1, hash: 'x' },
  });
  await insert('upload', {
    id: newId('upload'),
    user_id: 'usr_x',
    name: `${HIS}.txt`,
    mime: 'text/plain',
    bytes: 1,
    secret_hash: 'x',
    created_at: 1,
    expires_at: 9e15,
  });
  const wanted = [{ field: 'CUSTOMER', operator: 'IS', values: [HIS] }];
  const note = { kind: 'COMMENT', tagId: null, agentId: null, teamId: null, snippetId: null, hours: null, text: `He is ${HIS}` };
  await insert('automation_rule', {
    id: newId('automationRule'),
    name: `About ${HIS}`,
    active: true,
    place: 1,
    inbox_ids: '[]',
    when: 'MESSAGE_RECEIVED',
    conditions: JSON.stringify(wanted),
    actions: JSON.stringify([note]),
    since: 0,
    created_at: 1,
    updated_at: 1,
  });
  await insert('bulk_change', {
    ...{ id: newId('bulkChange'), by_id: 'usr_x', filter: json, action: json, state: 'DONE', reason: json, problems: json },
    started_at: 1,
  });
  await insert('bulk_change_item', { bulk_change_id: 'blk_x', node_id: 'con_x', version: 1, back: json });
  await insert('bulk_change_item', { bulk_change_id: 'blk_x', node_id: his, version: 1, back: '{}' });
  await insert('saved_view', {
    id: newId('savedView'),
    owner_user_id: 'usr_x',
    audience: 'ME',
    name: 'View',
    filter: json,
    created_at: 1,
    updated_at: 1,
  });
  for (const [id, type, toIds] of [
    [newId('note'), 'NOTE', [his]],
    [newId('ticket'), 'TICKET', [alone]],
    [newId('deal'), 'DEAL', [his, wim]],
  ] as const) {
    await insert('crm_record', {
      id,
      type,
      title: `${type} of ${NAME}`,
      body: `${NAME} has ${HIS}`,
      data: json,
      sort_at: 1,
      created_by_name: 'Ada',
      created_at: 1,
      updated_at: 1,
    });
    for (const toId of toIds)
      await insert('association', {
        from_id: id,
        to_id: toId,
        type,
        to_kind: toId.startsWith('con') ? 'contact' : 'conversation',
        at: 1,
      });
  }
}

/** Runs the job as if its process died after each step. */
async function eraseStepByStep(id: string): Promise<void> {
  for (let runs = 0; runs < 200; runs += 1) {
    await desk.queue.run();
    let steps = 0;
    const signal = {
      throwIfAborted: () => {
        if ((steps += 1) > 1) throw new Error('died');
      },
    } as unknown as AbortSignal;
    const job = { id: 'job_x', name: ERASE, payload: { erasureId: id }, attempt: 1, correlationId: 'x', signal };
    await new ErasureJob(desk.db.uow, desk.queue).run(job).catch((error: unknown) => {
      if (!String(error).includes('died')) throw error;
    });
    if ((await erasures.find(admin, id))?.endedAt != null) return;
  }
  throw new Error('It never ends');
}

describe('contactErase (O12)', () => {
  it('leaves nothing of him in any table or file, takes him out of what others said, and keeps all else', async () => {
    const planted = await plant();
    await plantFile();
    await plantTraces(planted);
    expect((await whereCanariesAre()).length).toBeGreaterThan(20);
    const preview = await erasures.preview(admin, planted.his);
    expect(preview).toEqual({ name: NAME, conversations: 2, withOthers: 1, records: 2 });

    const input = { contactId: planted.his, name: NAME, others: 'ANONYMISE' as const };
    await expect(erasures.erase(admin, { ...input, name: 'Vogelsang' })).rejects.toMatchObject({ detail: { path: ['name'] } });
    await expect(erasures.erase(agent, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const erasure = await erasures.erase(admin, input);
    expect(await erasures.erase(admin, input)).toEqual(erasure);
    await eraseStepByStep(erasure.id);

    expect(await whereCanariesAre()).toEqual([]);
    expect(await erasures.find(admin, erasure.id)).toMatchObject({ subject: null, total: 4 });
    const { reader } = desk.db.uow;
    expect(await findContact(reader, planted.his)).toBeNull();
    expect(await desk.rows('SELECT id FROM conversation WHERE id = ?', [planted.alone])).toEqual([]);
    expect(await desk.conversation(planted.shared)).toMatchObject({ contactId: planted.wim, subject: '' });
    const shared = (await desk.items(planted.shared)).filter(({ kind }) => kind === 'MESSAGE');
    expect(shared.map(({ text }) => text)).toEqual(['', 'Dear […], at […] the parrot is green', 'Dear […], so it is']);
    // Nothing waits for ever to leave for him.
    expect(shared.map(({ deliveryStatus }) => deliveryStatus)).toEqual([null, null, 'CANCELLED']);
    expect(await desk.conversation(planted.shared)).toMatchObject({ deliveryStatus: null });
    expect(await desk.rows('SELECT id FROM delivery')).toEqual([]);
    expect((await desk.items(planted.about)).map(({ text }) => text)).toEqual(['Ask […] about the budgerigar']);
    expect(await desk.rows('SELECT type, title, body FROM crm_record', [])).toEqual([
      { type: 'DEAL', title: 'DEAL of […]', body: '[…] has […]' },
    ]);
    expect(await recountInboxes(reader)).toEqual([]);
    expect(await firstBrokenEntry(reader)).toBeNull();
    const [entry] = await desk.rows(`SELECT action, object_id, object_name FROM audit_entry WHERE action = 'CONTACT_ERASED'`);
    expect(entry).toEqual({ action: 'CONTACT_ERASED', object_id: planted.his, object_name: null });
  });

  it('the same mail does not come back, and who writes again is somebody new', async () => {
    const again = await arrive(mail(person(HIS, NAME), { id: 'his1' }));
    expect(again).toMatchObject({ state: 'FILTERED', messageId: null });
    const fresh = await arrive(mail(person('wim@other.example', 'Wim'), { id: 'later' }));
    expect(fresh.state).toBe('DELIVERED');
  });
});

it('a deleted contact is restored within 90 days, and nobody after that; what was said stays in the inbox (D44)', async () => {
  const item = await arrive(mail(person('tom@other.example', 'Tom')));
  const id = await contactOf('tom@other.example');
  new ContactPurgeJob(desk.db.uow, desk.queue).onModuleInit();
  await new ContactPurgeJob(desk.db.uow, desk.queue).onApplicationBootstrap();
  await contacts.delete(admin, [id], false);
  desk.clock.turn(89 * 86_400_000);
  await desk.queue.run();
  expect((await contacts.delete(admin, [id], true)).contacts).toMatchObject([{ id, deletedAt: null }]);
  await contacts.delete(admin, [id], false);
  desk.clock.turn(91 * 86_400_000);
  await desk.queue.run();
  expect(await findContact(desk.db.uow.reader, id)).toBeNull();
  expect(await desk.conversation(item.conversationId!)).toMatchObject({ contactId: null, messageCount: 1 });
});
