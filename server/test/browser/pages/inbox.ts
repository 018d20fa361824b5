import { until } from '../../support/until.js';
import type { Download, FrameLocator, Locator, Page } from 'playwright-core';

/** The inbox: the list, the conversation that is open, and the editor. */
export class InboxPage {
  readonly list: Locator;
  readonly rows: Locator;
  readonly thread: Locator;
  readonly messages: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('grid');
    this.rows = this.list.getByRole('row');
    this.thread = page.getByRole('region', { name: /^(Conversation|Gesprek)$/ });
    this.messages = this.thread.getByRole('article');
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** Opens a conversation and waits until its head shows. */
  async open(subject: string): Promise<void> {
    await this.row(subject).click();
    await this.head(subject).waitFor();
  }

  head(subject: string): Locator {
    return this.thread.getByRole('heading', { name: subject, exact: true });
  }

  /** Waits for what somebody said, as text or in the frame of its page, and answers its card. */
  async said(name: string, text: string): Promise<Locator> {
    const cards = this.thread.getByRole('article', { name: new RegExp(`^(Message|Reply) by ${name},`) });
    return until(
      async () => {
        for (const card of await cards.all()) {
          const id = await card.getAttribute('data-id', { timeout: 3000 });
          if ((await wordsOf(card)).includes(text)) return this.thread.locator(`article[data-id="${id}"]`);
        }
        return null;
      },
      { what: `“${text}” by ${name}`, deadlineMs: 90_000, everyMs: 50 },
    ) as Promise<Locator>;
  }

  /** The page of a mail, inside its frame. */
  pageOf(name: string): FrameLocator {
    return this.thread.getByTitle(`Message from ${name}`).contentFrame();
  }

  async download(file: string): Promise<{ name: string; content: string }> {
    const starts = this.page.waitForEvent('download');
    await this.thread.getByRole('link', { name: file }).click();
    const download: Download = await starts;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), content: Buffer.concat(chunks).toString('utf8') };
  }

  get editor(): Locator {
    return this.thread.getByRole('textbox', { name: 'Reply' });
  }

  /** Whom the answer goes to, as the editor says it. */
  get recipients(): Locator {
    return this.thread.getByRole('button', { name: /change recipients$/ });
  }

  /** Writes by keyboard alone: r for the editor, the text, the key that sends. */
  async reply(text: string): Promise<void> {
    // The key means something only once the conversation is there to be answered.
    await this.editor.waitFor();
    await this.page.keyboard.press('r');
    await this.focused(this.editor);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Control+Enter');
  }

  /** Waits until the keyboard is in it. */
  async focused(locator: Locator): Promise<void> {
    await locator.and(this.page.locator(':focus')).waitFor();
  }

  /** How sending a message stands. */
  state(message: Locator, words: string): Locator {
    return message.getByText(words, { exact: true });
  }

  get assignee(): Locator {
    return this.thread.getByRole('button', { name: /^Assignee:/ });
  }

  async assign(name: string | RegExp): Promise<void> {
    await this.assignee.click();
    await this.choose(name);
  }

  button(name: string): Locator {
    return this.thread.getByRole('button', { name, exact: true });
  }

  async view(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: /^(Views|Weergaven)$/ })
      .getByRole('link', { name })
      .click();
  }

  async status(from: string, to: string): Promise<void> {
    await this.page.getByRole('button', { name: `Status: ${from}` }).click();
    await this.choose(to);
  }

  /** Chooses in the menu of the person who is signed in. */
  async personal(choice: string | RegExp): Promise<void> {
    await this.openPersonal();
    await this.choose(choice);
  }

  async openPersonal(): Promise<void> {
    await this.page.getByRole('button', { name: /Profile, theme, language|Profiel, thema, taal/ }).click();
    await this.page.getByRole('menu').waitFor();
  }

  /** Takes an item of the menu that is open, and waits until the menu is gone. */
  private async choose(name: string | RegExp): Promise<void> {
    await this.page.getByRole('menuitem', { name, exact: typeof name === 'string' }).click();
    await this.page.getByRole('menu').waitFor({ state: 'detached' });
  }

  /** The subjects of the rows, from top to bottom. */
  async subjectsInOrder(): Promise<string[]> {
    return this.rows.locator('.sj').allTextContents();
  }

  get replyTab(): Locator {
    return this.thread.getByRole('tab', { name: 'Reply' });
  }

  /** From the conversation to the list, where there is place for one of them. */
  get backButton(): Locator {
    return this.thread.getByRole('button', { name: /Back to the list|Terug naar de lijst/ });
  }
}

/** All that a card says, also inside the frame of its page. */
async function wordsOf(card: Locator): Promise<string> {
  const own = await card.innerText({ timeout: 3000 });
  const frames = await card.locator('iframe').all();
  const inside = await Promise.all(frames.map((frame) => frame.contentFrame().locator('body').innerText({ timeout: 3000 })));
  return [own, ...inside].join('\n');
}
