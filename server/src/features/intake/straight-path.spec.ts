import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { openDatabase } from '../../adapters/database/open.js';
import { ENTITIES } from '../../app/entities.js';
import type { Ctx } from '../../kernel/context.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { MemoryLog, testCtx, TEST_DIALECT } from '../../../test/support/database.js';
import { runProgram } from '../../../test/support/run-program.js';
import { until } from '../../../test/support/until.js';
import { type Channel, ChannelFailure } from '../channels/index.js';
import { ConversationService } from '../conversations/index.js';
import { FilterService } from '../filters/index.js';
import { DecodeJob } from './decode.job.js';
import { InboundItem } from './inbound-item.entity.js';
import { IntakeService } from './intake.service.js';
import { ItemPreparer } from './prepare-item.js';
import { StraightPath } from './straight-path.js';

type Said = ReturnType<typeof mail>;

let desk: ChannelDesk;
let long: IntakeService;
let straight: IntakeService;
let count = 0;
const live = { history: false, epoch: null };

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  long = new IntakeService(db.uow);
  straight = straightOn(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  desk.gateway.rules = { junk: { title: 'Junk', to: 'spam', on: true, knownContact: 'yields' } };
});
afterAll(() => desk.close());

function straightOn(uow: UnitOfWork): IntakeService {
  const { gateway, storage, sanitizer } = desk;
  return new IntakeService(uow, new StraightPath(uow, new ItemPreparer(gateway, storage, sanitizer)));
}

/** A chat of an inbox of its own. */
async function chat(): Promise<Channel> {
  const inbox = await desk.world.inboxes.save(testCtx(), { name: `Shop ${++count}` });
  return desk.channel(inbox, [`shop${count}@shop.example`]);
}

/** What a visitor says under the key of his thread. */
const says = (visitor: string, id: string, over: Parameters<typeof mail>[1] = {}): Said =>
  mail(person(`${visitor}@far.example`), { id, knownAs: [], thread: { key: visitor }, ...over });

const itemsOf = (channel: Channel): Promise<InboundItem[]> =>
  desk.db.uow.reader.manager.find(InboundItem, { where: { channelId: channel.id }, order: { receivedAt: 'ASC', id: 'ASC' } });

/** The texts of a channel in the order in which they were stored. */
const textsOf = async (channel: Channel): Promise<string[]> => {
  const rows = await desk.rows<{ text: string }>(
    `SELECT m.text FROM message m WHERE m.channel_id = ? AND m.kind = 'MESSAGE' ORDER BY m.conversation_id, m.seq`,
    [channel.id],
  );
  return rows.map(({ text }) => text);
};

async function decodesOf(channel: Channel): Promise<number> {
  return (await desk.rows('SELECT id FROM job WHERE key = ?', [`intake:${channel.id}`])).length;
}

/** Runs until what can end has ended. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await desk.queue.run();
    desk.clock.turn(60_000);
  }
}

/** Does something to each statement of the units that come several at once, as those of the straight path do. */
class Meddled extends UnitOfWork {
  readonly reader = desk.db.uow.reader;

  constructor(private readonly before: (tx: Tx) => void | Promise<void>) {
    super();
  }

  readonly run: UnitOfWork['run'] = (ctx, work, options) => desk.db.uow.run(ctx, work, options);
  readonly settle: UnitOfWork['settle'] = () => desk.db.uow.settle();
  runEach<T>(ctx: Ctx, works: readonly ((tx: Tx) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    const meddled = works.map((work) => (tx: Tx) => work(this.meddling(tx)));
    return desk.db.uow.runEach(ctx, meddled, { urgent: true });
  }

  private meddling(tx: Tx): Tx {
    const { before } = this;
    return Object.assign(Object.create(tx) as Tx, {
      query: async <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
        await before(tx);
        return tx.query<Row>(sql, parameters);
      },
      execute: async (sql: string, parameters?: readonly unknown[]): Promise<number> => {
        await before(tx);
        return tx.execute(sql, parameters);
      },
    });
  }
}

