import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findOrCreateContact } from '../../src/features/contacts/index.js';
import { addItem, openConversation } from '../../src/features/conversations/index.js';
import { sanitize } from '../../src/features/messages/sanitize.js';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { testCtx } from '../support/database.js';
import { openBrowser, settled, type Person } from './browser.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

/** Markup in every name and text that a page shows, and a sanitiser whose output the browser that shows it reads (threats 4, 6, 9, 10, 16). */
const SEED = 20_261_129;
const ATTACK = '<img src=x onerror=window.__xss=1>';
let server: TestServer;
let owner: TestClient;
let person: Person;
let inboxId: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  inboxId = await makeInbox(owner, `Inbox ${ATTACK}`);
  await owner.post('/api/setup/finish', {});
  person = await openBrowser(server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await server.close();
}, 240_000);

const BITS = [
  '<a href="javascript:window.__xss=2">',
  'https://far.example/"onmouseover=window.__xss=3 x="',
  'javascript:window.__xss=4',
  'http://',
  "https://x.example/'><script>window.__xss=5</script>",
  ATTACK,
  '<svg onload=window.__xss=6>',
  '"',
  "'",
  '>',
  '&#60;',
  '\u202e',
  '\u200b',
  ' ',
  '\n',
  'data:text/html,<script>window.__xss=7</script>',
  '@Olga',
  'https://ok.example/a)b',
  '](javascript:window.__xss=8)',
];
const TEXTS = fc.sample(
  fc.array(fc.constantFrom(...BITS), { minLength: 3, maxLength: 12 }).map((bits) => bits.join('')),
  { seed: SEED, numRuns: 25 },
);

async function save(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const done = await owner.graphql<{ it: { userErrors: unknown[] } }>(
    `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { userErrors { code message path } } }`,
    { input },
  );
  expect([mutation, done.it.userErrors]).toEqual([mutation, []]);
}

/** One of everything that has a name, with the attack in it. */
async function plant(): Promise<void> {
  await save('agentCreate', {
    name: `Agent ${ATTACK}`,
    email: 'attack@team.example',
    password: 'a long enough password',
    role: 'MEMBER',
  });
  await save('tagSave', { name: ATTACK.slice(0, 40) });
  await save('teamSave', { name: `Team ${ATTACK}` });
  await save('snippetSave', { id: newId('snippet'), name: `S ${ATTACK}`, shortcut: 'attack', shared: true, text: ATTACK });
  await save('savedViewSave', { id: newId('savedView'), name: `View ${ATTACK}`, filter: {} });
  await server.uow.run(testCtx(), async (tx) => {
    const who = { kind: 'email', value: 'attack@far.example', verified: false, name: `Contact ${ATTACK}` };
    const contact = await findOrCreateContact(tx, who);
    const opening = { inboxId, channel: null, contact, subject: `Subject ${ATTACK}`, at: tx.now, placement: 'INBOX' } as const;
    const conversation = await openConversation(tx, opening);
    const author = { kind: 'CONTACT' as const, id: contact.id, name: `Author ${ATTACK}` };
    for (const text of [...TEXTS, 'The last one'])
      await addItem(tx, conversation.id, { kind: 'MESSAGE', direction: 'INBOUND', author, at: tx.now, text });
  });
}

/** What no page of ours has: elements that the attack would make, and links that run something. */
const WRONG = `[
  ...document.querySelectorAll('img[src="x"],svg[onload],[onerror],[onload],[onmouseover],script:not([src]):not([nonce])'),
  ...[...document.querySelectorAll('a[href]')].filter((a) => !/^(https?:|mailto:|tel:|blob:)$/.test(a.protocol)),
].map((element) => element.outerHTML.slice(0, 200)).concat('__xss' in window ? ['ran ' + window.__xss] : [])`;

it('a name that is markup is text, on every page', async () => {
  const { page } = person;
  await plant();
  await page.goto(`/inbox/${inboxId}/all`);
  await signIn(page, OWNER.email, OWNER.password);
  await new InboxPage(page).rows.first().waitFor();
  const found: string[] = [];
  const check = async (place: string): Promise<void> => {
    await settled(page);
    for (const wrong of await page.evaluate<string[]>(WRONG)) found.push(`${place}: ${wrong}`);
  };
  await check('list');
  await new InboxPage(page).rows.first().click();
  await page.getByText('The last one').last().waitFor();
  await check('thread');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await check('palette');
  await page.keyboard.press('Escape');
  await page.goto('/settings/profile');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const paths = await page.evaluate<string[]>(
    `[...document.querySelectorAll('nav a[href^="/settings/"]')].map((a) => a.getAttribute('href'))`,
  );
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await check(path);
  }
  expect(found).toEqual([]);
  // The policy had nothing to stop.
  expect(person.complaints.filter((line) => /Content Security Policy|Refused/.test(line))).toEqual([]);
}, 600_000);

const MARKUP = [
  '<p>',
  '</p>',
  '<div style="color:red">',
  '</div>',
  '<table>',
  '<tr><td>',
  '</table>',
  '<math>',
  '<mtext>',
  '<mglyph>',
  '<svg>',
  '<foreignObject>',
  '<desc>',
  '<style>',
  '</style>',
  '<title>',
  '<noscript>',
  '</noscript>',
  '<template>',
  '<textarea>',
  '<xmp>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<a href="https://x.example/">',
  '<a title="',
  '">',
  "<img alt='",
  ATTACK,
  '&lt;img src=x onerror=window.__xss=1&gt;',
  '</',
  '<',
  '\0',
  '\u2028',
  '<select><option>',
  '<annotation-xml encoding="text/html">',
  '<form><math><mtext></form><form>',
  '<b',
  '/>',
  '<font face="',
  '<p title="</style><img src=x onerror=window.__xss=1>">',
];

it('what the sanitiser leaves is read by the browser as it was meant, and a second time as the first', async () => {
  const { page } = person;
  await page.goto('about:blank');
  const dirty = fc.sample(
    fc.array(fc.constantFrom(...MARKUP), { minLength: 3, maxLength: 20 }).map((bits) => bits.join('')),
    { seed: SEED, numRuns: 3_000 },
  );
  const clean = dirty.map((html) => sanitize(html, { mode: 'keep' }).html);
  const wrong = await page.evaluate<number[]>(`(() => {
    const holder = document.createElement('div');
    document.body.append(holder);
    const read = (html) => { holder.innerHTML = html; return holder.innerHTML; };
    const bad = () => [...holder.querySelectorAll('*')].some((element) =>
      /^(script|style|svg|math|iframe|form|template|noscript|object|embed|base|link|meta)$/i.test(element.localName) ||
      [...element.attributes].some(({ name, value }) => /^on|^srcdoc$|^formaction$/i.test(name) || (name === 'href' && /^\\s*(javascript|data|vbscript):/i.test(value)) || (name === 'src' && value === 'x')));
    return ${JSON.stringify(clean)}.flatMap((html, n) => {
      const once = read(html);
      const first = bad();
      return first || read(once) !== once || bad() ? [n] : [];
    });
  })()`);
  expect(wrong.map((n) => [dirty[n], clean[n]])).toEqual([]);
  expect(await page.evaluate('window.__xss')).toBeUndefined();
}, 240_000);
