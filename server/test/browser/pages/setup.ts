import type { Locator, Page } from 'playwright-core';

/** What the first owner fills in. */
export interface Owner {
  name: string;
  email: string;
  password: string;
}

/** The first run, as a person sees it. */
export class SetupPages {
  constructor(private readonly page: Page) {}

  async makeOwner(code: string, owner: Owner): Promise<void> {
    const { page } = this;
    await page.getByLabel('One-time code').fill(code);
    await page.getByLabel('Name', { exact: true }).fill(owner.name);
    await page.getByLabel('Email address').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: 'Create account' }).click();
  }

  async makeInbox(name: string): Promise<void> {
    const { page } = this;
    await this.heading('Your first inbox').waitFor();
    await page.getByLabel('Name of the inbox').fill(name);
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 1 });
  }
}

/** What the form of a mailbox is filled in with. */
export interface Mailbox {
  address: string;
  sender: string;
  host: string;
  imapPort: number;
  smtpPort: number;
  password: string;
}

/** The form of a channel, which its plugin describes. */
export class ChannelForm {
  readonly checks: Locator;

  constructor(private readonly page: Page) {
    this.checks = page.getByRole('status').filter({ has: page.getByRole('listitem') });
  }

  async pick(type: string, before: (title: string) => Promise<void>): Promise<void> {
    const card = this.page.getByRole('button', { name: type });
    await card.waitFor();
    await before('channel-types');
    await card.click();
    await this.page.getByLabel('IMAP server').waitFor();
  }

  async fill(mailbox: Mailbox): Promise<void> {
    const { page } = this;
    await page.getByLabel('Email address').fill(mailbox.address);
    await page.getByLabel(/^Sender name/).fill(mailbox.sender);
    await page.getByLabel('IMAP server').fill(mailbox.host);
    await page.getByLabel(/^IMAP port/).fill(String(mailbox.imapPort));
    await page.getByLabel('User name', { exact: true }).fill(mailbox.address);
    await this.password(mailbox.password);
    await page.getByLabel(/^SMTP server/).fill(mailbox.host);
    await page.getByLabel(/^SMTP port/).fill(String(mailbox.smtpPort));
    await page.getByLabel(/^SMTP encryption/).selectOption('starttls');
  }

  async password(password: string): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password);
  }

  /** Pastes the certificate of an own authority, which is an advanced setting. */
  async trust(pem: string): Promise<void> {
    const field = this.page.getByLabel(/^Certificate of your own authority/);
    if (!(await field.isVisible())) await this.page.getByText(/^Advanced/).click();
    await field.fill(pem);
  }

  /** Tests what is filled in, and waits for the lines. */
  async test(): Promise<void> {
    await this.page.getByRole('button', { name: 'Test connection' }).click();
  }

  /** A line of the test by its title, once it has the given outcome and words. */
  line(title: string, outcome: 'fine' | 'failed', words: RegExp): Locator {
    return this.checks
      .getByRole('listitem')
      .filter({ hasText: `${title}: ${outcome}` })
      .filter({ hasText: words });
  }
}
