import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Identity } from '@balie/plugin-sdk';
import fc from 'fast-check';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { Channel } from '../channels/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Inbox } from '../inboxes/index.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { identityKey, identityKeys } from '../../kernel/identity-kinds.js';
import { ComposeService } from './compose.service.js';
import { ForwardService } from './forward.service.js';
import { ReplyService } from './reply.service.js';

const SEED = Number(process.env['BALIE_TEST_SEED'] ?? 20_261_103);
const HERE = ['support@shop.example', 'help@shop.example', 'hallo@büro.example'];
const ELSEWHERE = 'sales@shop.example';
let desk: ChannelDesk;
let intake: IntakeService;
let replies: ReplyService;
let forwards: ForwardService;
let composes: ComposeService;
let channel: Channel;
let inbox: Inbox;
let agent: Ctx;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, access, clock } = desk;
  intake = new IntakeService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  replies = new ReplyService(db.uow, access, sanitizer, clock);
  forwards = new ForwardService(db.uow, access, sanitizer, clock);
  composes = new ComposeService(db.uow, sanitizer, clock);
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', undoSeconds: 0 });
  const other = await desk.world.inboxes.save(testCtx(), { name: 'Sales', undoSeconds: 0 });
  channel = await desk.channel(inbox, HERE);
  await desk.channel(other, [ELSEWHERE]);
  agent = await desk.world.as(await desk.world.agent('Anna'));
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.gateway.sent.length = 0;
});

const live = { history: false, epoch: null };
const key = (address: string): string => identityKey('email', address);
const isAmong = (list: readonly string[], address: string): boolean =>
  identityKeys('email', address).some((one) => list.map(key).includes(one));
const isHere = (address: string): boolean => isAmong(HERE, address);
const isOurs = (address: string): boolean => isAmong([...HERE, ELSEWHERE], address);
const valuesOf = (people: readonly Identity[] | undefined): string[] => (people ?? []).map(({ value }) => value);

/** The same address as one may write it. */
const spelled = (address: string) =>
  fc.constantFrom(
    address,
    address.toUpperCase(),
    address.replace(/^./, (letter) => letter.toUpperCase()),
  );
const CUSTOMERS = ['bob@client.example', 'carl@client.example', 'dora+news@client.example', 'dora@client.example'];
const OTHERS = ['anna@münchen.example', 'anna@xn--mnchen-3ya.example', 'list@lists.example', 'грета@far.example'];
const OWN = [...HERE, ELSEWHERE, 'help+tok3nABCDEFGH12@shop.example', 'support+x@shop.example', 'hallo@xn--bro-hoa.example'];
const anybody = fc.constantFrom(...CUSTOMERS, ...OTHERS, ...OWN).chain(spelled);
const written = fc.record({
  from: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...CUSTOMERS).chain(spelled) },
    { weight: 1, arbitrary: fc.constant(ELSEWHERE) },
  ),
  to: fc.array(anybody, { minLength: 1, maxLength: 5 }),
  cc: fc.array(anybody, { maxLength: 5 }),
});
const history = fc.record({
  mails: fc.array(written, { minLength: 1, maxLength: 4 }),
  answeredAt: fc.nat(),
  commented: fc.boolean(),
  aside: fc.boolean(),
});
type Written = { from: string; to: string[]; cc: string[] };

let count = 0;
/** A conversation out of mails that answer each other; those that the rules of threads put elsewhere are not among them. */
async function talk(mails: Written[]) {
  const events: { id: string; from: string; to: string[]; cc: string[] }[] = [];
  for (const { from, to, cc } of mails) {
    const id = `talk${++count}`;
    const thread = events.length > 0 ? { answers: [`<${events.at(-1)!.id}@far.example>`] } : {};
    await intake.ingest(
      channel.id,
      [mail(person(from), { id, to: to.map((one) => person(one)), cc: cc.map((one) => person(one)), thread })],
      live,
    );
    await desk.queue.run();
    events.push({ id, from, to, cc });
  }
  const rows = await desk.rows<{ external_id: string; conversation_id: string | null; message_id: string | null }>(
    `SELECT external_id, conversation_id, message_id FROM inbound_item WHERE external_id IN (${events.map(() => '?').join(', ')})`,
    events.map(({ id }) => id),
  );
  const stored = events.flatMap((event) => {
    const row = rows.find((one) => one.external_id === event.id);
    return row?.conversation_id && row.message_id
      ? [{ ...event, conversationId: row.conversation_id, messageId: row.message_id }]
      : [];
  });
  return stored.filter(({ conversationId }) => conversationId === stored[0]?.conversationId);
}

