import { expect } from '@jest/globals';
import { ANNA, type Cast } from '../../cast.js';
import { composeWindow } from '../../pages/composer.js';

/** The screens of sending in both languages, both themes, wide and narrow. */
export function sendingLooks(cast: Cast): void {
  cast.chapter('Dutch and dark, wide and on a phone (U27, N7)', async () => {
    const { page } = cast.olga;
    await cast.inbox.personal('Nederlands');
    await page.locator('html[lang=nl]').waitFor();
    await cast.inbox.personal('Donker');
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await page.getByRole('button', { name: 'Opstellen' }).click();
    const window = composeWindow(page, 'Nieuw bericht');
    await window.field('Aan').fill(`${ANNA.from}, fout,`);
    await window.box.getByText('Geen adres: fout').waitFor();
    await cast.look(cast.olga, 'nl-dark-compose');
    await page.setViewportSize({ width: 390, height: 844 });
    await cast.look(cast.olga, 'nl-dark-compose-390');
    await page.setViewportSize({ width: 1440, height: 900 });
    await window.button('Sluiten en concept bewaren').click();
    await page
      .getByRole('navigation', { name: 'Weergaven' })
      .getByRole('link', { name: /Concepten/ })
      .click();
    await page
      .getByRole('region', { name: 'Concepten' })
      .getByRole('button', { name: /anna@cust\.test/ })
      .waitFor();
    await cast.look(cast.olga, 'nl-dark-drafts');
  });

  cast.chapter('no screen has a barrier that axe knows, and no page complained about anything (N7)', async () => {
    expect(cast.barriers).toEqual([]);
    expect(cast.world.persons.flatMap((person) => person.complaints)).toEqual([]);
  });
}
