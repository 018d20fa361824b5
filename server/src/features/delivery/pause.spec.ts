import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { openDatabase } from '../../adapters/database/open.js';
import { makeBackup } from '../../app/backup/make-backup.js';
import { restoreBackup } from '../../app/backup/restore-backup.js';
import { ENTITIES } from '../../app/entities.js';
import { ChannelDesk, ScriptedGateway, TurnedQueue } from '../../../test/support/channel-desk.js';
import { freshDatabaseUrl, MemoryLog, testCtx, type TestDatabase } from '../../../test/support/database.js';
import type { Channel } from '../channels/index.js';
import { addItem, createThread, openConversation } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { newId } from '../../kernel/ids.js';
import { DeliverJob } from './deliver.job.js';
import { setSendingPaused } from './pause.js';
import { queueDeliveries } from './record.js';

jest.setTimeout(240_000);

let desk: ChannelDesk;
let inbox: Inbox;
let channel: Channel;
beforeAll(async () => {
  desk = await ChannelDesk.open();
  new DeliverJob(desk.db.uow, desk.gateway, desk.queue).onModuleInit();
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', undoSeconds: 0 });
});
afterAll(() => desk.close());
beforeEach(async () => {
  channel = await desk.channel(inbox, [`${newId('channel')}@shop.example`]);
  desk.gateway.sent.length = 0;
});

/** A reply in the outbox. */
async function outgoing(heldMs: number | null = null): Promise<string> {
  const id = newId('message');
  await desk.db.uow.run(testCtx(), async (tx) => {
    const opening = { inboxId: inbox.id, channel, contact: null, subject: 'S', at: tx.now, placement: 'INBOX' } as const;
    const { id: conversationId } = await openConversation(tx, opening);
    const thread = await createThread(tx, { conversationId, channelId: channel.id, subject: 'S' });
    const recipients = [{ field: 'TO' as const, kind: 'email', value: 'bob@far.example' }];
    const author = { kind: 'USER' as const, id: 'usr_x', name: 'Anna' };
    const heldUntil = heldMs === null ? null : tx.now + heldMs;
    const deliveryStatus = heldUntil === null ? ('QUEUED' as const) : ('HELD' as const);
    const threadId = thread!.id;
    await addItem(tx, conversationId, {
      id,
      kind: 'MESSAGE',
      direction: 'OUTBOUND',
      author,
      at: tx.now,
      text: 'Hi',
      recipients,
      threadId,
      channelId: channel.id,
      sendKey: id.slice(4),
      deliveryStatus,
    });
    const out = { messageId: id, conversationId, channelId: channel.id, threadId, recipients, degraded: [], heldUntil };
    await queueDeliveries(tx, out);
  });
  return id;
}

const pause = (paused: boolean): Promise<void> => desk.db.uow.run(testCtx(), (tx) => setSendingPaused(tx, paused));
const statusOf = async (id: string): Promise<unknown> =>
  (await desk.rows<{ status: string }>('SELECT status FROM delivery WHERE message_id = ?', [id]))[0]?.status;

it('holds everything while it is on, and lets it go at once when it ends (O28)', async () => {
  await pause(true);
  const [one, other] = [await outgoing(), await outgoing(1_000)];
  await desk.queue.run();
  desk.clock.turn(60_000);
  await desk.queue.run();
  expect([desk.gateway.sent.length, await statusOf(one), await statusOf(other)]).toEqual([0, 'QUEUED', 'HELD']);
  await pause(false);
  await desk.queue.run();
  expect([desk.gateway.sent.length, await statusOf(one), await statusOf(other)]).toEqual([2, 'SENT', 'SENT']);
});

it('a restored instance sends nothing by itself, and after the pause only looks for what may have left already (O2)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balie-restore-'));
  const { url: databaseUrl, dataDir, remove } = await freshDatabaseUrl();
  const [queued, undo, planned] = [await outgoing(), await outgoing(5_000), await outgoing(86_400_000)];
  const key = Buffer.alloc(32, 7);
  const file = join(folder, 'a.tar');
  await makeBackup({ databaseUrl: desk.db.url, dataDir: desk.db.dataDir, file, key, withKey: true, now: desk.clock.now() });
  // After the backup it leaves from the original, which is then lost.
  desk.clock.turn(10_000);
  await desk.queue.run();
  expect(desk.gateway.sent.length).toBe(2);

  await restoreBackup({ file, databaseUrl, dataDir, key: null, replace: false, keyLost: false, now: desk.clock.now() });
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const restored = await openDatabase({
    url: databaseUrl,
    dataDir,
    entities: ENTITIES,
    log: new MemoryLog(),
    clock: desk.clock,
    onFatal,
  });
  try {
    const gateway = new ScriptedGateway();
    const queue = new TurnedQueue({ uow: restored.uow } as TestDatabase, desk.clock);
    new DeliverJob(restored.uow, gateway, queue).onModuleInit();
    const states = async (): Promise<unknown[]> => {
      const rows = await restored.uow.reader.query<{ message_id: string; status: string }>(
        'SELECT message_id, status FROM delivery',
      );
      return [queued, undo, planned].map((id) => rows.find((row) => row.message_id === id)?.status);
    };
    expect(await states()).toEqual(['SENDING', 'SENDING', 'HELD']);
    await queue.run();
    desk.clock.turn(3_600_000);
    await queue.run();
    expect([gateway.sent.length, await states()]).toEqual([0, ['SENDING', 'SENDING', 'HELD']]);

    await restored.uow.run(testCtx(), (tx) => setSendingPaused(tx, false));
    await queue.run();
    // The plugin is asked whether it left, and is told to send nothing: a person decides about what it does not know.
    expect(gateway.sent.map(({ uncertain }) => uncertain)).toEqual([true, true]);
    desk.clock.turn(86_400_000);
    await queue.run();
    expect(gateway.sent.filter(({ uncertain }) => !uncertain).length).toBe(1);
  } finally {
    await restored.close();
    await remove();
    await rm(folder, { recursive: true, force: true });
  }
});
