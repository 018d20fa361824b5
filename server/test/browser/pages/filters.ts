import type { Locator, Page } from 'playwright-core';

/** What an agent decides about a conversation and its sender, and the settings that go with it. */
export class FilterPages {
  readonly more: Locator;
  readonly strip: Locator;

  constructor(private readonly page: Page) {
    const thread = page.getByRole('region', { name: /^(Conversation|Gesprek)$/ });
    this.more = thread.getByRole('button', { name: /^(More|Meer)$/ });
    this.strip = thread.getByRole('note');
  }

  /** Chooses in the menu of the conversation. */
  async choose(name: string): Promise<void> {
    await this.more.click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  toast(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  /** A line of the ledger. */
  item(text: string): Locator {
    return this.page.locator('.ledger-line').filter({ hasText: text });
  }

  /** One of the three lists of senders. */
  list(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async add(list: string, label: string, value: string): Promise<void> {
    await this.list(list).getByLabel(label).fill(value);
    await this.list(list).getByRole('button', { name: 'Add' }).click();
  }
}
