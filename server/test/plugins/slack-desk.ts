import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FakeFile, FakeSlack, type FakeMessage, type FakeRequest } from '../../../plugins/slack/test/fake-slack.mjs';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { makeAgent } from '../server/world.js';
import { until } from '../support/until.js';
import { type Site, VisitorDesk } from './visitor-desk.js';

export const CHANNEL = 'C0SUPPORT';
const BUNDLED = path.resolve('../plugins/slack');

/** A desk with visitors, and Slack (the fake of it) connected to its inbox by the plugin as it is built, which may reach the fake only. */
export class SlackDesk {
  readonly responderId = newId('responder');
  private constructor(
    readonly desk: VisitorDesk,
    readonly slack: FakeSlack,
    readonly site: Site,
    readonly anna: Awaited<ReturnType<typeof makeAgent>>,
    private readonly folder: string,
  ) {}

  static async open(at?: VisitorDesk): Promise<SlackDesk> {
    const slack = await FakeSlack.open();
    const desk = at ?? (await VisitorDesk.open());
    const folder = await mkdtemp(path.join(tmpdir(), 'balie-slack-'));
    await cp(path.join(BUNDLED, 'dist'), path.join(folder, 'dist'), { recursive: true });
    const manifest = JSON.parse(await readFile(path.join(BUNDLED, 'package.json'), 'utf8')) as Manifest;
    manifest.balie.id = 'slack-test';
    manifest.balie.permissions.net = [`127.0.0.1:${slack.port}`];
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
    // The one that came with Balie has a responder of the same type.
    await enable(desk.owner, 'slack', false);
    await desk.install(folder);
    slack.addChannel(CHANNEL, 'support');
    const anna = await makeAgent(desk.server, desk.owner, 'Anna');
    slack.addUser('U0ANNA', { name: 'Anna S', email: anna.email.toUpperCase() });
    slack.addUser('U0BOB', { name: 'Bob', email: 'bob@elsewhere.example' });
    return new SlackDesk(desk, slack, await desk.connect('site'), anna, folder);
  }

  get owner(): TestClient {
    return this.desk.owner;
  }

  /** Connects it; answers what is wrong with the settings. */
  async connect(settings: object = {}): Promise<{ code: string; message: string; path: string[] }[]> {
    const { token, signingSecret, apiUrl } = this.slack;
    const input = {
      id: this.responderId,
      type: 'slack',
      name: 'Slack',
      inboxIds: [this.desk.inboxId],
      settings: { botToken: token, signingSecret, channel: CHANNEL, apiUrl, ...settings },
    };
    const { responderSave } = await this.owner.graphql<{
      responderSave: { userErrors: { code: string; message: string; path: string[] }[] };
    }>('mutation ($input: ResponderSaveInput!) { responderSave(input: $input) { userErrors { code message path } } }', { input });
    return responderSave.userErrors;
  }

  /** The plugin’s process ends, and another one begins. */
  async restartPlugin(): Promise<void> {
    await enable(this.owner, 'slack-test', false);
    await enable(this.owner, 'slack-test', true);
  }

  /** A visitor begins a conversation; answers with it and its thread. */
  async begin(visitor: string, text: string): Promise<{ id: string; ts: string }> {
    await this.site.post(`say?visitor=${visitor}`, { id: `${visitor}-1`, text });
    const { id } = await this.desk.conversation(text);
    return { id, ts: await this.threadOf(id, text) };
  }

  /** The thread in which this was said last. */
  async threadOf(id: string, text: string): Promise<string> {
    const found = await until(
      () =>
        this.slack
          .parents(CHANNEL)
          .find(({ metadata, ts }) => metadata?.event_payload.key.includes(id) && this.said(ts).includes(text)),
      { deadlineMs: 60_000, what: `the thread with “${text}”` },
    );
    return (found as FakeMessage).ts;
  }

  /** What stands in a thread, as text, oldest first. */
  said(ts: string): string[] {
    return this.slack.replies(CHANNEL, ts).map((message) => (message.blocks ? literalOf(message) : message.text));
  }

  above(ts: string): string {
    return JSON.stringify(this.slack.parents(CHANNEL).find((message) => message.ts === ts)?.blocks);
  }

  /** Slack calls. */
  async call(route: 'events' | 'buttons', { body, headers }: FakeRequest): Promise<{ status: number; text: string }> {
    const url = `${this.desk.server.url}/p/slack-test/routes/${this.responderId}/${route}`;
    const response = await fetch(url, { method: 'POST', body, headers });
    return { status: response.status, text: await response.text() };
  }

