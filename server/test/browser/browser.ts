import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = process.env.BALIE_TEST_CHROMIUM ?? '/usr/bin/chromium';
/** How long a person waits for something before it counts as not there. */
const PATIENCE_MS = 90_000;

/** A person with a browser of his own: nothing is shared with another. */
export interface Person {
  page: Page;
  /** What the page complained about: uncaught errors, console errors, broken content security policy. */
  complaints: string[];
  /** Takes out the complaints that had to come; fails when there is none. */
  expected(pattern: RegExp): void;
  close(): Promise<void>;
}

export interface BrowserOptions {
  locale?: string;
  width?: number;
  height?: number;
}

/** Opens Debian's Chromium with an empty profile. */
export async function openBrowser(baseURL: string, options: BrowserOptions = {}): Promise<Person> {
  if (!existsSync(CHROMIUM))
    throw new Error('The browser tests need Chromium: apt-get install -y --no-install-recommends chromium');
  const profile = await mkdtemp(path.join(tmpdir(), 'balie-browser-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    timeout: 120_000,
    baseURL,
    locale: options.locale ?? 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: 'light',
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints = listen(page);
  return {
    page,
    complaints,
    expected: (pattern) => {
      const others = complaints.filter((complaint) => !pattern.test(complaint));
      if (others.length === complaints.length) throw new Error(`The page should have complained with ${String(pattern)}`);
      complaints.splice(0, complaints.length, ...others);
    },
    close: async () => {
      await context.close();
      // Its processes may write a last line after it said that it is closed.
      await rm(profile, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}

/** Takes a picture of what a page shows now. */
export type Camera = (page: Page, title: string) => Promise<void>;

/** A series of pictures, when `BALIE_TEST_SHOTS` names a folder for them. */
export function camera(name: string): Camera {
  const folder = process.env.BALIE_TEST_SHOTS;
  let number = 0;
  return async (page, title) => {
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    number += 1;
    await page.screenshot({ path: path.join(folder, `${name}-${String(number).padStart(2, '0')}-${title}.png`) });
  };
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

/** Waits until nothing moves any more: what fades in has no colours to judge yet. What turns for ever does not count. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate(
    `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() =>
      Promise.allSettled(document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().iterations !== Infinity)
        .map((one) => one.finished))).then(() => undefined)`,
  );
}

/** What axe finds wrong with the page as it stands, as WCAG 2.1 A and AA count it; one line each. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(await readFile(AXE, 'utf8'));
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const found = await page.evaluate<Violation[]>(
    `axe.run(document, { iframes: false, runOnly: { type: 'tag', values: ${tags} } }).then((result) => result.violations)`,
  );
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 4)
        .map((node) => `${String(node.target)} (${(node.failureSummary ?? '').split('\n').slice(1).join('; ')})`)
        .join(' | ')}`,
  );
}
