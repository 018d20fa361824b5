import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChannel } from '../../src/features/channels/index.js';
import { Reconciler } from '../../src/plugin-host/reconciler.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';
import { ChatDesk, SITE, type Visitor } from './chat-desk.js';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
}, 240_000);
afterAll(() => desk.close());

const errorOf = async (answer: Response): Promise<[number, string, string?]> => {
  const { error } = (await answer.json()) as { error: { code: string; field?: string } };
  return [answer.status, error.code, ...(error.field === undefined ? [] : [error.field])] as [number, string, string?];
};
const texts = (items: { text: string }[]): string[] => items.map(({ text }) => text);

describe('a chat on a website (S20, S42, S63)', () => {
  it('goes both ways, live, for two visitors and two agents, and nobody reads what is not his', async () => {
    const [ada, bob] = [await desk.visit(), await desk.visit()];
    const [adas, bobs] = [await ada.tab(), await bob.tab()];
    await ada.say('Ada: is the lamp in stock?');
    await bob.say('Bob: where is my parcel?');
    const [first, second] = [
      await desk.conversation('Ada: is the lamp in stock?'),
      await desk.conversation('Bob: where is my parcel?', 'INBOX', desk.noor.browser),
    ];
    expect(first.id).not.toBe(second.id);
    await Promise.all([desk.reply(desk.mia, first.id, 'Mia: it is.'), desk.reply(desk.noor, second.id, 'Noor: on its way.')]);
    expect(await adas.item('Mia: it is.')).toMatchObject({ from: 'agent', author: { name: 'Mia' } });
    expect(await bobs.item('Noor: on its way.')).toMatchObject({ from: 'agent', author: { name: 'Noor' } });
    expect(texts(await ada.history(2))).toEqual(['Ada: is the lamp in stock?', 'Mia: it is.']);
    expect(texts(await bob.history(2))).toEqual(['Bob: where is my parcel?', 'Noor: on its way.']);
    expect(adas.texts.filter((text) => /Bob|Noor/.test(text))).toEqual([]);
    expect(bobs.texts.filter((text) => /Ada|Mia/.test(text))).toEqual([]);
    adas.cut();
    bobs.cut();
  });

  it('loses and doubles nothing over a cut line, in several tabs (D24)', async () => {
    const visitor = await desk.visit();
    const [one, two] = [await visitor.tab(), await visitor.tab()];
    const id = await visitor.say('Hello from one tab');
    expect((await two.item('Hello from one tab')).id).toBe(id);
    const { id: conversation } = await desk.conversation('Hello from one tab');
    await desk.reply(desk.mia, conversation, 'Before the cut');
    await Promise.all([one.item('Before the cut'), two.item('Before the cut')]);
    await visitor.history(2);
    const { version } = await visitor.sync();
    expect(await visitor.sync({ version })).toMatchObject({ items: [], unchanged: true, version });
    one.cut();
    await until(() => one.over);
    await desk.reply(desk.mia, conversation, 'During the cut, 1');
    await visitor.say('From the other tab');
    await desk.reply(desk.noor, conversation, 'During the cut, 2');
    await two.item('During the cut, 2');
    const again = await visitor.tab();
    await desk.reply(desk.mia, conversation, 'After the cut');
    const live = await again.item('After the cut');
    const items = await visitor.history(6);
    const said = ['Hello from one tab', 'Before the cut', 'During the cut, 1', 'From the other tab', 'During the cut, 2'];
    expect(texts(items)).toEqual([...said, 'After the cut']);
    // What is told live and what is read later is the same by its id.
    expect(items.at(-1)?.id).toBe(live.id);
    const merged = new Set([...items, ...two.told.flatMap(({ item }) => item ?? [])].map((item) => item.id));
    expect(merged.size).toBe(6);
    two.cut();
    again.cut();
  });

  it('takes each message once, however often it comes, and never mixes the ids of two visitors', async () => {
    const [ada, bob] = [await desk.visit(), await desk.visit()];
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ada.post('say', { id, text: 'Only once' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await bob.say('The same id, another visitor', id);
    await desk.conversation('Only once');
    await desk.conversation('The same id, another visitor');
    await ada.say('And then');
    expect(texts(await ada.history(2))).toEqual(['Only once', 'And then']);
    expect((await bob.history(1)).map((item) => [item.id, item.text])).toEqual([[id, 'The same id, another visitor']]);
  });

  it('takes files within its limits, of whoever uploaded them', async () => {
    const [ada, bob] = [await desk.visit(), await desk.visit()];
    const uploaded = (await (await ada.upload('receipt.txt', 'Total: 12')).json()) as { file: string };
    await ada.say('My receipt', randomUUID(), [uploaded.file]);
    const [item] = await ada.history(1);
    const [file] = item?.files ?? [];
    expect(file).toMatchObject({ name: 'receipt.txt', mime: 'text/plain' });
    const bytes = await fetch((file?.url ?? '').replace(/^https?:\/\/[^/]+/, desk.server.url));
    expect(await bytes.text()).toBe('Total: 12');
    expect(await errorOf(await bob.post('say', { id: randomUUID(), text: '', files: [uploaded.file] }))).toEqual([
      422,
      'INVALID',
      'files',
    ]);
    expect(await errorOf(await bob.upload('large.bin', 'x'.repeat(10_000_001)))).toEqual([413, 'TOO_LARGE', 'files']);
    expect(await errorOf(await bob.post('say', { id: randomUUID(), text: 'x'.repeat(8001) }))).toEqual([422, 'INVALID', 'text']);
    expect(await errorOf(await bob.post('say', { id: 'no', text: 'Hi' }))).toEqual([422, 'INVALID', 'id']);
    expect(await errorOf(await bob.post('say', { id: randomUUID(), text: { $ne: '' } }))).toEqual([422, 'INVALID', 'text']);
  });

  it('shows both sides who writes and who has read', async () => {
    const visitor = await desk.visit();
    await visitor.say('Do you see me type?');
    const { id } = await desk.conversation('Do you see me type?');
    const socket = await desk.mia.browser.socket();
    const signals = socket.subscribe<{ kind: string; active: boolean }>(
      'subscription ($id: ID!) { signals(scope: { conversationId: $id }) { kind active } }',
      { id },
    );
    await until(
      async () => {
        await visitor.post('typing', { active: true });
        return signals.events.some(({ kind, active }) => kind === 'TYPING' && active);
      },
      { what: 'that the visitor writes', everyMs: 200 },
    );
    const tab = await visitor.tab();
    await desk.mia.browser.graphql('mutation ($id: ID!) { signal(conversationId: $id, kind: TYPING) }', { id });
    await tab.hears(({ kind, active }) => kind === 'typing' && active === true, 'that an agent writes');
    await desk.reply(desk.mia, id, 'I do');
    const { at } = await tab.item('I do');
    const [, reply] = await visitor.history(2);
    expect((await visitor.post('read', { upTo: reply?.at ?? at })).status).toBe(204);
    const statuses = `query ($id: ID!) { node(id: $id) { ... on Conversation { items(first: 5) { nodes { ... on Message { id text deliveryStatus } } } } } }`;
    type Read = { node: { items: { nodes: { id: string; text: string; deliveryStatus: string }[] } } };
    const read = await until(async () => {
      const { node } = await desk.mia.browser.graphql<Read>(statuses, { id });
      return node.items.nodes.some(({ deliveryStatus }) => deliveryStatus === 'READ') ? node.items.nodes : undefined;
    });
    await desk.mia.browser.graphql(
      'mutation ($id: ID!, $upTo: ID!) { conversationMarkRead(id: $id, upTo: $upTo) { userErrors { message } } }',
      {
        id,
        upTo: read?.find(({ text }) => text === 'Do you see me type?')?.id,
      },
    );
    await tab.hears(({ kind }) => kind === 'read', 'that an agent has read');
    expect((await visitor.sync()).readUpTo).not.toBeNull();
    tab.cut();
    await socket.close();
  });
});

describe('what an agent has said', () => {
  const AMEND = `mutation ($id: ID!, $text: String) { messageAmend(id: $id, text: $text) { message { text viewerMay } userErrors { code } } }`;
  const LAST = `query ($id: ID!) { node(id: $id) { ... on Conversation { preview items(last: 5) { nodes { ... on Message { id text direction viewerMay } } } } } }`;
  type Last = {
    node: { preview: string; items: { nodes: { id: string; text: string; direction?: string; viewerMay: string[] }[] } };
  };
  type Amended = { messageAmend: { message: { text: string } | null; userErrors: { code: string }[] } };

  it('is changed and withdrawn by himself alone, for all to see, live and later', async () => {
    const visitor = await desk.visit();
    await visitor.say('How much is it?');
    const { id } = await desk.conversation('How much is it?');
    const tab = await visitor.tab();
    await desk.reply(desk.mia, id, 'It is 12.');
    const { id: itemId } = await tab.item('It is 12.');
    const last = async (agent = desk.mia) => {
      const { preview, items } = (await agent.browser.graphql<Last>(LAST, { id })).node;
      return { preview, message: items.nodes.findLast(({ direction }) => direction === 'OUTBOUND') };
    };
    const own = await until(async () => {
      const { message } = await last();
      return message?.viewerMay.includes('EDIT') ? message : undefined;
    });
    expect((await last(desk.noor)).message?.viewerMay).toEqual([]);
    const amend = async (text: string | null, agent = desk.mia) =>
      (await agent.browser.graphql<Amended>(AMEND, { id: own?.id, text })).messageAmend;
    expect(await amend('It is 1.', desk.noor)).toMatchObject({ message: null, userErrors: [{ code: 'UNSUPPORTED' }] });
    expect(await amend('It is 21.')).toMatchObject({ message: { text: 'It is 21.' }, userErrors: [] });
    await tab.hears(({ item }) => item?.id === itemId && item.text === 'It is 21.', 'the new words');
    expect((await last()).preview).toBe('It is 21.');
    expect((await visitor.sync()).items.at(-1)).toMatchObject({ id: itemId, text: 'It is 21.', edited: true });
    expect(await amend(null)).toMatchObject({ message: { text: '', viewerMay: [] }, userErrors: [] });
    await until(async () => {
      const item = (await visitor.sync()).items.at(-1);
      return item?.text === '' && (item as { deleted?: true }).deleted;
    });
    expect(await amend('Again')).toMatchObject({ message: null, userErrors: [{ code: 'UNSUPPORTED' }] });
    expect(await last()).toMatchObject({ preview: '', message: { text: '' } });
    tab.cut();
  });
});

describe('where a visitor is (ux R13)', () => {
  const PAGE = 'query ($id: ID!) { node(id: $id) { ... on Conversation { visitorPage { url title referrer at } } } }';
  type Seen = { node: { visitorPage: { url: string; title: string | null; referrer: string | null } | null } };
  const pageOf = async (id: string) => (await desk.mia.browser.graphql<Seen>(PAGE, { id })).node.visitorPage;

  it('is told with what he writes and live as he goes, without secrets, to those who may see the conversation', async () => {
    const visitor = await desk.visit();
    const page = { url: `${SITE}/lamps?token=secret#x`, title: 'Lamps', referrer: 'https://search.example/?q=lamp' };
    await visitor.post('say', { id: randomUUID(), text: 'Which lamp is this?', page });
    const { id } = await desk.conversation('Which lamp is this?');
    expect(await pageOf(id)).toMatchObject({ url: `${SITE}/lamps`, title: 'Lamps', referrer: 'https://search.example' });
    const socket = await desk.mia.browser.socket();
    const signals = socket.subscribe<{ kind: string; page: { url: string } | null }>(
      'subscription ($id: ID!) { signals(scope: { conversationId: $id }) { kind page { url } } }',
      { id },
    );
    await until(
      async () => {
        expect((await visitor.post('page', { url: `${SITE}/chairs?token=secret` })).status).toBe(204);
        return signals.events.some(({ page: at }) => at?.url === `${SITE}/chairs`);
      },
      { what: 'where the visitor is', everyMs: 200 },
    );
    expect(await pageOf(id)).toMatchObject({ url: `${SITE}/chairs`, title: null, referrer: null });
    await socket.close();
  });

  it('is not asked of who has not written, and keeps nothing of him', async () => {
    const visitor = await desk.visit();
    expect((await visitor.post('page', { url: `${SITE}/nowhere` })).status).toBe(204);
    expect(await desk.server.uow.reader.query("SELECT id FROM thread WHERE visited LIKE '%/nowhere%'")).toEqual([]);
  });
});

describe('who a visitor is', () => {
  it('is what his token says, and without one he is nobody', async () => {
    const visitor = await desk.visit();
    await visitor.say('A secret of mine');
    await desk.conversation('A secret of mine');
    const [body = '', mac = ''] = visitor.token.split('.');
    const other = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), v: `visitor-${'0'.repeat(32)}` };
    const forged = `${Buffer.from(JSON.stringify(other)).toString('base64url')}.${mac}`;
    for (const token of ['', 'x', forged, `${body}.`, desk.identity({ sub: 'ada' })]) {
      const headers = { authorization: `Bearer ${token}` };
      for (const route of ['sync', 'history', 'say', 'typing', 'read', 'details', 'leave', 'upload'])
        expect([route, (await desk.ask(route, {}, headers)).status]).toEqual([route, 401]);
      const answer = await fetch(desk.stream, { headers: { origin: SITE, ...headers } });
      expect(answer.status).toBe(401);
    }
  });

  it('is the person on every device where the site has signed for him, and nobody else can be him (D27)', async () => {
    const claims = { sub: 'customer-7', email: 'ada@client.example', name: 'Ada Lovelace' };
    const phone = await desk.visit({ identity: desk.identity(claims) });
    await phone.say('From my phone');
    const seen = await desk.conversation('From my phone');
    expect(seen.contact).toMatchObject({ name: 'Ada Lovelace' });
    expect(seen.contact?.identities).toContainEqual({ kind: 'email', value: 'ada@client.example', verified: true });
    const laptop = await desk.visit({ identity: desk.identity(claims) });
    expect(texts(await laptop.history(1))).toEqual(['From my phone']);
    const now = Math.floor(Date.now() / 1000);
    const wrong = [
      desk.identity(claims, 'a secret that somebody else knows'),
      desk.identity({ ...claims, exp: now - 600 }),
      desk.identity({ ...claims, exp: now + 40 * 3600 }),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${desk.identity(claims).split('.')[1]}.`,
    ];
    for (const identity of wrong)
      expect(await errorOf(await desk.ask('session', { identity }))).toEqual([401, 'IDENTITY', 'identity']);
    const stranger = await desk.visit();
    await stranger.post('details', { email: 'ada@client.example', name: 'Ada Lovelace' });
    await stranger.say('I say that I am Ada');
    expect(texts(await stranger.history(1))).toEqual(['I say that I am Ada']);
  });

  it('may be said without proof: his conversation is shown with that contact, and opens nothing to him (D23)', async () => {
    const known = await desk.visit({
      identity: desk.identity({ sub: 'customer-8', email: 'carl@client.example', name: 'Carl' }),
    });
    await known.say('Private words of Carl');
    const before = await desk.conversation('Private words of Carl');
    const claimant = await desk.visit();
    await claimant.post('details', { email: 'carl@client.example' });
    await claimant.say('It is me, Carl');
    await until(async () => (await desk.conversation('It is me, Carl')).contact?.id === before.contact?.id);
    expect(texts((await claimant.sync()).items)).toEqual(['It is me, Carl']);
    const fresh = await desk.visit();
    await fresh.say('Nobody has my address');
    const details = await fresh.post('details', { email: 'new@client.example', name: 'Nia' });
    expect(await details.json()).toMatchObject({ visitor: { known: true, identified: false, email: 'new@client.example' } });
    await until(async () => {
      const { contact } = await desk.conversation('Nobody has my address');
      return contact?.name === 'Nia' && contact.identities.some(({ kind, verified }) => kind === 'email' && !verified);
    });
    expect(await errorOf(await fresh.post('details', { email: 'no address' }))).toEqual([422, 'INVALID', 'email']);
  });
});

describe('the visitor’s bundle', () => {
  it('comes with the plugin: a loader that knows its chat, and files that browsers keep', async () => {
    const loader = await fetch(`${desk.routes}/widget/loader.js`);
    const source = await loader.text();
    expect([loader.status, loader.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(source).toContain(desk.channelId);
    expect(source).not.toContain('__BALIE_CONFIG__');
    const frame = await (await fetch(`${desk.routes}/frame`)).text();
    const [path = ''] = /widget\/chat\.js\?v=\w+/.exec(frame) ?? [];
    const chat = await fetch(`${desk.routes}/${path}`);
    expect([chat.status, chat.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(chat.headers.get('content-encoding')).toBe('gzip');
    const again = await fetch(`${desk.routes}/${path}`, { headers: { 'if-none-match': chat.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});

describe('where the chat may be', () => {
  it('is decided by the allowed origins; a frame shows the ticket that only its page carries', async () => {
    const elsewhere = { origin: 'https://evil.example' };
    const visitor = await desk.visit();
    expect(await errorOf(await desk.ask('open', {}, elsewhere))).toEqual([403, 'ORIGIN']);
    expect(await errorOf(await visitor.post('sync', {}, elsewhere))).toEqual([403, 'ORIGIN']);
    expect((await fetch(desk.stream, { headers: { ...elsewhere, authorization: `Bearer ${visitor.token}` } })).status).toBe(403);
    expect((await fetch(`${desk.routes}/frame`, { headers: elsewhere })).status).toBe(403);
    expect((await fetch(`${desk.routes}/frame`, { headers: { origin: 'null' } })).status).toBe(403);
    expect(await errorOf(await desk.ask('session', {}, { origin: 'null' }))).toEqual([403, 'TICKET', 'ticket']);
    const frame = await fetch(`${desk.routes}/frame`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors 'self' ${SITE};`);
    expect(policy).toContain('sandbox allow-scripts');
    const config = /data-config="([^"]+)"/.exec(await frame.text())?.[1]?.replaceAll('&quot;', '"') ?? '{}';
    const { ticket } = JSON.parse(config) as { ticket: string };
    const opened = await desk.ask('open', { ticket, url: `${SITE}/lamps` }, { origin: 'null' });
    expect(await opened.json()).toMatchObject({ flow: { id: 'chat' }, desk: { heading: 'Shop' }, visitor: null, consent: null });
    expect((await desk.ask('session', { ticket }, { origin: 'null' })).status).toBe(200);
  });
});

