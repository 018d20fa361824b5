import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { added, opened } from '../../../test/support/conversations.js';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { gqlContext } from '../../../test/support/world.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { viewLoader } from '../inboxes/inbox.loader.js';
import { type Team, TeamService } from '../teams/index.js';
import { ConversationService } from './conversation.service.js';
import { findConversation } from './conversation.repository.js';
import { TeamGoneJob } from './team-gone.job.js';

let desk: ChannelDesk;
let service: ConversationService;
let teams: TeamService;
let owner: User;
let anna: User;
let bram: User;
let inbox: Inbox;
let support: Team;
let sales: Team;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { world } = desk;
  service = new ConversationService(desk.db.uow, desk.db.journal);
  teams = new TeamService(desk.db.uow);
  new TeamGoneJob(desk.db.uow, desk.queue).onModuleInit();
  [owner, anna, bram] = [await world.agent('Olivia', 'OWNER'), await world.agent('Anna'), await world.agent('Bram')];
  const as = await world.as(owner);
  support = await teams.save(as, { name: 'Support', members: [{ agentId: anna.id, membership: 'MAIN' }] });
  sales = await teams.save(as, { name: 'Sales', members: [{ agentId: bram.id, membership: 'MAIN' }] });
  inbox = await world.inboxes.save(as, {
    name: 'Help',
    audience: 'MEMBERS',
    members: [{ teamId: support.id, role: 'AGENT' }],
  });
});
afterAll(() => desk.close());

const now = async (id: string) => (await findConversation(desk.db.uow.reader, id))!;
const views = async (user: User) =>
  (await viewLoader(gqlContext(await desk.world.as(user)), desk.db.uow.reader).load(inbox.id)).map(({ key, count }) => [
    key,
    count,
  ]);

describe('A team as assignee (S37)', () => {
  it('has what it is given until one of its people takes it; it is in its view and no longer unassigned', async () => {
    const { id } = await opened(desk.world, { inboxId: inbox.id });
    await added(desk.world, id);
    const ctx = await desk.world.as(anna);
    const { conversations, userErrors } = await service.assign(ctx, [id], { agentId: null, teamId: support.id });
    expect([userErrors, conversations]).toMatchObject([[], [{ assigneeUserId: null, assigneeTeamId: support.id }]]);
    expect(await views(anna)).toEqual(
      expect.arrayContaining([
        [`team-${support.id}`, 1],
        ['unassigned', 0],
        ['mine', 0],
      ]),
    );
    const list = async (assigneeIds: (string | null)[]) => (await service.list(ctx, { filter: { assigneeIds } })).nodes.length;
    expect([await list([support.id]), await list([null]), await list(['me'])]).toEqual([1, 0, 0]);

    await service.assign(ctx, [id], { agentId: anna.id });
    expect(await now(id)).toMatchObject({ assigneeUserId: anna.id, assigneeTeamId: support.id });
    expect([await list([support.id]), await list(['me'])]).toEqual([1, 1]);
    await service.assign(ctx, [id], { agentId: null });
    expect(await now(id)).toMatchObject({ assigneeUserId: null, assigneeTeamId: null });
    const lines = (await service.items(id, {})).nodes.filter(({ kind }) => kind === 'ACTIVITY');
    expect(lines.map(({ activity, data }) => [activity, data])).toMatchObject([
      ['assigned', { teamName: 'Support', assigneeName: null }],
      ['assigned', { teamName: 'Support', assigneeName: 'Anna' }],
      ['unassigned', { previousTeamName: 'Support', previousAssigneeName: 'Anna' }],
    ]);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('is refused where nobody of it works, where there is none, and where it is deleted', async () => {
    const { id } = await opened(desk.world, { inboxId: inbox.id });
    const ctx = await desk.world.as(anna);
    const refused = await service.assign(ctx, [id], { agentId: null, teamId: sales.id });
    expect(refused).toMatchObject({ conversations: [], userErrors: [{ code: 'INVALID', path: ['0'] }] });
    await expect(service.assign(ctx, [id], { agentId: null, teamId: newId('team') })).rejects.toMatchObject({
      code: 'INVALID',
      detail: { path: ['teamId'] },
    });
    expect(await now(id)).toMatchObject({ assigneeTeamId: null });
  });

  it('hands all back to nobody when it is deleted; who has one keeps it', async () => {
    const ctx = await desk.world.as(anna);
    const gone = await teams.save(await desk.world.as(owner), {
      name: 'Gone',
      members: [{ agentId: anna.id, membership: 'EXTRA' }],
    });
    const [left, kept] = [await opened(desk.world, { inboxId: inbox.id }), await opened(desk.world, { inboxId: inbox.id })];
    await service.assign(ctx, [left.id], { agentId: null, teamId: gone.id });
    await service.assign(ctx, [kept.id], { agentId: anna.id, teamId: gone.id });
    await teams.delete(await desk.world.as(owner), gone.id, null);
    await desk.queue.run();
    expect(await now(left.id)).toMatchObject({ assigneeUserId: null, assigneeTeamId: null });
    expect(await now(kept.id)).toMatchObject({ assigneeUserId: anna.id, assigneeTeamId: null });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });
});