describe('what comes decoded', () => {
  it('is stored in the commit that keeps it, and needs no job', async () => {
    const channel = await chat();
    await straight.ingest(channel.id, [says('zoe', 'z1'), says('zoe', 'z2')], { ...live, cursor: { at: 2 } });
    expect(await decodesOf(channel)).toBe(0);
    expect(await itemsOf(channel)).toMatchObject([
      { externalId: 'z1', state: 'DELIVERED' },
      { externalId: 'z2', state: 'DELIVERED' },
    ]);
    expect(await textsOf(channel)).toEqual(['Text of z1', 'Text of z2']);
    const [row] = await desk.rows<{ cursor: string; last_inbound_at: unknown }>(
      'SELECT cursor, last_inbound_at FROM channel WHERE id = ?',
      [channel.id],
    );
    expect(row).toEqual({ cursor: '{"at":2}', last_inbound_at: expect.anything() as unknown });
    await straight.ingest(channel.id, [says('zoe', 'z1')], live);
    expect(await itemsOf(channel)).toHaveLength(2);
    expect(await textsOf(channel)).toHaveLength(2);
  });

  it('ends as it would by way of the job, whatever it is, and tells the same', async () => {
    const [one, other] = [await chat(), await chat()];
    const conversations = new ConversationService(desk.db.uow, desk.db.journal);
    const filters = new FilterService(desk.db.uow, desk.db.journal, conversations);
    for (const { inboxId } of [one, other])
      await filters.save(testCtx(), { inboxId, kind: 'BLOCK', identityKind: 'email', value: 'eve@far.example' });
    const at = new Date(Date.UTC(2026, 0, 6));
    const put = jest.spyOn(desk.storage, 'put');
    const byJob = await outcome(long, one, at, '-a');
    const atOnce = await outcome(straight, other, at, '-b');
    expect(atOnce).toEqual(byJob);
    // A report that came decoded is nowhere attached as it came.
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
    expect(new Set(atOnce.items.map(({ state }) => state))).toEqual(new Set(['DELIVERED', 'FILTERED', 'DUPLICATE']));
  });

  it('is kept for the job when it takes long, or is nothing that we know', async () => {
    const channel = await chat();
    const html = says('kim', 'k1', { parts: [{ type: 'text', text: 'Hi', html: '<p onclick="x()">Hi</p>' }] });
    await straight.ingest(channel.id, [html], live);
    expect(await itemsOf(channel)).toMatchObject([{ state: 'RECEIVED' }]);
    await settle();
    await straight.ingest(channel.id, [{ type: 'message', id: 'k2' } as unknown as InboundEvent], live);
    expect(await decodesOf(channel)).toBe(1);
    await settle();
    expect(await itemsOf(channel)).toMatchObject([
      { state: 'DELIVERED', unparsed: false },
      { state: 'DELIVERED', unparsed: true },
    ]);
    await straight.ingest(channel.id, [says('kim', 'k3')], { history: true, epoch: null });
    expect((await itemsOf(channel))[2]).toMatchObject({ state: 'RECEIVED', history: true });
    await settle();
  });

  it('keeps nothing of a listener that has lost its lease', async () => {
    const channel = await chat();
    const lease = 'INSERT INTO channel_lease (channel_id, owner, epoch, expires_at) VALUES (?, ?, 4, 0)';
    await desk.db.uow.run(testCtx(), (tx) => tx.execute(lease, [channel.id, 'me']));
    const late = straight.ingest(channel.id, [says('lea', 'l1')], { history: false, epoch: 3, cursor: 'old' });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await itemsOf(channel)).toEqual([]);
    await straight.ingest(channel.id, [says('lea', 'l1')], { history: false, epoch: 4, cursor: 'new' });
    expect(await itemsOf(channel)).toMatchObject([{ state: 'DELIVERED' }]);
  });
});

