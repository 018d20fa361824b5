import { Channel, channelTypeId, PluginGateway } from '../../../src/features/channels/index.js';
import { Intake } from '../../../src/features/intake/index.js';
import { LinkedAccount } from '../../../src/features/linked-accounts/linked-account.entity.js';
import { SignInIdentity } from '../../../src/features/oidc/index.js';
import { PushPoster } from '../../../src/features/notifications/push/push-poster.js';
import { Passkey } from '../../../src/features/passkeys/index.js';
import { Responder } from '../../../src/features/responders/responder.entity.js';
import { newId } from '../../../src/kernel/ids.js';
import { Storage } from '../../../src/kernel/storage.js';
import { insertRows } from '../../../src/kernel/rows.js';
import type { TestClient } from '../../server/client.js';
import { TestServer } from '../../server/server.js';
import { makeAgent } from '../../server/world.js';
import { channelOf, mail, person } from '../../support/channel-desk.js';
import { testCtx } from '../../support/database.js';
import { StandInBrowser } from '../../support/push-service.js';
import { until } from '../../support/until.js';

/** In a hundred days. */
export const LATER = new Date(Date.now() + 100 * 86_400_000).toISOString();

/** A meeting to which somebody outside is invited. */
export const meeting = (title = 'A meeting') => ({
  id: newId('meeting'),
  title,
  startAt: LATER,
  endAt: new Date(Date.parse(LATER) + 3_600_000).toISOString(),
  timeZone: 'Europe/Amsterdam',
  attendees: ['someone@client.example'],
});

export type Person = Awaited<ReturnType<typeof makeAgent>>;

/** A team of two inboxes that know nothing of each other, and everybody who may ask. */
export class TwoInboxes {
  private constructor(
    readonly server: TestServer,
    readonly owner: TestClient,
    readonly ours: Side,
    readonly theirs: Side,
    /** In no inbox at all. */
    readonly nobody: Person,
  ) {}

  static async open(): Promise<TwoInboxes> {
    const server = await TestServer.start();
    const gateway = server.get(PluginGateway);
    gateway.send = (_channel, message) =>
      Promise.resolve({ ids: [`<${message.sendKey}@far.example>`] as never, status: 'accepted' });
    gateway.fetchFile = async () => {
      const blob = await server.get(Storage).put(Buffer.from('%PDF-1.7'));
      return { ...blob, name: 'order.pdf', mime: 'application/pdf' };
    };
    server.get(PushPoster).post = () => Promise.resolve({ status: 201, words: '' });
    const owner = await server.signIn();
    const ours = await Side.open(server, owner, 'Ours');
    const theirs = await Side.open(server, owner, 'Canary');
    return new TwoInboxes(server, owner, ours, theirs, await makeAgent(server, owner, 'Nobody'));
  }

  async close(): Promise<void> {
    await this.server.close();
  }
}

/** One inbox with its people, and everything that can lie in it. Every text in it has the name of the side in it. */
export class Side {
  private count = 0;

  private constructor(
    readonly server: TestServer,
    readonly owner: TestClient,
    readonly name: string,
    readonly inboxId: string,
    readonly channelId: string,
    private readonly people: Record<'manager' | 'agent' | 'viewer', Person>,
  ) {}

  static async open(server: TestServer, owner: TestClient, name: string): Promise<Side> {
    const manager = await makeAgent(server, owner, `${name}Manager`);
    const agent = await makeAgent(server, owner, `${name}Agent`);
    const viewer = await makeAgent(server, owner, `${name}Viewer`);
    const members = [
      { agentId: manager.id, role: 'MANAGER' },
      { agentId: agent.id, role: 'AGENT' },
      { agentId: viewer.id, role: 'VIEWER' },
    ];
    const input = { name: `${name} inbox`, audience: 'MEMBERS', undoSeconds: 60, members };
    const { inboxSave } = await owner.graphql<{ inboxSave: { inbox: { id: string } } }>(
      'mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { inbox { id } userErrors { message } } }',
      { input },
    );
    const address = `${name.toLowerCase()}@shop.example`;
    const channel: Channel = {
      ...channelOf(inboxSave.inbox.id, [address], { calendar: 'full' }),
      type: channelTypeId('scripted'),
      name: `${name} mail`,
    };
    await server.uow.run(testCtx(), (tx) => insertRows(tx, Channel, [channel]));
    return new Side(server, owner, name, inboxSave.inbox.id, channel.id, { manager, agent, viewer });
  }

