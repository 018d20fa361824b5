import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import fc from 'fast-check';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Channel, ChannelFailure, DecodeFailed } from '../channels/index.js';
import { DecodeJob } from './decode.job.js';
import { FetchFileJob } from './fetch-file.job.js';
import { InboundItem } from './inbound-item.entity.js';
import { IntakeService } from './intake.service.js';

let desk: ChannelDesk;
let intake: IntakeService;
let channel: Channel;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new FetchFileJob(db.uow, gateway, queue).onModuleInit();
  const inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support' });
  channel = await desk.channel(inbox, ['support@shop.example']);
  desk.gateway.rules = { junk: { title: 'Junk', to: 'spam', on: true, knownContact: 'yields' } };
});
afterAll(() => desk.close());

const address = fc.constantFrom('a@one.example', 'b@one.example', 'c@two.example', 'support@shop.example');
const hostile = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('\u0000', '\ud800', '<b>\u0000</b>', "'; DROP TABLE message;--"),
);
const id = fc.integer({ min: 0, max: 40 }).map((n) => `p${n}`);

const message: fc.Arbitrary<InboundEvent> = fc
  .record({
    from: address,
    name: hostile,
    text: hostile,
    html: fc.option(hostile, { nil: undefined }),
    subject: hostile,
    file: fc.option(hostile, { nil: undefined }),
    answers: fc.array(id, { maxLength: 3 }),
    key: fc.option(fc.constantFrom('k1', 'k2'), { nil: undefined }),
    to: fc.array(address, { maxLength: 3 }),
    automatic: fc.option(fc.constantFrom('reply' as const, 'bulk' as const), { nil: undefined }),
    flagged: fc.boolean(),
    at: fc.date(),
    own: id,
  })
  .map(({ from, name, text, html, subject, file, answers, key, to, automatic, flagged, at, own }) =>
    mail(person(from, name), {
      id: own,
      at,
      ...(automatic ? { automatic } : {}),
      to: to.map((value) => person(value)),
      flags: flagged ? [{ rule: 'junk', detail: name }] : [],
      thread: { subject, answers: answers.map((one) => `<${one}@far.example>`), ...(key ? { key } : {}) },
      parts: [
        { type: 'text', text, ...(html === undefined ? {} : { html }) },
        ...(file === undefined ? [] : [{ type: 'file' as const, file: { ref: 'x', name: file } }]),
      ],
    }),
  );
const receipt: fc.Arbitrary<InboundEvent> = id.map(
  (target) => ({ type: 'receipt', status: 'failed', at: new Date(0), target: { id: target } }) as InboundEvent,
);
const nonsense = fc.jsonValue().map((value) => value as unknown as InboundEvent);
const decoded = fc.oneof(
  { weight: 6, arbitrary: fc.array(message, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.array(receipt, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.array(nonsense, { maxLength: 2 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Error>(
      new DecodeFailed('bad', false),
      new DecodeFailed('dead', true),
      new ChannelFailure('transient', 'off'),
    ),
  },
);

describe('the ledger', () => {
  it('brings whatever comes in to exactly one ending, with a message where it says so', async () => {
    let round = 0;
    const property = fc.asyncProperty(fc.array(decoded, { minLength: 1, maxLength: 6 }), async (batch) => {
      round += 1;
      const { hash: rawHash } = await desk.storage.put(Buffer.from('raw'));
      const items = batch.map((events, index) => {
        const externalId = `r${round}.${index}`;
        desk.gateway.events.set(externalId, events);
        return { externalId, rawHash, meta: {}, events };
      });
      await intake.receive(channel.id, items, { history: false, epoch: null });
      await settle(items.map((item) => item.externalId));
      await check();
    });
    await fc.assert(property, { numRuns: 25 });
  }, 240_000);
});

/** Runs until all that can end has ended; then the plugin runs again, and what waited for it ends too. */
async function settle(ids: string[]): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await desk.queue.run();
    desk.clock.turn(60_000);
    for (const one of ids) if (desk.gateway.events.get(one) instanceof ChannelFailure) desk.gateway.events.set(one, []);
  }
}

async function check(): Promise<void> {
  const all = await desk.db.uow.reader.manager.find(InboundItem);
  expect(all.filter((item) => item.state === 'RECEIVED')).toEqual([]);
  const ids = new Set((await desk.rows<{ id: string }>('SELECT id FROM message')).map((row) => row.id));
  for (const item of all) {
    if (item.state === 'DELIVERED' || item.state === 'DUPLICATE') expect(ids.has(item.messageId ?? '')).toBe(true);
    if (item.state === 'FAILED') throw new Error(`${item.externalId} failed: ${item.reason}`);
  }
  const twice = 'SELECT message_id FROM external_id WHERE channel_id = ? GROUP BY external_id, message_id HAVING COUNT(*) > 1';
  expect(await desk.rows(twice, [channel.id])).toEqual([]);
  const orphans = 'SELECT e.external_id FROM external_id e LEFT JOIN message m ON m.id = e.message_id WHERE m.id IS NULL';
  expect(await desk.rows(orphans)).toEqual([]);
}