describe('who is there to answer', () => {
  const deskOf = async (visitor?: Visitor) => {
    const body = visitor ? { token: visitor.token } : {};
    return ((await (await desk.ask('open', body)).json()) as { desk: { available: boolean; agent: { name: string } | null } })
      .desk;
  };

  it('is away for new visitors when all are, and still there for whose conversation he has (S66, S67, S68)', async () => {
    const visitor = await desk.visit();
    await visitor.say('Will you stay with me?');
    const { id } = await desk.conversation('Will you stay with me?');
    await desk.reply(desk.mia, id, 'I will');
    await desk.available(desk.mia, 'AWAY');
    expect(await deskOf()).toMatchObject({ available: true, agent: null });
    await desk.available(desk.noor, 'AWAY');
    expect(await deskOf()).toMatchObject({ available: false, agent: null });
    expect(await deskOf(visitor)).toMatchObject({ available: true, agent: { name: 'Mia' } });
    expect((await visitor.sync()).desk).toMatchObject({ available: true, agent: { name: 'Mia' } });
    await desk.available(desk.mia, 'AWAY', true);
    expect(await deskOf(visitor)).toMatchObject({ available: false, agent: null });
    await desk.available(desk.mia, 'AVAILABLE');
    await desk.available(desk.noor, 'AVAILABLE');
    expect(await deskOf()).toMatchObject({ available: true });
  });
});

