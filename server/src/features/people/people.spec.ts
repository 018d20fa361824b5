import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { AesSecretBox } from '../../adapters/secrets/aes-secret-box.js';
import { runAdmin } from '../../app/admin.js';
import { TEST_DIALECT, testCtx } from '../../../test/support/database.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { Limits } from '../../kernel/limits.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { AgentService, findAgents, type User } from '../agents/index.js';
import { Attempts, SessionService } from '../auth/index.js';
import { changeConversation, openConversation } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { SecondFactorService } from '../second-factor/index.js';
import { WorkspaceService } from '../workspace/index.js';
import { AccessService } from './access.service.js';
import { type AgentInvite, PeopleService } from './people.service.js';
import { ReassignJob } from './reassign.job.js';
import { SystemMail } from './system-mail.js';

const PLACE = { ip: '192.0.2.1', userAgent: 'test' };
const PASSWORD = 'correct horse battery';

let desk: ChannelDesk;
let people: PeopleService;
let access: AccessService;
let sessions: SessionService;
let mail: SystemMail;
let agents: AgentService;
let owner: User;
let admin: User;
let inbox: Inbox;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { uow } = desk.db;
  const workspace = new WorkspaceService(uow);
  sessions = new SessionService(uow, desk.clock);
  mail = new SystemMail(uow, desk.queue, desk.gateway, workspace, new PublicAddress('https://desk.example'));
  mail.onModuleInit();
  new ReassignJob(uow, desk.queue).onModuleInit();
  people = new PeopleService(uow, sessions, mail);
  const box = new AesSecretBox(randomBytes(32));
  const factors = new SecondFactorService(uow, desk.clock, box, new Attempts(new Limits()), sessions, workspace);
  access = new AccessService(uow, desk.clock, sessions, workspace, mail, factors);
  agents = new AgentService(uow);
  owner = await desk.world.agent('Olivia', 'OWNER');
  admin = await desk.world.agent('Ada', 'ADMIN');
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', audience: 'EVERYONE' });
});
afterAll(() => desk.close());

const as = (user: User): Promise<Ctx> => desk.world.as(user);
const now = async (user: Pick<User, 'id'>): Promise<User> => (await findAgents(desk.db.uow.reader, [user.id]))[0]!;
const secretOf = (link: string | null): string => link!.slice('/join#'.length);
const invite = async (part: Partial<AgentInvite> & { email: string }, by = owner) =>
  people.invite(await as(by), { role: 'MEMBER', seat: 'FULL', ...part });

/** Open conversations that are assigned to somebody. */
const openFor = (user: User, count: number): Promise<string[]> =>
  desk.db.uow.run(testCtx(), async (tx) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const made = await openConversation(tx, {
        inboxId: inbox.id,
        channel: null,
        contact: null,
        subject: `No ${n}`,
        at: tx.now,
        placement: 'INBOX',
      });
      await changeConversation(tx, made, { assigneeUserId: user.id });
      ids.push(made.id);
    }
    return ids;
  });

