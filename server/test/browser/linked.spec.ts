import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LinkedAccountService } from '../../src/features/linked-accounts/index.js';
import { newId } from '../../src/kernel/ids.js';
import { packageFolder } from '../plugins/plugin-server.js';
import { VisitorDesk } from '../plugins/visitor-desk.js';
import { OWNER } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { signIn } from './pages/settings.js';

let desk: VisitorDesk;
let person: Person;
let offer: string;
const shoot = camera('linked');

beforeAll(async () => {
  desk = await VisitorDesk.open();
  await desk.install(packageFolder('helper'));
  const id = newId('responder');
  await desk.owner.graphql('mutation ($input: ResponderSaveInput!) { responderSave(input: $input) { userErrors { message } } }', {
    input: { id, type: 'clerk', name: 'Slack', inboxIds: [desk.inboxId], settings: {} },
  });
  offer = desk.server.get(LinkedAccountService).offer(id, { kind: 'slack.user', value: 'T1:U1', name: 'Olga in Slack' });
  person = await openBrowser(desk.server.url);
}, 240_000);
afterAll(async () => {
  await person.close();
  await desk.close();
}, 240_000);

async function look(title: string): Promise<void> {
  await settled(person.page);
  await shoot(person.page, title);
  expect(await barriers(person.page)).toEqual([]);
}

it('an account elsewhere is linked only after the question, signed in, and is unlinked again', async () => {
  const { page } = person;
  await page.goto(`/settings/profile?link=${encodeURIComponent(offer)}`);
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByRole('heading', { name: 'Is Olga in Slack your account?' }).waitFor();
  await look('question');
  await page.getByRole('button', { name: 'Yes, this is me' }).click();
  await page.getByText('through Slack', { exact: true }).waitFor();
  await page.getByRole('heading', { name: 'Is Olga in Slack your account?' }).waitFor({ state: 'detached' });
  await page.waitForURL(({ search }) => search === '');
  await look('linked');
  await page.getByRole('button', { name: 'Unlink Olga in Slack' }).click();
  await page.getByText('None yet.').waitFor();
  await page.goto('/settings/profile?link=nonsense');
  await page.getByText('This link is no longer good.').waitFor();
  await look('over');
  expect(person.complaints).toEqual([]);
}, 240_000);