describe('whom an answer reaches (G3, product 5.4, 8 and 9)', () => {
  it(`is nobody twice, none of ours, nobody who was not on the mail answered, and nobody of those less (seed ${SEED})`, async () => {
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(history, async ({ mails, answeredAt, commented, aside }) => {
        const stored = await talk(mails);
        if (stored.length === 0) return;
        const answered = stored[answeredAt % stored.length]!;
        const { conversationId } = answered;
        if (commented) await replies.send(agent, { conversationId, direction: 'INTERNAL', text: 'INTERNAL SECRET' });
        if (aside) {
          await forwards.forward(agent, {
            messageId: answered.messageId,
            to: ['expert@far.example'],
            text: 'SIDE SECRET',
            withAttachments: false,
          });
          await desk.queue.run();
        }
        desk.gateway.sent.length = 0;
        const there = [answered.from, ...answered.to, ...answered.cc];
        // What a person wrote from another inbox of ours is answered to that inbox (G1 6); else none of ours is.
        const expected = new Set(there.filter((one) => !isOurs(one) || one === answered.from).map(key));
        const sending = replies.send(agent, {
          conversationId,
          direction: 'OUTBOUND',
          text: 'Hello',
          replyTo: answered.messageId,
        });
        if (expected.size === 0) return expect(sending).rejects.toBeInstanceOf(DomainError);
        await sending;
        await desk.queue.run();
        const [out, ...more] = desk.gateway.sent;
        expect(more).toEqual([]);
        const reached = [...valuesOf(out?.to), ...valuesOf(out?.cc), ...valuesOf(out?.bcc)].map(key);
        expect(new Set(reached).size).toBe(reached.length);
        expect(reached.filter((one) => isHere(one))).toEqual([]);
        expect(new Set(reached)).toEqual(expected);
        expect(reached).not.toContain('expert@far.example');
        const alias = [...answered.to, ...answered.cc].find((one) => isHere(one));
        const from = alias ? HERE.find((own) => isAmong([own], alias)) : HERE[0];
        expect(key(out?.from.value ?? '')).toBe(key(from ?? ''));
        const said = JSON.stringify(out?.parts);
        expect(said).toContain(`Text of ${answered.id}`);
        for (const hidden of ['SECRET', ...stored.filter((one) => one !== answered).map(({ id }) => `Text of ${id}\\n`)])
          expect(said).not.toContain(hidden);
        answers += 1;
      }),
      { seed: SEED, numRuns: 40 },
    );
    expect(answers).toBeGreaterThan(25);
  }, 300_000);

  it('is the same people after a message of our own, and the alias that was answered from stays (R-INB-3)', async () => {
    const [first] = await talk([
      { from: 'bob@client.example', to: ['HELP+tok3nABCDEFGH12@shop.example'], cc: ['carl@client.example'] },
    ]);
    const conversationId = first!.conversationId;
    const { id } = await replies.send(agent, { conversationId, direction: 'OUTBOUND', text: 'One' });
    await desk.queue.run();
    await replies.send(agent, { conversationId, direction: 'OUTBOUND', text: 'Two', replyTo: id });
    await desk.queue.run();
    for (const out of desk.gateway.sent)
      expect([out.from.value, valuesOf(out.to), valuesOf(out.cc)]).toEqual([
        'help@shop.example',
        ['bob@client.example'],
        ['carl@client.example'],
      ]);
  });

  it('is never one of the inbox’s own that a person typed, however it is written', async () => {
    const [first] = await talk([{ from: 'bob@client.example', to: ['support@shop.example'], cc: [] }]);
    const conversationId = first!.conversationId;
    for (const own of ['Support@Shop.example', 'help+x@shop.example', 'hallo@xn--bro-hoa.example'])
      await expect(replies.send(agent, { conversationId, direction: 'OUTBOUND', text: 'x', cc: [own] })).rejects.toMatchObject({
        code: 'INVALID',
        detail: { path: ['cc', '0'] },
      });
    const composed = { inboxId: inbox.id, to: ['help+x@shop.example'], subject: 'x', text: 'x' };
    await expect(composes.compose(agent, composed)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['to', '0'] } });
    await expect(
      composes.compose(agent, { ...composed, to: ['bob@client.example'], subject: 'x\r\nBcc: y@z.example' }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      detail: { path: ['subject'] },
    });
  });

  it('in a side thread is that party alone, with nothing of the customer’s thread but what was passed on', async () => {
    const [first] = await talk([{ from: 'bob@client.example', to: ['support@shop.example'], cc: ['carl@client.example'] }]);
    const { conversationId, messageId } = first!;
    await replies.send(agent, { conversationId, direction: 'OUTBOUND', text: 'Dear Bob' });
    const side = await forwards.forward(agent, {
      messageId,
      to: ['expert@far.example'],
      text: 'SIDE SECRET',
      withAttachments: false,
    });
    await desk.queue.run();
    desk.gateway.sent.length = 0;
    await replies.send(agent, { conversationId, direction: 'OUTBOUND', text: 'And?', replyTo: side.id });
    await replies.send(agent, { conversationId, direction: 'OUTBOUND', text: 'Dear Bob again' });
    await desk.queue.run();
    const [aside, customers] = desk.gateway.sent;
    expect([valuesOf(aside?.to), valuesOf(aside?.cc)]).toEqual([['expert@far.example'], []]);
    expect(aside?.thread.answers).toEqual([`<${side.sendKey}@shop.example>`]);
    expect([valuesOf(customers?.to), valuesOf(customers?.cc)]).toEqual([['bob@client.example'], ['carl@client.example']]);
    expect(JSON.stringify(customers)).not.toContain('SECRET');
    expect(customers?.thread.answers).not.toContain(`<${side.sendKey}@shop.example>`);
  });
});

describe('what an answer cites (R-THR-7)', () => {
  it('is what it answers, what was said last, and what began it, however long the thread', async () => {
    const long = Array.from({ length: 30 }, () => ({ from: 'bob@client.example', to: ['support@shop.example'], cc: [] }));
    const stored = await talk(long);
    expect(stored).toHaveLength(30);
    await replies.send(agent, { conversationId: stored[0]!.conversationId, direction: 'OUTBOUND', text: 'Hello' });
    await desk.queue.run();
    const cited = desk.gateway.sent.at(-1)?.thread.answers.filter((id) => id.startsWith('<')) ?? [];
    expect([cited[0], cited.at(-1)]).toEqual([`<${stored.at(-1)!.id}@far.example>`, `<${stored[0]!.id}@far.example>`]);
  });
});
