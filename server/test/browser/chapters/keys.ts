import { expect } from '@jest/globals';
import { SUBJECTS, type Cast } from '../cast.js';

/** All of it without a mouse (U1 to U6). */
export function keyboard(cast: Cast): void {
  cast.chapter('j, k and Enter open conversations, e closes, z takes it back', async () => {
    const { page } = cast.olga;
    await page.keyboard.press('Escape');
    await cast.inbox.view('All conversations');
    // What was answered last stands first, once the list has heard of it.
    await cast.inbox.rows.first().filter({ hasText: SUBJECTS.hours }).waitFor();
    const order = await cast.inbox.subjectsInOrder();
    await page.keyboard.press('j');
    await cast.inbox.head(order[0] ?? '').waitFor();
    await page.keyboard.press('j');
    await cast.inbox.head(order[1] ?? '').waitFor();
    await page.keyboard.press('k');
    await cast.inbox.head(order[0] ?? '').waitFor();
    await page.keyboard.press('u');
    await cast.inbox.thread.getByText('Pick a conversation').waitFor();
    await cast.inbox.rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await cast.inbox.head(order[1] ?? '').waitFor();
    await page.keyboard.press('e');
    await cast.inbox.row(order[1] ?? '').waitFor({ state: 'detached' });
    await page.getByText('Conversation closed').waitFor();
    await page.keyboard.press('z');
    await cast.inbox.row(order[1] ?? '').waitFor();
    expect(await cast.inbox.rows.count()).toBe(order.length);
  });

  cast.chapter('? shows the keys, Ctrl+K finds a conversation by its number', async () => {
    const { page } = cast.olga;
    await page.keyboard.press('Shift+?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Next conversation').waitFor();
    await cast.look(cast.olga, 'keys');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Commands' });
    const search = palette.getByPlaceholder('Find a command');
    await search.waitFor();
    await cast.inbox.focused(search);
    await cast.look(cast.olga, 'palette');
    await page.keyboard.type('#1');
    await palette.getByRole('button', { name: 'Open conversation #1' }).waitFor();
    await page.keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
    await cast.inbox.head(SUBJECTS.hours).waitFor();
  });
}