  get manager(): Person {
    return this.people.manager;
  }
  get agent(): Person {
    return this.people.agent;
  }
  get viewer(): Person {
    return this.people.viewer;
  }

  get me(): TestClient {
    return this.manager.browser;
  }

  /** A text that nobody outside may read. */
  text(what: string): string {
    return `${this.name} ${what} ${String(++this.count)}`;
  }

  /** A mail with a file that came in. */
  async talk(): Promise<{ id: string; messageId: string; routeId: string; inboundItemId: string; attachmentId: string }> {
    const from = person(`${this.name.toLowerCase()}${String(++this.count)}@client.example`, this.text('customer'));
    const file = { type: 'file' as const, file: { ref: 'part:2', name: `${this.text('file')}.pdf`, mime: 'application/pdf' } };
    const event = mail(from, {
      to: [person(`${this.name.toLowerCase()}@shop.example`)],
      thread: { subject: this.text('subject') },
      parts: [{ type: 'text', text: this.text('words') }, file],
    });
    await this.server.get(Intake).ingest(this.channelId, [event], { history: false, epoch: null });
    const item = await this.stored(event.id);
    const seen = await this.me.graphql<{
      node: { replyRoutes: { id: string }[]; items: { nodes: { id: string; attachments?: { id: string }[] }[] } };
    }>(
      'query ($id: ID!) { node(id: $id) { ... on Conversation { replyRoutes { id } items { nodes { ... on Message { id attachments { id } } } } } } }',
      { id: item.conversation_id },
    );
    const message = seen.node.items.nodes.find(({ attachments }) => attachments !== undefined);
    return {
      id: item.conversation_id,
      messageId: message?.id ?? '',
      routeId: seen.node.replyRoutes[0]?.id ?? '',
      inboundItemId: item.id,
      attachmentId: message?.attachments?.[0]?.id ?? '',
    };
  }