describe('that who answers has changed', () => {
  type Desks = { kind: string; own: boolean; desks: Record<string, { available: boolean; agent: { name: string } | null }> };

  it('is told at once to all who look, and to whose conversation somebody takes, who he is (S67, S68, D43)', async () => {
    const [ada, bob] = [await desk.visit(), await desk.visit()];
    const [adas, bobs] = [await ada.tab(), await bob.tab()];
    const told = (tab: typeof adas, own: boolean, fits: (seen: Desks['desks'][string]) => boolean, what: string) =>
      tab.hears((one) => {
        const { kind, own: about, desks } = one as unknown as Desks;
        return kind === 'desk' && about === own && fits(desks['chat']!);
      }, what);
    await desk.available(desk.mia, 'AWAY');
    await desk.available(desk.noor, 'AWAY');
    await Promise.all([adas, bobs].map((tab) => told(tab, false, ({ available }) => !available, 'that nobody is there')));
    await desk.available(desk.noor, 'AVAILABLE');
    await Promise.all([adas, bobs].map((tab) => told(tab, false, ({ available }) => available, 'that somebody is there')));
    await ada.say('Who will help me?');
    const { id } = await desk.conversation('Who will help me?');
    await desk.noor.browser.graphql(
      'mutation ($input: ConversationAssignInput!) { conversationAssign(input: $input) { userErrors { message } } }',
      { input: { ids: [id], assigneeId: desk.noor.id } },
    );
    await told(adas, true, ({ agent }) => agent?.name === 'Noor', 'who helps');
    expect(bobs.told.filter((one) => (one as unknown as Desks).own)).toEqual([]);
    await desk.available(desk.mia, 'AVAILABLE');
    adas.cut();
    bobs.cut();
  });
});

