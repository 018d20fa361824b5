import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { newId } from '../../kernel/ids.js';
import { insertRows } from '../../kernel/rows.js';
import { findConversation } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { Webhook } from '../webhooks/index.js';
import { WebhookTail } from '../webhooks/webhook-tail.js';
import { planOf } from './actions.js';
import type { Action } from './automation-rule.entity.js';

let desk: ChannelDesk;
let tail: WebhookTail;
let [support, sales]: Inbox[] = [];

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const members = { audience: 'MEMBERS' as const, members: [] };
  support = await desk.world.inboxes.save(testCtx(), { name: 'Support', ...members });
  sales = await desk.world.inboxes.save(testCtx(), { name: 'Sales', ...members });
  tail = new WebhookTail(desk.db.uow, desk.db.journal, desk.clock);
});
afterAll(async () => {
  await tail.onModuleDestroy();
  await desk.close();
});

async function hook(name: string, over: Partial<Webhook> = {}): Promise<Webhook> {
  const times = { position: await desk.db.journal.position(), createdAt: 1, updatedAt: 1, version: 1, stateMessage: null };
  const url = 'https://far.example/hook';
  const webhook: Webhook = {
    id: newId('webhook'),
    name,
    url,
    inboxIds: [],
    events: [],
    active: true,
    secrets: '',
    ...times,
    ...over,
  };
  await desk.db.uow.run(testCtx(), (tx) => insertRows(tx, Webhook, [webhook]));
  return webhook;
}

async function plan(webhookId: string) {
  const { id } = await opened(desk.world, { inboxId: support!.id });
  const conversation = (await findConversation(desk.db.uow.reader, id))!;
  const none = { tagId: null, agentId: null, teamId: null, snippetId: null, hours: null, text: null };
  const action: Action = { kind: 'WEBHOOK', ...none, webhookId };
  const now = desk.clock.now();
  return { id, plan: await planOf(desk.db.uow.reader, { conversation, messageId: null, at: now, now, sendKey: 'key' }, action) };
}

it('a rule tells the webhook that it names, whatever it hears else, and no other (G8)', async () => {
  const named = await hook('Named', { events: ['message.received'] });
  const all = await hook('All', { inboxIds: [support!.id] });
  const deaf = await hook('Deaf', { inboxIds: [sales!.id] });
  const off = await hook('Off', { active: false });
  for (const id of [deaf.id, off.id, newId('webhook')])
    expect((await plan(id)).plan).toEqual({ outcome: 'FAILED', reason: 'WEBHOOK_GONE' });
  const { id, plan: told } = await plan(named.id);
  if (told.outcome !== 'DONE') throw new Error('It should be done');
  await desk.db.uow.run(testCtx(), (tx) => told.act(tx));
  tail.onApplicationBootstrap();
  const rows = () =>
    desk.rows<{ webhook_id: string; event_type: string; line: string; body: string }>(
      'SELECT webhook_id, event_type, line, body FROM webhook_delivery',
    );
  await until(async () => {
    const seen = await rows();
    return seen.some((row) => row.webhook_id === named.id) && seen.some((row) => row.webhook_id === all.id);
  });
  const seen = await rows();
  expect(seen.filter((row) => row.webhook_id === named.id).map((row) => [row.event_type, row.line])).toEqual([
    ['automation.told', id],
  ]);
  expect(seen.filter((row) => row.webhook_id === all.id).map((row) => row.event_type)).not.toContain('automation.told');
  expect(JSON.parse(seen.find((row) => row.webhook_id === named.id)?.body ?? '{}')).toMatchObject({
    data: { webhookId: named.id },
  });
});