describe('an invitation', () => {
  it('lets in once, within 72 hours, who has its link; only a hash of it is kept', async () => {
    const made = await invite({ email: 'New.Person@team.example', seat: 'LIGHT' });
    expect(made).toMatchObject({ mailed: false, agent: { state: 'INVITED', email: 'new.person@team.example', seat: 'LIGHT' } });
    const secret = secretOf(made.link);
    expect(secret).toHaveLength(43);
    const rows = JSON.stringify(await desk.db.uow.reader.query('SELECT * FROM access_link'));
    expect(rows).not.toContain(secret);
    expect(await access.look(secret)).toMatchObject({ purpose: 'INVITE', email: 'new.person@team.example' });
    expect(await agents.byPassword('new.person@team.example', '')).toBeNull();
    const both = await Promise.allSettled([
      access.use({ secret, name: 'Nia', password: PASSWORD, locale: 'nl', timeZone: 'Europe/Amsterdam' }, PLACE),
      access.use({ secret, name: 'Eve', password: PASSWORD }, PLACE),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await now(made.agent!)).toMatchObject({ state: 'ACTIVE', seat: 'LIGHT', role: 'MEMBER' });
    expect(await agents.byPassword('new.person@team.example', PASSWORD)).toMatchObject({ id: made.agent!.id });
    await expect(access.look(secret)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const late = secretOf((await invite({ email: 'late@team.example' })).link);
    desk.clock.turn(72 * 3_600_000);
    for (const wrong of [late, 'x', null, 'A'.repeat(43)])
      await expect(access.use({ secret: wrong, password: PASSWORD }, PLACE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is made again, and taken back with all its links', async () => {
    const id = newId('user');
    const first = await invite({ id, email: 'twice@team.example' });
    const second = await invite({ id, email: 'twice@team.example' });
    expect(second.agent!.id).toBe(id);
    expect(second.link).not.toBe(first.link);
    expect(await access.look(secretOf(first.link))).toMatchObject({ purpose: 'INVITE' });
    await people.revokeInvite(await as(owner), id);
    for (const { link } of [first, second])
      await expect(access.look(secretOf(link))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await findAgents(desk.db.uow.reader, [id])).toEqual([]);
    await expect(people.revokeInvite(await as(owner), admin.id)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('is refused for an address that is taken or none, and to those who may not', async () => {
    await expect(invite({ email: owner.email })).rejects.toMatchObject({ detail: { path: ['email'] } });
    await expect(invite({ email: 'nobody' })).rejects.toMatchObject({ detail: { path: ['email'] } });
    const member = await desk.world.agent('Max');
    await expect(invite({ email: 'a@team.example' }, member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const role of ['ADMIN', 'OWNER'] as const)
      await expect(invite({ email: 'a@team.example', role }, admin)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        detail: { path: ['role'] },
      });
    expect(await invite({ email: 'b@team.example', role: 'ADMIN' })).toMatchObject({ agent: { role: 'ADMIN' } });
  });
});

describe('a password', () => {
  it('is set anew by a link that ends every session, which an admin makes for members only', async () => {
    const member = await desk.world.agent('Mia');
    const { session } = await sessions.start(await as(member), member.id, PLACE);
    await expect(people.createLink(await as(admin), owner.id, false)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { link } = await people.createLink(await as(admin), member.id, false);
    expect(await access.look(secretOf(link))).toMatchObject({ purpose: 'RESET', name: 'Mia' });
    await expect(access.use({ secret: secretOf(link), password: 'short' }, PLACE)).rejects.toMatchObject({
      detail: { path: ['password'] },
    });
    const { secret } = await access.use({ secret: secretOf(link), password: PASSWORD }, PLACE);
    expect(await sessions.byId(session.id)).toBeNull();
    expect(await sessions.bySecret(secret ?? '')).toMatchObject({ userId: member.id });
  });

  it('is changed by oneself with the one before, which ends the other sessions', async () => {
    const user = await now((await agents.byPassword('new.person@team.example', PASSWORD))!);
    const [here, there] = [
      await sessions.start(await as(user), user.id, PLACE),
      await sessions.start(await as(user), user.id, PLACE),
    ];
    const base = await as(user);
    const ctx = { ...base, principal: { ...base.principal, sessionId: here.session.id } } as Ctx;
    await expect(access.changePassword(ctx, 'wrong', PASSWORD)).rejects.toMatchObject({ detail: { path: ['current'] } });
    await access.changePassword(ctx, PASSWORD, 'another long password');
    expect([await sessions.byId(here.session.id), await sessions.byId(there.session.id)].map((one) => one !== null)).toEqual([
      true,
      false,
    ]);
    expect(await agents.byPassword(user.email, 'another long password')).not.toBeNull();
  });

  it('of the locked-out owner is set by a link from the terminal', async () => {
    const lines: string[] = [];
    await desk.world.position();
    const env = { BALIE_DATA_DIR: desk.db.dataDir, ...(TEST_DIALECT === 'postgres' ? { DATABASE_URL: desk.db.url } : {}) };
    expect(await runAdmin(['reset', owner.email.toUpperCase()], env, (line) => lines.push(line))).toBe(0);
    const link = /\/join#[\w-]{43}/.exec(lines.join('\n'))?.[0] ?? null;
    expect(await access.look(secretOf(link))).toMatchObject({ purpose: 'RESET', name: 'Olivia' });
    expect(await runAdmin(['reset', 'nobody@team.example'], env, () => undefined)).toBe(1);
    expect(await runAdmin(['audit'], env, () => undefined)).toBe(0);
    expect(await runAdmin([], env, () => undefined)).toBe(2);
  });
});

describe('system mail', () => {
  it('leaves by the channel that was chosen; without one the link is shown', async () => {
    expect(await access.forgot(owner.email)).toEqual({ mail: false });
    await desk.channel(inbox, ['talk@shop.example'], { outbound: 'reply' });
    const wanted = await desk.channel(inbox, ['support@shop.example']);
    expect((await mail.candidates()).map(({ id }) => id)).toEqual([wanted.id]);
    await expect(mail.choose(await as(owner), newId('channel'))).rejects.toMatchObject({ detail: { path: ['channelId'] } });
    await mail.choose(await as(owner), wanted.id);
    const { sent } = desk.gateway;
    expect(await invite({ email: 'mailed@team.example', mail: true })).toMatchObject({ mailed: true });
    expect(await access.forgot(owner.email)).toEqual({ mail: true });
    expect(await access.forgot('nobody@team.example')).toEqual({ mail: true });
    await desk.queue.run();
    expect(sent.map(({ to }) => to[0]?.value)).toEqual(['mailed@team.example', owner.email]);
    const text = JSON.stringify(sent[0]?.parts);
    const secret = /https:\/\/desk\.example\/join#([\w-]{43})/.exec(text)?.[1];
    expect(await access.look(secret)).toMatchObject({ purpose: 'INVITE', email: 'mailed@team.example' });
    const rows = JSON.stringify(await desk.db.uow.reader.query('SELECT payload FROM job'));
    expect(rows).not.toContain(secret);
    await mail.choose(await as(owner), null);
    expect(await invite({ email: 'unmailed@team.example', mail: true })).toMatchObject({ mailed: false });
  });
});

describe('roles and leaving', () => {
  it('the last owner stays one; owners alone give and take that role; an old version is told', async () => {
    const ctx = await as(owner);
    await expect(people.update(ctx, { id: owner.id, role: 'ADMIN' })).rejects.toMatchObject({ detail: { path: ['role'] } });
    await expect(people.deactivate(ctx, { id: owner.id })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(people.update(await as(admin), { id: owner.id, seat: 'LIGHT' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const second = await desk.world.agent('Oscar');
    const raised = await people.update(ctx, { id: second.id, role: 'OWNER', expectedVersion: 1 });
    expect(raised).toMatchObject({ role: 'OWNER', version: 2 });
    await expect(people.update(ctx, { id: second.id, seat: 'LIGHT', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    // Two owners who take the role from each other: one of them stays.
    const both = await Promise.allSettled([
      people.update(await as(raised), { id: owner.id, role: 'MEMBER' }),
      people.update(ctx, { id: second.id, role: 'MEMBER' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await people.update({ ...ctx, principal: { kind: 'system', name: 'test' } }, { id: owner.id, role: 'OWNER' });
  });

  it('who leaves is out at once; what was open goes to a colleague where he works, else to nobody, with a line that says why', async () => {
    const [leaver, heir] = [await desk.world.agent('Leo'), await desk.world.agent('Hanna')];
    const ids = await openFor(leaver, 3);
    const { session } = await sessions.start(await as(leaver), leaver.id, PLACE);
    await expect(people.deactivate(await as(owner), { id: leaver.id, reassignToId: leaver.id })).rejects.toMatchObject({
      detail: { path: ['reassignToId'] },
    });
    await people.deactivate(await as(owner), { id: leaver.id, reassignToId: heir.id });
    expect(await sessions.byId(session.id)).toBeNull();
    await desk.queue.run();
    const marks = ids.map(() => '?').join(', ');
    const rows = await desk.db.uow.reader.query<{ assignee_user_id: string }>(
      `SELECT assignee_user_id FROM conversation WHERE id IN (${marks})`,
      ids,
    );
    expect(rows.map((row) => row.assignee_user_id)).toEqual([heir.id, heir.id, heir.id]);
    const back = await people.reactivate(await as(owner), leaver.id);
    expect(back.state).toBe('INVITED');
    await expect(people.createLink(await as(admin), (await now(leaver)).id, false)).resolves.toMatchObject({ mailed: false });
  });
});

describe('what visitors see of somebody (D43)', () => {
  it('is his own to say, and to take away', async () => {
    const ctx = await as(admin);
    const [avatarUrl, meetingUrl] = ['https://pictures.example/ada.png', 'https://meet.example/ada'];
    expect(await access.saveProfile(ctx, { avatarUrl, meetingUrl })).toMatchObject({ avatarUrl, meetingUrl });
    expect(await access.saveProfile(ctx, { meetingUrl: ' ' })).toMatchObject({ avatarUrl, meetingUrl: null });
    for (const wrong of ['javascript:alert(1)', 'http://meet.example', 'ada'])
      await expect(access.saveProfile(ctx, { meetingUrl: wrong })).rejects.toMatchObject({
        code: 'INVALID',
        detail: { path: ['meetingUrl'] },
      });
  });
});
