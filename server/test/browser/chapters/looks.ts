import { expect } from '@jest/globals';
import { until } from '../../support/until.js';
import { SUBJECTS, type Cast } from '../cast.js';

const PAGES = [
  'Inboxes',
  'Channels',
  'Automatic answer',
  'Routing',
  'Automation',
  'Reply times',
  'Filters',
  'Plugins',
  'People',
  'Teams',
  'Company sign-in',
  'Tags',
  'Contact facts',
  'Pipelines',
  'API tokens',
  'API settings',
  'Webhooks',
  'Audit log',
  'What came in',
  'Failed jobs',
  'System',
  'Profile',
  'Availability',
  'Sign-in & security',
  'My tokens',
  'API explorer',
  'Notifications',
];
const LISTS = ['Contacts', 'Tickets', 'Deals', 'My tasks', 'Reports'];

/** Examples to look at, and every screen in both languages, both themes, wide and narrow. */
export function looks(cast: Cast): void {
  cast.chapter('example conversations come and go without a trace (S79)', async () => {
    await cast.inbox.view('All conversations');
    await cast.inbox.thread.getByText('Pick a conversation').waitFor();
    await cast.inbox.row(SUBJECTS.parcel).waitFor();
    await cast.inbox.rows.nth(4).waitFor();
    const before = await cast.inbox.subjectsInOrder();
    expect(before).toHaveLength(5);
    await cast.settings.demo(true);
    await cast.look(cast.olga, 'system');
    await cast.settings.back();
    await cast.inbox.rows.nth(12).waitFor();
    await cast.look(cast.olga, 'demo');
    await cast.settings.demo(false);
    await cast.settings.back();
    await cast.inbox.row(SUBJECTS.parcel).waitFor();
    await until(async () => {
      expect(await cast.inbox.subjectsInOrder()).toEqual(before);
      return true;
    }, 'the examples are gone');
  });

  cast.chapter('every page of the settings and every list of records can be used by everybody (N7)', async () => {
    for (const name of PAGES) {
      await cast.settings.open(name);
      await cast.look(cast.olga, `settings-${name.toLowerCase().replaceAll(' ', '-')}`);
    }
    await cast.settings.back();
    for (const name of LISTS) {
      await cast.olga.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
      await cast.olga.page.getByRole('heading', { name: name.replace('My tasks', 'Tasks'), level: 1 }).waitFor();
      await cast.look(cast.olga, `list-${name.toLowerCase().replaceAll(' ', '-')}`);
      await cast.settings.back();
    }
  });

  cast.chapter('Dutch and English, light and dark, on a wide screen and on a phone (U27, N7)', async () => {
    await cast.settings.demo(true);
    await cast.settings.back();
    const { page } = cast.olga;
    await cast.inbox.open(SUBJECTS.parcel);
    await cast.inbox.openPersonal();
    await cast.look(cast.olga, 'personal-menu');
    await page.keyboard.press('Escape');
    for (const [language, dark] of [
      ['English', 'Dark'],
      ['Nederlands', 'Donker'],
    ] as const) {
      await cast.inbox.personal(language);
      await page.locator(`html[lang=${language === 'English' ? 'en' : 'nl'}]`).waitFor();
      // The editor was open in the other language.
      const hint = language === 'English' ? 'Write a reply' : 'Schrijf een antwoord';
      await cast.inbox.thread.locator(`[data-placeholder="${hint}"]`).waitFor();
      for (const theme of ['light', 'dark']) {
        if (theme === 'dark') await cast.inbox.personal(dark);
        await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor();
        await cast.look(cast.olga, `${language}-${theme}-1440`);
        await page.setViewportSize({ width: 390, height: 844 });
        await cast.look(cast.olga, `${language}-${theme}-390-thread`);
        await cast.inbox.backButton.click();
        await cast.inbox.rows.first().waitFor();
        await cast.look(cast.olga, `${language}-${theme}-390-list`);
        await page.setViewportSize({ width: 1440, height: 900 });
        await cast.inbox.open(SUBJECTS.parcel);
      }
      await cast.inbox.personal(language === 'English' ? 'Light' : 'Licht');
    }
  });

  cast.chapter('no screen has a barrier that axe knows, and no page complained about anything (N7)', async () => {
    expect(cast.barriers).toEqual([]);
    expect(cast.world.persons.flatMap((person) => person.complaints)).toEqual([]);
  });
}