  /** Somebody writes in a thread, and Slack tells of it. */
  async write(ts: string, user: string, text: string, more: object = {}): Promise<object> {
    const event = this.slack.write(CHANNEL, ts, user, text, more);
    const { status } = await this.call('events', this.slack.signed(event));
    if (status !== 200) throw new Error(`The event was answered with ${status}`);
    return event;
  }

  async press(ts: string, action: string, user: string): Promise<number> {
    return (await this.call('buttons', this.slack.signed(this.slack.press(CHANNEL, ts, action, user)))).status;
  }

  /** Anna says that the account in Slack is hers, by the link that only she was shown. */
  async linkAnna(): Promise<void> {
    const blocks = this.slack.whispers.filter(({ user }) => user === 'U0ANNA').at(-1)?.blocks ?? [];
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(blocks))?.[1] ?? '';
    const offer = new URL(url).searchParams.get('link');
    const { accountLink } = await this.anna.browser.graphql<{ accountLink: { userErrors: object[] } }>(
      'mutation ($offer: String!) { accountLink(offer: $offer) { userErrors { message } } }',
      { offer },
    );
    if (accountLink.userErrors.length > 0) throw new Error(JSON.stringify(accountLink.userErrors));
  }

  /** The messages and comments of a conversation. */
  async items(id: string): Promise<Said[]> {
    const { node } = await this.owner.graphql<{ node: { items: { nodes: Said[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on Conversation { items(last: 50) { nodes { ... on Message {
        id direction text deliveryStatus attachments { name mime url } author { ... on Agent { name } ... on Bot { name } } } } } } } }`,
      { id },
    );
    return node.items.nodes.filter((item) => item.id !== undefined);
  }

  /** The files of a conversation's message, as they are read in Balie. */
  async filesOf(conversationId: string, text: string): Promise<Record<string, string>> {
    const item = (await this.items(conversationId)).find((one) => one.text === text);
    const read = async ({ name, url }: Said['attachments'][number]) => [name, (await this.owner.get(url ?? '')).text] as const;
    return Object.fromEntries(await Promise.all((item?.attachments ?? []).map(read)));
  }

  /** The files in a thread, message by message. */
  shown(ts: string): Record<string, string>[] {
    const read = ({ id, title }: FakeFile) => [title, Buffer.from(this.slack.files.data(id)).toString()] as const;
    return this.slack
      .replies(CHANNEL, ts)
      .flatMap(({ files, user }) => (files && user === this.slack.botId ? [Object.fromEntries(files.map(read))] : []));
  }

  async send(conversationId: string, text: string, direction = 'OUTBOUND', uploadIds: string[] = []): Promise<void> {
    await this.owner.graphql('mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }', {
      input: { id: newId('message'), conversationId, text, direction, uploadIds },
    });
  }

  async state(): Promise<{ message: string | null; issues: string[] }> {
    const { responders, plugins } = await this.owner.graphql<{
      responders: { id: string; stateMessage: string | null }[];
      plugins: { id: string; issues: { title: string }[] }[];
    }>('{ responders { id stateMessage } plugins { id issues { title } } }');
    return {
      message: responders.find(({ id }) => id === this.responderId)?.stateMessage ?? null,
      issues: plugins.find(({ id }) => id === 'plg_slack-test')?.issues.map(({ title }) => title) ?? [],
    };
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.slack.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

interface Said {
  id: string;
  direction: string;
  text: string;
  deliveryStatus: string | null;
  attachments: { name: string; mime: string; url: string | null }[];
  author: { name: string };
}
interface Manifest {
  balie: { id: string; permissions: { net: string[] } };
}

async function enable(owner: TestClient, id: string, enabled: boolean): Promise<void> {
  const { pluginSetEnabled } = await owner.graphql<{ pluginSetEnabled: { userErrors: object[] } }>(
    'mutation ($id: ID!, $enabled: Boolean!) { pluginSetEnabled(id: $id, enabled: $enabled) { userErrors { message } } }',
    { id: `plg_${id}`, enabled },
  );
  if (pluginSetEnabled.userErrors.length > 0) throw new Error(JSON.stringify(pluginSetEnabled.userErrors));
}

/** The words of a stranger in a post, which stand where nothing is read as markup. */
function literalOf({ blocks }: FakeMessage): string {
  const literal = blocks.find(({ type }) => type === 'rich_text') as { elements: { elements: { text: string }[] }[] } | undefined;
  return literal?.elements[0]?.elements[0]?.text ?? '';
}
