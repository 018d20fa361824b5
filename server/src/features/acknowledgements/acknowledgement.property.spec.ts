import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { Channel } from '../channels/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import { AcknowledgeJob } from './acknowledge.job.js';
import { AcknowledgementService } from './acknowledgement.service.js';

const HOUR = 60 * 60_000;
let desk: ChannelDesk;
let intake: IntakeService;
let job: AcknowledgeJob;
let channels: Channel[];
let round = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  job = new AcknowledgeJob(db.uow, queue);
  job.onModuleInit();
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  const service = new AcknowledgementService(db.uow);
  channels = [];
  for (const name of ['one', 'two']) {
    const inbox = await desk.world.inboxes.save(testCtx(), { name });
    await service.save(testCtx(), { inboxId: inbox.id, mode: 'ON_RECEIPT', subject: 'Got it: {number}', text: 'Thank you.' });
    channels.push(await desk.channel(inbox, [`${name}@shop.example`]));
  }
});
afterAll(() => desk.close());

type Step =
  | { do: 'write'; from: number; inbox: number; kind: 'person' | 'reply' | 'list' | 'none'; mail: number | null }
  | { do: 'answer'; from: number; inbox: number; automatic: boolean }
  | { do: 'wait'; hours: number }
  | { do: 'again' };

const from = fc.nat(2);
const inbox = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      from,
      inbox,
      kind: fc.constantFrom('person' as const, 'person' as const, 'reply' as const, 'list' as const, 'none' as const),
      mail: fc.option(fc.nat(3)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), from, inbox, automatic: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 11, 23, 24, 30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const) }) },
);

interface Sent {
  id: string;
  conversation: string;
  inbox: string;
  answers: string;
  recipient: string;
  at: number | string;
}

/** What was sent by machine in this round. */
const sent = (): Promise<Sent[]> =>
  desk.rows<Sent>(
    `SELECT m.id AS id, m.conversation_id AS conversation, c.inbox_id AS inbox, m.in_reply_to_id AS answers, r.value AS recipient, m.at AS at
     FROM message m JOIN conversation c ON c.id = m.conversation_id JOIN message_recipient r ON r.message_id = m.id
     WHERE m.direction = 'OUTBOUND' AND m.automatic IS NOT NULL AND r.value LIKE ? ORDER BY m.at, m.id`,
    [`%.r${round}.example`],
  );

const writer = (n: number): string => `p${n}@far.r${round}.example`;

/** What came in: first messages of persons or not, and what no machine may answer. */
interface Seen {
  messages: string[];
  others: string[];
}

async function take(one: Step, seen: Seen): Promise<void> {
  if (one.do === 'wait') return desk.clock.turn(one.hours * HOUR);
  if (one.do === 'again') {
    // As if the job ran several times at once, in processes that know nothing of each other.
    const runs = seen.messages.flatMap((messageId) => [messageId, messageId]).slice(-6);
    const signal = new AbortController().signal;
    const run = (messageId: string) =>
      job.run({ id: 'j', name: 'acknowledge', payload: { messageId }, attempt: 2, correlationId: 'x', signal });
    await Promise.all(runs.map(run));
    await desk.queue.run();
    return;
  }
  const at = new Date(desk.clock.now());
  const channel = channels[one.inbox]!;
  const thread = one.do === 'answer' ? { answers: await idsOfAnswers(one.from) } : {};
  const fixed = one.do === 'write' && one.mail !== null ? { id: `r${round}m${one.mail}f${one.from}` } : {};
  const signs =
    one.do === 'answer'
      ? one.automatic && { automatic: 'reply' as const }
      : one.kind === 'none'
        ? { noAutoReply: true }
        : one.kind !== 'person' && { automatic: one.kind };
  const event = mail(person(writer(one.from), 'X'), { at, thread, ...fixed, ...(signs || {}) });
  desk.gateway.events.set(event.id, [event]);
  await intake.receive(channel.id, [{ externalId: event.id, rawHash: 'a'.repeat(64), meta: {} }], {
    history: false,
    epoch: null,
  });
  await desk.queue.run();
  const rows = await desk.rows<{ id: string }>(
    'SELECT message_id AS id FROM external_id WHERE channel_id = ? AND external_id = ?',
    [channel.id, event.id],
  );
  const byPerson = one.do === 'write' ? one.kind === 'person' : !one.automatic;
  (byPerson ? seen.messages : seen.others).push(...rows.map(({ id }) => id));
}

/** How the network names what this person was sent by machine. */
async function idsOfAnswers(n: number): Promise<string[]> {
  const mine = (await sent()).filter(({ recipient }) => recipient === writer(n));
  const known = await desk.rows<{ id: string; message: string }>(
    'SELECT external_id AS id, message_id AS message FROM external_id',
  );
  return known.filter(({ message }) => mine.some(({ id }) => id === message)).map(({ id }) => id);
}

it('whatever comes, in whatever order: never more than the limits, never to a machine (R-LOOP-1, R-LOOP-3, R-INB-1)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      round += 1;
      const seen: Seen = { messages: [], others: [] };
      for (const one of steps) await take(one, seen);
      const all = await sent();
      const answered = await desk.rows<{ id: string; automatic: string | null; ids: string }>(
        `SELECT m.id AS id, m.automatic AS automatic, e.external_id AS ids FROM message m JOIN external_id e ON e.message_id = m.id
         WHERE m.direction = 'INBOUND'`,
      );
      // One for a conversation, which is less than the three that the rule allows.
      expect(new Set(all.map(({ conversation }) => conversation)).size).toBe(all.length);
      for (const a of all) {
        const soon = all.filter(
          (b) =>
            b !== a && b.inbox === a.inbox && b.recipient === a.recipient && Math.abs(Number(b.at) - Number(a.at)) < 24 * HOUR,
        );
        expect(soon).toEqual([]);
        const idsOf = (id: string) => answered.filter((row) => row.id === id).map(({ ids }) => ids);
        const same = all.filter((b) => b !== a && idsOf(b.answers).some((id) => idsOf(a.answers).includes(id)));
        expect(same).toEqual([]);
        expect(answered.filter((row) => row.id === a.answers).every(({ automatic }) => automatic === null)).toBe(true);
        // The same mail may have come before as one that is answered.
        if (seen.others.includes(a.answers)) expect(seen.messages).toContain(a.answers);
      }
      // Who wrote as a person for the first time did get one.
      const people = steps.filter((one) => one.do === 'write' && one.kind === 'person');
      const first = steps.findIndex((one) => one.do === 'write' && one.kind === 'person');
      const before = steps.slice(0, Math.max(first, 0)).some((one) => one.do !== 'wait');
      if (people.length > 0 && !before) expect(all.length).toBeGreaterThan(0);
    }),
    { numRuns: 12 },
  );
}, 600_000);