describe('a blocked visitor', () => {
  it('notices nothing, and what he writes is seen by nobody until he is heard again (S57, S58)', async () => {
    const visitor = await desk.visit();
    await visitor.say('Before the block');
    const { id, contact } = await desk.conversation('Before the block');
    const block = 'mutation ($id: ID!, $inbox: ID!) { contactBlock(contactId: $id, inboxId: $inbox) { userErrors { message } } }';
    const unblock =
      'mutation ($id: ID!, $inbox: ID!) { contactUnblock(contactId: $id, inboxId: $inbox) { userErrors { message } } }';
    await desk.mia.browser.graphql(block, { id: contact?.id, inbox: desk.inboxId });
    const tab = await visitor.tab();
    await visitor.say('Hello? One');
    await visitor.say('Hello? Two');
    await tab.item('Hello? Two');
    const filtered = await desk.conversation('Hello? Two', 'FILTERED');
    expect(texts(await visitor.history(3))).toEqual(['Before the block', 'Hello? One', 'Hello? Two']);
    const { conversations } = await desk.mia.browser.graphql<{ conversations: { nodes: { preview: string }[] } }>(
      '{ conversations(first: 50) { nodes { preview } } }',
    );
    expect(conversations.nodes.filter(({ preview }) => preview.startsWith('Hello?'))).toEqual([]);
    await desk.mia.browser.graphql(unblock, { id: contact?.id, inbox: desk.inboxId });
    await visitor.say('And now?');
    const heard = await desk.conversation('And now?');
    expect(heard.id).not.toBe(filtered.id);
    expect([heard.placement, filtered.id]).toEqual(['INBOX', id]);
    expect(texts(await visitor.history(4))).toEqual(['Before the block', 'Hello? One', 'Hello? Two', 'And now?']);
    await visitor.say('Once more');
    expect((await desk.conversation('Once more')).id).toBe(heard.id);
    tab.cut();
  });
});

