import type { Locator, Page } from 'playwright-core';

/** A file as a person chooses it. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** An editor with what stands around it: below a conversation, or in a window of its own. */
export class ComposerPage {
  constructor(
    readonly page: Page,
    readonly box: Locator,
  ) {}

  field(name: string): Locator {
    return this.box.getByRole('combobox', { name, exact: true });
  }
  /** Somebody who gets it, as a chip. */
  chip(text: string | RegExp): Locator {
    return this.box.locator('.chip').filter({ hasText: text });
  }
  button(name: string | RegExp): Locator {
    return this.box.getByRole('button', { name, exact: typeof name === 'string' });
  }
  get subject(): Locator {
    return this.box.getByRole('textbox', { name: 'Subject' });
  }
  text(name: string): Locator {
    return this.box.getByRole('textbox', { name, exact: true });
  }
  /** Waits until the key that answers means something: once there is an editor to go to. */
  async answerable(name = 'Reply'): Promise<void> {
    await this.text(name).waitFor();
  }
  saved(): Promise<void> {
    return this.box.getByText('Saved', { exact: true }).waitFor();
  }

  /** Attaches by the button that a person would press. */
  async attach(button: string, file: ChosenFile): Promise<void> {
    const asks = this.page.waitForEvent('filechooser');
    await this.button(button).click();
    await (await asks).setFiles(file);
  }

  /** Takes an item of the menu beside the button that sends. */
  async more(item: string | RegExp): Promise<void> {
    await this.button('More ways to send').click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async tab(name: string): Promise<void> {
    await this.box.getByRole('tab', { name, exact: true }).click();
  }
}

/** The editor of the conversation that is open. */
export const threadComposer = (page: Page): ComposerPage => new ComposerPage(page, page.locator('.comp'));

/** The window of a new message, by what it is called. */
export const composeWindow = (page: Page, title = 'New message'): ComposerPage =>
  new ComposerPage(page, page.getByRole('dialog', { name: title, exact: true }));

/** A picture of one red dot. */
export const DOT: ChosenFile = {
  name: 'dot.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
};
