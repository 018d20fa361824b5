import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { contactOf } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import { gqlContext } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import { toldFactLoader } from './contact.loader.js';
import { keepToldFacts } from './told-facts.js';

let desk: ChannelDesk;
beforeAll(async () => {
  desk = await ChannelDesk.open();
});
afterAll(() => desk.close());

it('what a channel tells of somebody is for those who may look into its inbox, and for nobody else (S6)', async () => {
  const { world, db } = desk;
  const [anna, tom] = [await world.agent('Anna'), await world.agent('Tom')];
  const other = await world.as(tom);
  const admin = await world.as(await world.agent('Ada', 'ADMIN'));
  const members = [{ agentId: anna.id, role: 'AGENT' as const }];
  const inbox = await world.inboxes.save(admin, { name: 'Sales', audience: 'MEMBERS', members });
  const channel = await desk.channel(inbox, ['sales@shop.example']);
  const contact = await contactOf(world, 'sem@client.example', 'Sem');
  const told = { channelId: channel.id, at: 1, avatarUrl: null, attributes: { city: 'Utrecht' } };
  await db.uow.run(testCtx(), (tx) => keepToldFacts(tx, contact, told));
  const names = async (ctx: Ctx): Promise<string[]> =>
    (await toldFactLoader(gqlContext(ctx), db.uow.reader).load(contact.id)).map(({ name }) => name);
  expect(await names(await world.as(anna))).toEqual(['city']);
  expect(await names(admin)).toEqual(['city']);
  expect(await names(other)).toEqual([]);
});