/** All kinds of events, one call after the other, and what became of them. */
async function outcome(intake: IntakeService, channel: Channel, at: Date, mark: string): Promise<Outcome> {
  const ids = (id: string): string => `${id}${mark}`;
  const sender = person('anna@far.example');
  const target = ids('m1') as Said['id'];
  const events: InboundEvent[] = [
    says('anna', ids('m1')),
    says('anna', ids('m2'), { parts: [{ type: 'text', text: 'With \u0000 in it' }] }),
    says('anna', ids('m3'), { id: ids('m3'), parts: [{ type: 'file', file: { ref: 'x', name: '../a.pdf' } }] }),
    says('eve', ids('m4')),
    says('junk', ids('m5'), { flags: [{ rule: 'junk', detail: 'bad' }] }),
    mail(person(channel.own[0]?.value ?? ''), { id: ids('m6') }),
    mail('self', { id: ids('m7'), to: [person('new@far.example')] }),
    { type: 'edited', target, at, parts: [{ type: 'text', text: 'Better' }] },
    { type: 'reaction', target, sender, emoji: '👍' },
    { type: 'receipt', status: 'read', at, target: { thread: 'anna' as never, upTo: at } },
    { type: 'receipt', status: 'failed', at, target: { id: ids('nothing') as Said['id'] } },
    { type: 'profile', identity: person('anna@far.example', 'Anna'), attributes: { plan: mark } },
    { type: 'transcript', threadKey: 'anna' as never, at },
    { type: 'deleted', target: ids('nobody') as Said['id'], at },
  ];
  for (const event of events) {
    await intake.ingest(channel.id, [event], live);
    if (intake === long) await desk.queue.run();
  }
  const repeat: InboundEvent = { ...events[0], id: `${ids('m8')}` } as InboundEvent;
  await desk.db.uow.run(testCtx(), (tx) =>
    tx.execute('UPDATE external_id SET external_id = ? WHERE channel_id = ? AND external_id = ?', [
      ids('m8'),
      channel.id,
      ids('m1'),
    ]),
  );
  await intake.ingest(channel.id, [repeat], live);
  await settle();
  const items = await itemsOf(channel);
  const told = await desk.rows<{ type: string; change: string; audience: string | null }>(
    'SELECT type, "change" FROM event WHERE inbox_id = ? ORDER BY position',
    [channel.inboxId],
  );
  return {
    items: items.map(({ state, reason, sender: by, subject, unparsed }) => ({
      state,
      reason,
      by: by?.replace(/shop\d+/, 'shop') ?? null,
      subject: subject?.replace(mark, '') ?? null,
      unparsed,
    })),
    texts: (await textsOf(channel)).map((text) => text.replace(mark, '')).toSorted(),
    told: told.map(({ type, change }) => `${type} ${change}`),
  };
}
interface Outcome {
  items: { state: string; reason: string | null; by: string | null; subject: string | null; unparsed: boolean }[];
  texts: string[];
  told: string[];
}

describe('the order of a channel', () => {
  it('holds when something waits: what comes later waits behind it', async () => {
    const channel = await chat();
    const { hash } = await desk.storage.put(Buffer.from('raw'));
    desk.gateway.events.set('w1', new ChannelFailure('transient', 'It starts'));
    await long.receive(channel.id, [{ externalId: 'w1', rawHash: hash, meta: {} }], live);
    await desk.queue.run();
    await straight.ingest(channel.id, [says('wim', 'w2')], live);
    expect(await itemsOf(channel)).toMatchObject([{ state: 'RECEIVED' }, { state: 'RECEIVED' }]);
    desk.gateway.events.set('w1', [says('wim', 'w1')]);
    await settle();
    expect(await textsOf(channel)).toEqual(['Text of w1', 'Text of w2']);
    await straight.ingest(channel.id, [says('wim', 'w3')], live);
    expect(await decodesOf(channel)).toBe(0);
    expect(await textsOf(channel)).toEqual(['Text of w1', 'Text of w2', 'Text of w3']);
  });

  it('holds among calls that nobody waits for, also when one of them takes the long way', async () => {
    const channel = await chat();
    const words = Array.from({ length: 40 }, (_, n) => n);
    const calls = words.map((n) =>
      straight.ingest(
        channel.id,
        [says('max', `x${n}`, { parts: [{ type: 'text', text: `${n}`, ...(n === 20 ? { html: '<p>20</p>' } : {}) }] })],
        live,
      ),
    );
    await Promise.all(calls);
    expect((await itemsOf(channel)).map(({ state }) => state)).toEqual(words.map((n) => (n < 20 ? 'DELIVERED' : 'RECEIVED')));
    await settle();
    expect(await textsOf(channel)).toEqual(words.map(String));
  });

  it('holds when one fails: those behind it in the same commit go its way', async () => {
    const channel = await chat();
    await straight.ingest(channel.id, [says('fay', 'f0')], live);
    let failed = 0;
    const faulty = straightOn(
      new Meddled(async (tx) => {
        const rows = await tx.query('SELECT id FROM inbound_item WHERE external_id = ?', ['f2']);
        if (rows.length > 0 && failed++ === 0) throw new Error('Struck');
      }),
    );
    await Promise.all([1, 2, 3, 4, 5].map((n) => faulty.ingest(channel.id, [says('fay', `f${n}`)], live)));
    expect(failed).toBeGreaterThan(0);
    await settle();
    expect(await textsOf(channel)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `Text of f${n}`));
  });
});

