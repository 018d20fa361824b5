import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { changeConversation, openConversation } from '../conversations/index.js';
import { findInbox, type Inbox, loadInboxRoles, recountInboxes } from '../inboxes/index.js';
import { ReassignJob } from '../people/index.js';
import { InboxDeletionJob } from './inbox-deletion.job.js';
import { InboxDeletionService } from './inbox-deletion.service.js';

let desk: ChannelDesk;
let deletions: InboxDeletionService;
let admin: Ctx;
let anna: User;
let first: Inbox;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  deletions = new InboxDeletionService(desk.db.uow, desk.gateway);
  new InboxDeletionJob(desk.db.uow, desk.queue).onModuleInit();
  new ReassignJob(desk.db.uow, desk.queue).onModuleInit();
  admin = await desk.world.as(await desk.world.agent('Ada', 'ADMIN'));
  anna = await desk.world.agent('Anna');
  first = await desk.world.inboxes.save(testCtx(), { name: 'First', audience: 'MEMBERS' });
});
afterAll(() => desk.close());

const makeInbox = (name: string): Promise<Inbox> =>
  desk.world.inboxes.save(testCtx(), { name, audience: 'MEMBERS', members: [{ agentId: anna.id, role: 'AGENT' }] });
const fill = (inbox: Inbox, count: number): Promise<string[]> =>
  desk.db.uow.run(testCtx(), async (tx) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const made = await openConversation(tx, {
        inboxId: inbox.id,
        channel: null,
        contact: null,
        subject: `No ${n}`,
        at: tx.now,
        placement: n % 3 === 2 ? 'FILTERED' : 'INBOX',
      });
      if (n % 2 === 0) await changeConversation(tx, made, { assigneeUserId: anna.id });
      ids.push(made.id);
    }
    return ids;
  });
const input = (inbox: Inbox, part: object) => ({ id: inbox.id, name: inbox.name, conversations: 'TRASH' as const, ...part });

describe('inboxDelete', () => {
  it('is refused without the name to the letter, for the default one, for a target that is none, and to who is no admin', async () => {
    const inbox = await makeInbox('Sales');
    const wrong: [Parameters<typeof input>[1], object][] = [
      [{ name: 'sales' }, { code: 'INVALID', detail: { path: ['name'] } }],
      [
        { id: first.id, name: 'First' },
        { code: 'INVALID', detail: { path: ['id'] } },
      ],
      [{ id: newId('inbox') }, { code: 'NOT_FOUND' }],
      [{ conversations: 'MOVE' }, { code: 'INVALID', detail: { path: ['moveToId'] } }],
      [{ conversations: 'MOVE', moveToId: inbox.id }, { detail: { path: ['moveToId'] } }],
      [{ expectedVersion: 9 }, { code: 'CONFLICT', detail: { currentId: inbox.id } }],
    ];
    for (const [part, error] of wrong) await expect(deletions.delete(admin, input(inbox, part))).rejects.toMatchObject(error);
    await expect(deletions.delete(await desk.world.as(anna), input(inbox, {}))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await findInbox(desk.db.uow.reader, inbox.id)).toMatchObject({ version: inbox.version });
  });

  it('moves everything to another inbox, batch by batch, where who does not work there loses it', async () => {
    const inbox = await makeInbox('Old');
    const channel = await desk.channel(inbox, ['old@shop.example']);
    const ids = await fill(inbox, 60);
    const progress = await deletions.delete(admin, input(inbox, { conversations: 'MOVE', moveToId: first.id }));
    expect(progress).toEqual({ id: inbox.id, name: 'Old', total: 60, done: 0 });
    expect(await loadInboxRoles(desk.db.uow.reader, anna.id, 'MEMBER')).not.toContain(inbox.id);
    expect(await findInbox(desk.db.uow.reader, inbox.id)).toBeNull();
    expect(await deletions.progress()).toHaveLength(1);
    await desk.queue.run();
    expect(await deletions.progress()).toEqual([]);
    const rows = await desk.rows('SELECT id FROM conversation WHERE inbox_id = ? AND assignee_user_id IS NULL', [first.id]);
    expect(rows).toHaveLength(ids.length);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    expect((await desk.items(ids[0]!)).at(-1)).toMatchObject({ activity: 'moved', data: { from: 'Old', to: 'First' } });
    // Its name is free, and its channel goes on elsewhere.
    const again = await makeInbox('Old');
    expect((await deletions.disconnected()).map(({ id }) => id)).toEqual([channel.id]);
    await expect(deletions.attach(await desk.world.as(anna), channel.id, again.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(deletions.attach(admin, channel.id, inbox.id)).rejects.toMatchObject({ detail: { path: ['inboxId'] } });
    expect(await deletions.attach(admin, channel.id, again.id)).toMatchObject({
      inboxId: again.id,
      state: 'STARTING',
      active: true,
    });
    expect(await deletions.attach(admin, channel.id, again.id)).toMatchObject({ inboxId: again.id });
    await expect(deletions.attach(admin, channel.id, first.id)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('puts everything into the trash, from where it can be put back as it was', async () => {
    const inbox = await makeInbox('Gone');
    const ids = await fill(inbox, 5);
    await deletions.delete(admin, input(inbox, {}));
    await desk.queue.run();
    const placed = await desk.rows<{ placement: string }>('SELECT placement FROM conversation WHERE inbox_id = ?', [inbox.id]);
    expect(placed.map(({ placement }) => placement)).toEqual(ids.map(() => 'TRASH'));
    expect((await desk.items(ids[2]!)).at(-1)).toMatchObject({ activity: 'placed', data: { from: 'FILTERED', to: 'TRASH' } });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });
});

it('another inbox becomes the default one, which leaves the first to be deleted', async () => {
  const inbox = await makeInbox('New default');
  await deletions.setDefault(admin, inbox.id);
  expect(await findInbox(desk.db.uow.reader, first.id)).toMatchObject({ isDefault: false });
  expect(await findInbox(desk.db.uow.reader, inbox.id)).toMatchObject({ isDefault: true });
  await expect(deletions.setDefault(await desk.world.as(anna), first.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('what a removed member has open is handed on when that is asked for, to one who works there (S84)', async () => {
  const [inbox, bram] = [await makeInbox('Handed on'), await desk.world.agent('Bram')];
  const ids = await fill(inbox, 4);
  const members = [{ agentId: bram.id, role: 'AGENT' as const }];
  const wrong = desk.world.inboxes.save(testCtx(), { id: inbox.id, members, reassign: { toId: anna.id } });
  await expect(wrong).rejects.toMatchObject({ detail: { path: ['reassign', 'toId'] } });
  await desk.world.inboxes.save(testCtx(), { id: inbox.id, members, reassign: { toId: bram.id } });
  await desk.queue.run();
  const rows = await desk.rows<{ id: string; assignee_user_id: string | null }>(
    'SELECT id, assignee_user_id FROM conversation WHERE inbox_id = ? ORDER BY id',
    [inbox.id],
  );
  expect(rows.filter((row) => row.assignee_user_id === bram.id).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
});