  /** Waits until a file was fetched. */
  async fetched(attachmentId: string): Promise<void> {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Attachment { state } } }';
    const state = async () => (await this.me.graphql<{ node: { state: string } }>(query, { id: attachmentId })).node.state;
    await until(async () => (await state()) === 'READY', { what: 'the file', everyMs: 50 });
  }

  /** What became of a mail, once it is in its conversation. */
  private async stored(externalId: string): Promise<{ id: string; conversation_id: string }> {
    const sql =
      'SELECT id, conversation_id FROM inbound_item WHERE channel_id = ? AND external_id = ? AND conversation_id IS NOT NULL';
    const look = async () =>
      (await this.server.uow.reader.query<{ id: string; conversation_id: string }>(sql, [this.channelId, externalId]))[0];
    return (await until(look, 'the mail to be stored')) as { id: string; conversation_id: string };
  }

  /** Does something as the manager and answers what it is asked for; fails when it was refused. */
  async done<T>(document: string, variables: Record<string, unknown>, by: TestClient = this.me): Promise<T> {
    const answer = await by.graphql<Record<string, T & { userErrors: { code: string; message: string }[] }>>(document, variables);
    const [payload] = Object.values(answer);
    if (!payload || payload.userErrors.length > 0) throw new Error(`${document}: ${JSON.stringify(payload)}`);
    return payload;
  }

  async conversation(): Promise<string> {
    return (await this.talk()).id;
  }

  async place(placement: string): Promise<string> {
    const id = await this.conversation();
    const input = { ids: [id], placement };
    await this.done(
      'mutation ($input: ConversationPlaceInput!) { conversationPlace(input: $input) { userErrors { code message } } }',
      {
        input,
      },
    );
    return id;
  }

  /** An answer that is to leave in a hundred days, with its delivery. */
  async answer(): Promise<{ id: string; deliveryId: string; conversationId: string }> {
    const { id: conversationId, routeId } = await this.talk();
    const input = {
      id: newId('message'),
      conversationId,
      direction: 'OUTBOUND',
      text: this.text('answer'),
      routeId,
      sendAt: LATER,
    };
    const { message } = await this.done<{ message: { id: string; deliveries: { id: string }[] } }>(
      'mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id deliveries { id } } userErrors { code message } } }',
      { input },
    );
    return { id: message.id, deliveryId: message.deliveries[0]?.id ?? '', conversationId };
  }

  async upload(by: TestClient = this.me): Promise<string> {
    const id = newId('upload');
    const variables = { id, name: this.text('upload'), mime: 'text/plain', bytes: 3 };
    const { url, headers } = await this.done<{ url: string; headers: Record<string, string> }>(
      'mutation ($id: ID, $name: String!, $mime: String!, $bytes: Int!) { uploadCreate(id: $id, name: $name, mime: $mime, bytes: $bytes) { url headers userErrors { code message } } }',
      variables,
      by,
    );
    const put = await by.send(url, { method: 'PUT', headers, body: 'abc' });
    if (put.status >= 300) throw new Error(`Upload: ${String(put.status)} ${put.text}`);
    return id;
  }

  /** A record of each type on one conversation. */
  async record(kind: 'ticket' | 'deal' | 'task' | 'note' | 'call' | 'company' = 'ticket'): Promise<string> {
    const id = newId(kind);
    const more = {
      call: { call: { direction: 'INBOUND' } },
      note: { body: this.text('note') },
      company: { title: this.text('company'), domain: `${this.name.toLowerCase()}${String(++this.count)}.example` },
    }[kind as string] ?? { title: this.text(kind) };
    const input = { id, linkIds: [await this.conversation()], ...more };
    await this.done('mutation ($input: RecordSaveInput!) { recordSave(input: $input) { userErrors { code message } } }', {
      input,
    });
    return id;
  }

  /** A meeting to which somebody is invited in a conversation. */
  async meeting(): Promise<string> {
    const messageId = newId('message');
    const input = { ...meeting(this.text('meeting')), messageId, conversationId: await this.conversation() };
    await this.done('mutation ($input: MeetingSaveInput!) { meetingSave(input: $input) { userErrors { code message } } }', {
      input,
    });
    // Left alone it would leave while others are being asked, and change by that.
    await this.done(
      'mutation ($id: ID!, $at: DateTime!) { messageReschedule(id: $id, sendAt: $at) { userErrors { code message } } }',
      {
        id: messageId,
        at: LATER,
      },
    );
    return input.id;
  }

  async senderRule(): Promise<string> {
    const input = { inboxId: this.inboxId, kind: 'DENY', value: `${this.name.toLowerCase()}${String(++this.count)}@bad.example` };
    const { senderRule } = await this.done<{ senderRule: { id: string } }>(
      'mutation ($input: SenderRuleInput!) { senderRuleSave(input: $input) { senderRule { id } userErrors { code message } } }',
      { input },
    );
    return senderRule.id;
  }

  async snippet(): Promise<string> {
    const id = newId('snippet');
    const shortcut = `${this.name.toLowerCase()}${String(++this.count)}`;
    const input = {
      id,
      name: this.text('snippet'),
      shortcut,
      shared: true,
      inboxId: this.inboxId,
      text: this.text('snippet text'),
    };
    await this.done('mutation ($input: SnippetSaveInput!) { snippetSave(input: $input) { userErrors { code message } } }', {
      input,
    });
    return id;
  }

  async automationRule(): Promise<string> {
    const id = newId('automationRule');
    const rule = {
      inboxIds: [this.inboxId],
      when: 'REPLY_OVERDUE',
      actions: [{ kind: 'COMMENT', text: this.text('rule comment') }],
    };
    const input = { id, name: this.text('rule'), active: false, rule };
    await this.done(
      'mutation ($input: AutomationRuleSaveInput!) { automationRuleSave(input: $input) { userErrors { code message } } }',
      { input },
    );
    return id;
  }

  async savedView(): Promise<string> {
    const id = newId('savedView');
    const input = { id, name: this.text('view'), audience: 'PRIVATE', filter: { inboxIds: [this.inboxId] } };
    await this.done('mutation ($input: SavedViewSaveInput!) { savedViewSave(input: $input) { userErrors { code message } } }', {
      input,
    });
    return id;
  }

  async personalToken(): Promise<string> {
    const input = { name: this.text('token') };
    const { personalToken } = await this.done<{ personalToken: { id: string } }>(
      'mutation ($input: PersonalTokenCreateInput!) { personalTokenCreate(input: $input) { personalToken { id } userErrors { code message } } }',
      { input },
    );
    return personalToken.id;
  }

  /** A browser of the manager that gets his notifications. */
  async pushSubscription(): Promise<string> {
    const keys = new StandInBrowser(`https://push.example/${String(++this.count)}/${this.name}`).subscription;
    const { subscription } = await this.done<{ subscription: { id: string } }>(
      'mutation ($input: PushSubscribeInput!) { pushSubscribe(input: $input) { subscription { id } userErrors { code message } } }',
      { input: { ...keys, name: this.text('device') } },
    );
    return subscription.id;
  }

  /** A session of the manager in another browser. */
  async session(): Promise<string> {
    const other = await this.server.signIn(this.manager.email, this.manager.password);
    const { sessions } = await other.graphql<{ sessions: { id: string; current: boolean }[] }>('{ sessions { id current } }');
    return sessions.find(({ current }) => current)?.id ?? '';
  }

  async draft(): Promise<string> {
    const input = { conversationId: await this.conversation(), mode: 'COMMENT', text: this.text('draft') };
    const { draft } = await this.done<{ draft: { id: string } }>(
      'mutation ($input: DraftSaveInput!) { draftSave(input: $input) { draft { id } userErrors { code message } } }',
      { input },
    );
    return draft.id;
  }

  async merge(): Promise<string> {
    const input = { id: newId('conversationMerge'), intoId: await this.conversation(), fromId: await this.conversation() };
    await this.done(
      'mutation ($input: ConversationMergeInput!) { conversationMerge(input: $input) { userErrors { code message } } }',
      {
        input,
      },
    );
    return input.id;
  }

  /** The agent mentions the manager: a mention and a notification of his. */
  async mention(): Promise<{ mentionId: string; notificationId: string }> {
    const conversationId = await this.conversation();
    const input = { conversationId, direction: 'INTERNAL', text: this.text('comment'), mentionIds: [this.manager.id] };
    const send = 'mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { code message } } }';
    await this.done(send, { input: { ...input, id: newId('message') } }, this.agent.browser);
    const mine = '{ mentions { nodes { id conversation { id } } } notifications { nodes { id kind conversation { id } } } }';
    interface Told {
      id: string;
      kind?: string;
      conversation: { id: string } | null;
    }
    const found = await until(
      async () => {
        const told = await this.me.graphql<{ mentions: { nodes: Told[] }; notifications: { nodes: Told[] } }>(mine);
        const here = ({ conversation }: Told): boolean => conversation?.id === conversationId;
        const [mention, notification] = [told.mentions.nodes.find(here), told.notifications.nodes.find(here)];
        return mention && notification ? { mentionId: mention.id, notificationId: notification.id } : null;
      },
      { what: 'the mention', everyMs: 250 },
    );
    if (!found) throw new Error('No mention');
    return found;
  }

  /** Of a plugin that is not there. */
  async responder(): Promise<string> {
    const kept = { createdAt: 1, updatedAt: 1, version: 1, position: 0, stateMessage: null, secrets: null, settingsVersion: 1 };
    const desk = {
      id: newId('responder'),
      pluginId: 'none',
      type: 'none.desk',
      name: this.text('desk'),
      inboxIds: [this.inboxId],
    };
    const responder: Responder = { ...desk, ...kept, settings: {}, active: true };
    await this.server.uow.run(testCtx(), (tx) => insertRows(tx, Responder, [responder]));
    return desk.id;
  }

  async linkedAccount(): Promise<string> {
    const id = newId('linkedAccount');
    const value = this.text('account');
    const responderId = await this.responder();
    const account = { id, userId: this.manager.id, responderId, kind: 'test', value, name: value, createdAt: 1 };
    await this.server.uow.run(testCtx(), (tx) => insertRows(tx, LinkedAccount, [account]));
    return id;
  }

  async signInIdentity(): Promise<string> {
    const id = newId('signInIdentity');
    const [issuer, userId] = [`https://${this.text('issuer')}.example`, this.manager.id];
    const identity = { id, userId, issuer, subject: 'he', email: null, createdAt: 1, lastUsedAt: 1 };
    await this.server.uow.run(testCtx(), (tx) => insertRows(tx, SignInIdentity, [identity]));
    return id;
  }

  async passkey(): Promise<string> {
    const id = newId('passkey');
    const passkey = { id, userId: this.manager.id, credentialId: this.text('key'), publicKey: 'x', counter: 0, name: 'Phone' };
    await this.server.uow.run(testCtx(), (tx) => insertRows(tx, Passkey, [{ ...passkey, createdAt: 1, lastUsedAt: null }]));
    return id;
  }

  /** Something that happened in a conversation. */
  async event(): Promise<string> {
    const id = await this.conversation();
    await this.done(
      'mutation ($ids: [ID!]!) { conversationSetStatus(ids: $ids, status: CLOSED) { userErrors { code message } } }',
      {
        ids: [id],
      },
    );
    const { node } = await this.me.graphql<{ node: { items: { nodes: { __typename: string; id?: string }[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Conversation { items { nodes { __typename ... on Event { id } } } } } }',
      { id },
    );
    return node.items.nodes.find((item) => item.__typename === 'Event')?.id ?? '';
  }
}