describe('a fault on the straight path', () => {
  it('at whichever statement leaves no trace: the item goes the long way and ends as it should', async () => {
    const channel = await chat();
    for (let at = 1; ; at++) {
      let statement = 0;
      const faulty = straightOn(
        new Meddled(() => {
          if (++statement === at) throw new Error(`Struck at ${at}`);
        }),
      );
      const before = await desk.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM message');
      await faulty.ingest(channel.id, [says(`new${at}`, `s${at}`)], live);
      const item = (await itemsOf(channel)).at(-1);
      if (statement < at) {
        expect(item).toMatchObject({ externalId: `s${at}`, state: 'DELIVERED' });
        expect(at).toBeGreaterThan(10);
        break;
      }
      expect(item).toMatchObject({ externalId: `s${at}`, state: 'RECEIVED' });
      expect(await desk.rows('SELECT COUNT(*) AS n FROM message')).toEqual(before);
      expect(await desk.rows('SELECT id FROM contact WHERE name = ?', [`new${at}`])).toEqual([]);
      await settle();
      expect((await itemsOf(channel)).at(-1)).toMatchObject({ externalId: `s${at}`, state: 'DELIVERED' });
      expect(await desk.rows('SELECT id FROM message WHERE text = ?', [`Text of s${at}`])).toHaveLength(1);
    }
  }, 120_000);

  it('that kills the process leaves nothing, and a repeat is stored once', async () => {
    const channel = await chat();
    for (const at of [3, 8, 0]) {
      const ended = await runProgram('straight-killed', desk.db.url, desk.db.dataDir, channel.id, `q${at}`, String(at));
      expect(ended).toEqual({ code: null, output: '' });
      // With none of the statements named it is killed after its answer.
      const there = at === 0 ? 1 : 0;
      expect((await itemsOf(channel)).filter(({ externalId }) => externalId === `q${at}`)).toHaveLength(there);
      await straight.ingest(channel.id, [says('quin', `q${at}`)], live);
      await settle();
    }
    expect(await textsOf(channel)).toEqual(['Text of q3', 'Text of q8', 'Text of q0']);
  }, 120_000);
});

describe('two processes', () => {
  it('that take the same in at the same moment store it once, and make one conversation of what belongs together', async () => {
    const channel = await chat();
    const { url, dataDir } = desk.db;
    const fail = (error: unknown): never => {
      throw error;
    };
    const second = await openDatabase({ url, dataDir, entities: ENTITIES, log: new MemoryLog(), onFatal: fail });
    try {
      const both = [straight, straightOn(second.uow)];
      for (let round = 0; round < 15; round++) {
        const visitor = `v${round}`;
        const own = both.map((intake, n) => intake.ingest(channel.id, [says(visitor, `${visitor}-own${n}`)], live));
        const same = both.map((intake) => intake.ingest(channel.id, [says(visitor, `${visitor}-same`)], live));
        await Promise.all([...own, ...same, desk.queue.run()]);
      }
      await settle();
    } finally {
      await second.close();
    }
    const items = await itemsOf(channel);
    expect(items).toHaveLength(45);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['DELIVERED']));
    const conversations = new Set(items.map(({ conversationId }) => conversationId));
    expect(conversations.size).toBe(15);
    expect(await textsOf(channel)).toHaveLength(45);
  }, 120_000);

  it('take turns with the job of the channel', async () => {
    const channel = await chat();
    const { hash } = await desk.storage.put(Buffer.from('raw'));
    desk.gateway.events.set('t1', [says('tom', 't1')]);
    let entered = (): void => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    let goOn = (): void => undefined;
    const waits = new Promise<void>((resolve) => (goOn = resolve));
    let statement = 0;
    const slow = straightOn(
      new Meddled(async () => {
        if (++statement !== 8) return;
        entered();
        await waits;
      }),
    );
    const first = slow.ingest(channel.id, [says('tom', 't0')], live);
    await inside;
    const second = long.receive(channel.id, [{ externalId: 't1', rawHash: hash, meta: {} }], live).then(() => desk.queue.run());
    // On SQLite it waits for its unit already.
    const blocked = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    if (TEST_DIALECT === 'postgres') await until(async () => (await desk.rows(blocked)).length > 0, { what: 'the job waits' });
    goOn();
    await Promise.all([first, second]);
    expect(await textsOf(channel)).toEqual(['Text of t0', 'Text of t1']);
    expect(new Set((await itemsOf(channel)).map(({ conversationId }) => conversationId)).size).toBe(1);
  });
});
