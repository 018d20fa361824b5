import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { BaseProxy } from '../support/base-proxy.js';
import { until } from '../support/until.js';
import { camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';
import { WidgetPage } from './pages/widget.js';
import { Website } from './website.js';

/** The app and the chat of an instance that lies below a path of its host (N8). */
describe.each([{ strips: false }, { strips: true }])('below /desk (the proxy takes the path away: $strips)', ({ strips }) => {
  const shoot = camera(`base-path-${strips ? 'stripped' : 'kept'}`);
  const channelId = newId('channel');
  let proxy: BaseProxy;
  let server: TestServer;
  let owner: TestClient;
  let inboxId: string;
  let site: Website;
  let olga: Person;
  let ada: Person;

  beforeAll(async () => {
    proxy = await BaseProxy.open('/desk', { strips });
    server = await TestServer.start({ env: { BALIE_PUBLIC_URL: proxy.url } });
    proxy.to = Number(new URL(server.url).port);
    owner = new TestClient(proxy.url);
    await owner.post('/api/sign-in', { email: OWNER.email, password: OWNER.password });
    await owner.post('/api/setup/finish', {});
    inboxId = await makeInbox(owner, 'Bakery');
    const loader = () => `${proxy.url}/p/chat/routes/${channelId}/widget/loader.js`;
    site = await Website.open({ loader, allowed: proxy.origin });
    const flow = { id: 'all', heading: 'Bakery help', welcome: 'Hello! Ask us anything about bread.', email: 'waiting' };
    const data = { name: 'bakery.test', origins: [site.origin], color: '#0a7d4f', flows: [flow] };
    const { channelSetup } = await owner.graphql<{ channelSetup: { userErrors: unknown[] } }>(
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message path } } }',
      { input: { id: channelId, inboxId, type: 'chat', step: 'settings', data } },
    );
    expect(channelSetup.userErrors).toEqual([]);
    olga = await openBrowser(proxy.origin);
    ada = await openBrowser(site.origin);
  }, 240_000);
  afterAll(async () => {
    await olga?.close();
    await ada?.close();
    site?.close();
    await server?.close();
    proxy?.close();
  }, 240_000);

  it('signs in at its top, and stays below its path', async () => {
    const { page } = olga;
    await page.goto('/desk');
    await page.waitForURL((url) => url.pathname.startsWith('/desk/'));
    await signIn(page, OWNER.email, OWNER.password);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await page.waitForURL((url) => url.pathname.startsWith('/desk/inbox/'));
    const scope = `navigator.serviceWorker.ready.then(({ scope }) => scope)`;
    expect(await page.evaluate(scope)).toBe(`${proxy.url}/`);
    await shoot(page, 'inbox');
  }, 240_000);

  it('has one chat from a site of another origin, live on both sides', async () => {
    const { page } = olga;
    const visitor = new WidgetPage(ada.page);
    await ada.page.goto('/');
    await visitor.button.waitFor();
    await visitor.open();
    await visitor.chat.getByText('Hello! Ask us anything about bread.').waitFor();
    await visitor.say('Is the rye bread vegan?');
    await visitor.state('Is the rye bread vegan?', /Sent$/);
    await page.goto(`/desk/inbox/${inboxId}/all`);
    await page.getByText('Is the rye bread vegan?').first().click();
    const { conversations } = await owner.graphql<{ conversations: { nodes: { id: string }[] } }>(
      '{ conversations(first: 1) { nodes { id } } }',
    );
    const [conversation] = conversations.nodes;
    const input = { conversationId: conversation?.id, text: 'Yes, it is.' };
    await owner.graphql('mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }', {
      input,
    });
    await visitor.message('Yes, it is.').waitFor();
    await page.getByText('Yes, it is.').first().waitFor();
    await settled(ada.page);
    await shoot(ada.page, 'chat');
    expect(ada.complaints).toEqual([]);
  }, 240_000);

  it('comes back to the same place when a page deep in it is loaded again, and keeps its own addresses in links', async () => {
    const { page } = olga;
    const deep = page.url();
    expect(new URL(deep).pathname).toMatch(/^\/desk\/inbox\//);
    await page.reload();
    await page.getByText('Yes, it is.').first().waitFor();
    expect(page.url()).toBe(deep);
    await shoot(page, 'reloaded');
    await page.goto('/desk/settings/profile');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !link.startsWith(`${proxy.url}/`))).toEqual([]);
    await shoot(page, 'settings');
    expect(olga.complaints).toEqual([]);
  }, 240_000);

  it('says that there is no connection, in its own style, when the server can not be reached', async () => {
    const { page } = olga;
    await until(() => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'), 'the worker');
    await page.context().setOffline(true);
    await page.goto('/desk/settings/profile');
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    expect(await page.evaluate('document.styleSheets.length && document.styleSheets[0].cssRules.length > 0')).toBe(true);
    await page.context().setOffline(false);
  }, 240_000);
});