describe('a conversation that was thrown away', () => {
  it('begins anew with what he writes next, once, and he keeps his history (D24)', async () => {
    const visitor = await desk.visit();
    await visitor.say('To be thrown away');
    const { id } = await desk.conversation('To be thrown away');
    const trash = 'mutation ($input: ConversationPlaceInput!) { conversationPlace(input: $input) { userErrors { message } } }';
    await desk.mia.browser.graphql(trash, { input: { ids: [id], placement: 'TRASH' } });
    await visitor.say('Still there?');
    const next = await desk.conversation('Still there?');
    await visitor.say('Anybody?');
    expect((await desk.conversation('Anybody?')).id).toBe(next.id);
    expect(next.id).not.toBe(id);
    const tab = await visitor.tab();
    await desk.reply(desk.noor, next.id, 'Yes');
    await tab.item('Yes');
    expect(texts(await visitor.history(4))).toEqual(['To be thrown away', 'Still there?', 'Anybody?', 'Yes']);
    tab.cut();
  });
});

describe('too much at once', () => {
  it('is refused with the time to come back, for who does it and for nobody else', async () => {
    const [busy, calm] = [await desk.visit(), await desk.visit()];
    // Thirty a minute, and no more than one minute ends meanwhile.
    const answers = await Promise.all(
      Array.from({ length: 61 }, (_, n) => busy.post('say', { id: randomUUID(), text: `Line ${n}` })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    await calm.say('I only have a question');
  });
});

describe('a chat that was set up before its plugin could do something', () => {
  it('can do it without being saved again, and keeps what it says itself (D26)', async () => {
    const { uow } = desk.server;
    const ofChannel = async () => (await findChannel(uow.reader, desk.channelId))?.capabilities;
    const before = await ofChannel();
    const old = { ...before, text: { maxLength: 7, formats: [] } } as Record<string, unknown>;
    delete old['ending'];
    await uow.run(testCtx(), (tx) =>
      tx.execute('UPDATE channel SET capabilities = ? WHERE id = ?', [JSON.stringify(old), desk.channelId]),
    );
    await desk.server.get(Reconciler).reconcile();
    expect(await ofChannel()).toEqual({ ...old, ending: { afterMinutes: 30, closes: true } });
  });
});
