import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The chat on a website, as a visitor has it: a button on the page, and the chat in its frame. */
export class WidgetPage {
  readonly button: Locator;
  readonly chat: FrameLocator;

  constructor(readonly page: Page) {
    this.button = page.locator('#balie-chat button');
    this.chat = page.frameLocator('#balie-chat iframe');
  }

  get box(): Locator {
    return this.chat.locator('textarea');
  }

  /** Opens it by keyboard, and waits until one can write. */
  async open(): Promise<void> {
    await this.button.focus();
    await this.page.keyboard.press('Enter');
    await this.focused();
  }

  /** By keyboard, where the keyboard is. */
  async say(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** A message with what stands below it. */
  message(text: string): Locator {
    return this.chat.locator('ol > li').filter({ hasText: text });
  }

  async state(text: string, words: string | RegExp): Promise<void> {
    await this.message(text).locator('small').filter({ hasText: words }).last().waitFor();
  }

  /** What was said, in its order. */
  said(): Promise<string[]> {
    return this.chat.locator('ol > li .bubble').allTextContents();
  }

  /** Waits until the keyboard is in something of the chat. `:focus` asks for more: that the window has it, too, which one without a screen gets with its first key. */
  async focused(selector = 'textarea'): Promise<void> {
    await this.chat.locator(`${selector}:focus-within`).waitFor();
    // Nobody types into what he does not see yet.
    await this.frame().waitForFunction(`performance.getEntriesByType('paint').length > 0`);
  }

  /** What axe finds wrong inside of the frame by WCAG 2.2 A and AA and its own best practices; one line each. */
  async barriers(): Promise<string[]> {
    const frame = this.frame();
    if (!(await frame.evaluate<boolean>(`'axe' in window`))) await frame.evaluate(await readFile(AXE, 'utf8'));
    const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
    return frame.evaluate<string[]>(
      `axe.run(document, { runOnly: { type: 'tag', values: ${tags} } }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 150) + ' ' + failureSummary).join(' | ')))`,
    );
  }

  /** What lies in the storage of the site. */
  kept(): Promise<string[]> {
    return this.page.evaluate<string[]>('Object.keys(localStorage).concat(document.cookie || [])');
  }

  private frame(): Frame {
    const frame = this.page.frames().find((one) => one.url().endsWith('/frame'));
    if (!frame) throw new Error('The chat has not been loaded.');
    return frame;
  }
}
