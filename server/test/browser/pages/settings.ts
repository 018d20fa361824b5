import type { Page } from 'playwright-core';

/** The settings, page by page. */
export class SettingsPages {
  constructor(private readonly page: Page) {}

  async open(name: string): Promise<void> {
    const { page } = this;
    if (!new URL(page.url()).pathname.startsWith('/settings')) await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  async back(): Promise<void> {
    await this.page.getByRole('link', { name: 'Back to the inbox' }).click();
    await this.page.getByRole('grid').waitFor();
  }

  /** Invites somebody; answers the link that is shown. */
  async invite(name: string, email: string): Promise<string> {
    const { page } = this;
    await this.open('People');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByText(`A link for ${name}`).waitFor();
    return page.getByLabel('Link', { exact: true }).inputValue();
  }

  /** Puts the example conversations there, or takes them away. */
  async demo(present: boolean): Promise<void> {
    await this.open('System');
    await this.page.getByRole('button', { name: present ? 'Add examples' : 'Remove examples' }).click();
    await this.page.getByText(`The example conversations are ${present ? 'there' : 'removed'}`).waitFor();
  }
}

/** Opens a link that was handed over, and chooses a password behind it. */
export async function join(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { name: /^Welcome to/ }).waitFor();
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Come in' }).click();
}

/** Signs in on the page that asks for it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in to Balie' }).waitFor();
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
