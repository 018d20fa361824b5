import { expect } from '@jest/globals';
import type { Cast } from '../../cast.js';
import { composeWindow, threadComposer } from '../../pages/composer.js';

/** What is kept, and what can't leave. */
export function later(cast: Cast): void {
  cast.chapter('two tabs agree on a draft; what is thrown away comes back (U11)', async () => {
    const { page } = cast.olga;
    await cast.inbox.view('All conversations');
    await cast.inbox.open('Broken lamp');
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    const [here, there] = [threadComposer(page), threadComposer(tab)];
    await there.text('Reply').waitFor();
    await here.text('Reply').click();
    await page.keyboard.type('In one tab');
    await there.text('Reply').getByText('In one tab').waitFor();
    await here.saved();
    await there.text('Reply').click();
    await tab.keyboard.press('Control+End');
    await tab.keyboard.type(' and the other');
    await here.text('Reply').getByText('In one tab and the other').waitFor();
    await tab.close();
    await here.saved();
    await here.button('Discard the draft').click();
    await here.text('Reply').getByText('In one tab').waitFor({ state: 'detached' });
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await here.text('Reply').getByText('In one tab and the other').waitFor();
    await here.button('Discard the draft').click();
  });

  cast.chapter('a channel that is switched off says so, and what to do, before anything is sent', async () => {
    const { page } = cast.olga;
    await cast.settings.open('Channels');
    await page.getByRole('button', { name: /^Pause/ }).click();
    await page.getByRole('button', { name: /^(Resume|Switch on)/ }).waitFor();
    await cast.settings.back();
    await cast.inbox.open('Broken lamp');
    const composer = threadComposer(page);
    await composer.box.getByText('is switched off, so nothing can leave through it').waitFor();
    await composer.text('Reply').click();
    await page.keyboard.type('Kept for later');
    expect(await composer.button('Send').isDisabled()).toBe(true);
    await cast.look(cast.olga, 'channel-off');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    const window = composeWindow(page);
    await window.box.getByText('No channel of your inboxes can write first.').waitFor();
    await cast.look(cast.olga, 'compose-no-channel');
    await window.button('Close and keep the draft').click();
    await composer.box.getByRole('link', { name: 'To the channels' }).click();
    await page.getByRole('button', { name: /^(Resume|Switch on)/ }).click();
    await page.getByRole('button', { name: /^Pause/ }).waitFor();
    await cast.settings.back();
  });
}
