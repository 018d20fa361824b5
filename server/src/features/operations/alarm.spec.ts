import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChannelDesk, ScriptedGateway } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { updateRows } from '../../kernel/rows.js';
import { User } from '../agents/index.js';
import { SystemMail } from '../people/index.js';
import { AlarmMail } from './alarm-mail.js';
import { AlarmService } from './alarm.service.js';
import type { SystemCheck, SystemCheckService } from './system-check.service.js';

let desk: ChannelDesk;
let gateway: ScriptedGateway;
let alarms: AlarmService;
let mail: SystemMail;
let channelId: string;
let found: SystemCheck[] = [];

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { world, queue } = desk;
  const { uow, journal } = desk.db;
  gateway = new ScriptedGateway();
  mail = new SystemMail(uow, queue, gateway, world.workspace, new PublicAddress('https://desk.example'));
  const alarmMail = new AlarmMail(uow, queue, mail, world.workspace);
  alarmMail.onModuleInit();
  const checks = { run: () => Promise.resolve(found) } as unknown as SystemCheckService;
  alarms = new AlarmService(uow, journal, checks, alarmMail);
  const owner = await world.agent('Olga', 'OWNER');
  const admin = await world.agent('Arie', 'ADMIN');
  await world.agent('Anna');
  await uow.run(testCtx(), (tx) => updateRows(tx, User, { id: admin.id }, { locale: 'nl' }));
  const inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'EVERYONE' });
  channelId = (await desk.channel(inbox, ['shop@shop.example'])).id;
  await mail.choose(await world.as(owner), channelId);
});
afterAll(() => desk.close());

const told = () => gateway.sent.map(({ to, thread }) => [to[0]?.name, thread.subject]).toSorted();

it('what begins to fail is mailed to owners and admins, each in their language, once; and once more when it works again (G11)', async () => {
  found = [
    { key: 'disk', ok: false, message: '0.2 GB are free.' },
    { key: 'clock', ok: true, message: 'Fine.' },
  ];
  await alarms.look(testCtx());
  await alarms.look(testCtx());
  await desk.queue.run();
  const { name } = await desk.world.workspace.current();
  expect(told()).toEqual([
    ['Arie', `${name}: er gaat iets mis`],
    ['Olga', `${name}: something does not work`],
  ]);
  expect(gateway.sent.map(({ parts }) => parts[0])).toContainEqual(
    expect.objectContaining({ text: expect.stringContaining('0.2 GB are free.') }),
  );
  gateway.sent.length = 0;
  found = [];
  await alarms.look(testCtx());
  await desk.queue.run();
  expect(told()).toEqual([
    ['Arie', `${name}: het werkt weer`],
    ['Olga', `${name}: it works again`],
  ]);
});

it('mails nobody where no channel was chosen for it, and still keeps the alarm', async () => {
  gateway.sent.length = 0;
  await desk.db.uow.run(testCtx(), (tx) => desk.world.workspace.setSystemMail(tx, null));
  found = [{ key: 'jobs', ok: false, message: '2 jobs were given up.' }];
  await alarms.look(testCtx());
  await desk.queue.run();
  expect(gateway.sent).toEqual([]);
  expect((await alarms.list(1, null)).nodes).toMatchObject([{ key: 'jobs', clearedAt: null }]);
});
