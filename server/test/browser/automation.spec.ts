import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PostOffice } from '../mail/post-office.js';
import { OWNER } from '../server/server.js';
import { barriers, camera, openBrowser, settled, type Person } from './browser.js';
import { newId } from '../../src/kernel/ids.js';
import { composeWindow } from './pages/composer.js';
import { InboxPage } from './pages/inbox.js';
import { signIn } from './pages/settings.js';

let office: PostOffice;
let person: Person;
const shoot = camera('automation');

beforeAll(async () => {
  office = await PostOffice.open();
  person = await openBrowser(office.server.url);
}, 120_000);
afterAll(async () => {
  await person.close();
  await office.close();
}, 60_000);

/** A picture of what is seen, which nothing may keep anybody from, and which is no wider than the screen. */
async function look(title: string): Promise<void> {
  await settled(person.page);
  await shoot(person.page, title);
  expect(await barriers(person.page)).toEqual([]);
  expect(await person.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

it('a rule is made in the page; a mail comes in and has its tag, the timeline names the rule, and the log shows the run (G8, N13)', async () => {
  const { page } = person;
  const inbox = new InboxPage(page);
  const box = await office.connect('support@rules.test');
  const owner = await office.server.signIn();
  const tag = await owner.graphql<{ tagSave: { userErrors: unknown[] } }>(
    'mutation { tagSave(input: { name: "Refund", color: RED }) { userErrors { message } } }',
  );
  expect(tag.tagSave.userErrors).toEqual([]);
  const hook = await owner.graphql<{ webhookSave: { userErrors: unknown[] } }>(
    'mutation { webhookSave(input: { name: "Ledger", url: "https://far.example/hook", events: ["none.such"] }) { userErrors { message } } }',
  );
  expect(hook.webhookSave.userErrors).toEqual([]);
  const snippet = await owner.graphql<{ snippetSave: { userErrors: unknown[] } }>(
    'mutation ($input: SnippetSaveInput!) { snippetSave(input: $input) { userErrors { message } } }',
    {
      input: {
        id: newId('snippet'),
        name: 'Salutation',
        shortcut: 'dear',
        shared: true,
        text: 'Dear {contact.first_name|customer},',
      },
    },
  );
  expect(snippet.snippetSave.userErrors).toEqual([]);
  const receive = (id: string, subject: string) => {
    const head = ['From: Nora <nora@cust.test>', `To: ${box.address}`, `Subject: ${subject}`, `Message-ID: <${id}@cust.test>`];
    return box.receive([...head, '', 'Tell me.'].join('\r\n'));
  };
  await receive('r1', 'My refund of May');

  await page.goto('/settings/automation');
  await signIn(page, OWNER.email, OWNER.password);
  await page.getByText('No rules yet').waitFor();
  await look('none');
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Money back');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  const condition = page.getByRole('group', { name: 'Condition 1' });
  await condition.getByLabel('Value').fill('refund, money');
  const action = page.getByRole('group', { name: 'Action 1' });
  await action.getByLabel('Tag').selectOption({ label: 'Refund' });
  await page.getByLabel('Number of the conversation').fill('1');
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  await page.getByText('On “My refund of May” it would do this:').waitFor();
  await look('editor');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('switch', { name: 'On Money back' }).waitFor();
  expect(await page.getByRole('switch', { name: 'On Money back' }).isChecked()).toBe(true);

  await receive('r2', 'A refund, please');
  await page.goto(`/inbox/${box.inboxId}/all`);
  await inbox.open('A refund, please');
  await inbox.thread.getByText('The rule “Money back” added the tag Refund').waitFor();
  await inbox.row('A refund, please').getByText('Refund', { exact: true }).waitFor();
  await look('thread');

  await page.goto('/settings/automation');
  await page.getByRole('button', { name: 'Log Money back' }).click();
  const runs = page.getByRole('list', { name: 'What the rule “Money back” did' });
  await runs.getByRole('link', { name: /A refund, please/ }).waitFor();
  await runs.getByText('Add a tag: done').waitFor();
  // What came in before there was the rule is nothing to it.
  expect(await runs.getByRole('link').count()).toBe(1);
  await look('log');

  await page.getByRole('button', { name: 'Edit Money back' }).click();
  await page.getByRole('button', { name: 'Add an action' }).click();
  const second = page.getByRole('group', { name: 'Action 2' });
  await second.getByLabel('What').selectOption({ label: 'Tell a webhook' });
  await second.getByLabel('Webhook').selectOption({ label: 'Ledger' });
  await look('webhook');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/Add a tag, Tell a webhook/).waitFor();
  await page.getByRole('button', { name: 'Delete Money back' }).click();
  await page.getByRole('button', { name: 'Delete the rule' }).click();
  await page.getByText('No rules yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('switch', { name: 'On Money back' }).waitFor();
  await look('deleted and back');

  // What is typed in the field as an operator becomes a filter, and the rest are words (ux R6).
  await page.goto(`/inbox/${box.inboxId}/all`);
  await inbox.row('My refund of May').waitFor();
  await page.getByRole('searchbox').fill('tag:refund refund ');
  await inbox.row('My refund of May').waitFor({ state: 'detached' });
  await inbox.row('A refund, please').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('refund ');
  await look('operators');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Compose' }).click();
  const letter = composeWindow(page);
  await inbox.focused(letter.field('To'));
  await page.keyboard.type('nora');
  await page.getByRole('option', { name: 'Nora' }).waitFor();
  await page.keyboard.press('Enter');
  await letter.chip('Nora').waitFor();
  await letter.text('Message').click();
  await page.keyboard.type('/dear');
  await page.getByRole('option', { name: /Salutation/ }).waitFor();
  await look('template in a new message');
  await page.keyboard.press('Enter');
  await letter.text('Message').getByText('Dear Nora,').waitFor();
  await letter.button('Discard the draft').click();
  await letter.box.waitFor({ state: 'detached' });

  // The rule that came back does what it did.
  await page.goto(`/inbox/${box.inboxId}/all`);
  await receive('r3', 'Another refund');
  await inbox.row('Another refund').getByText('Refund', { exact: true }).waitFor();

  await page.goto(`/inbox/${box.inboxId}/all`);
  await inbox.personal('Nederlands');
  await page.locator('html[lang=nl]').waitFor();
  await inbox.personal('Donker');
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await page.goto('/settings/automation');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Logboek Money back' }).click();
  await page.getByText('Label toevoegen: gedaan').waitFor();
  await look('nl-dark-390-log');
  await page.getByRole('button', { name: 'Bewerken Money back' }).click();
  await page.getByLabel('Nummer van het gesprek').waitFor();
  await look('nl-dark-390-editor');
  expect(person.complaints).toEqual([]);
}, 240_000);
