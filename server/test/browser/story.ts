import { it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Camera, Person } from './browser.js';

/** A chapter of a story: what stands in the ones before has happened. */
export type Chapter = (title: string, body: () => Promise<void>) => void;

const CHAPTER_MS = 300_000;
/** Of what a page shows, so that what failed can be told from the words of a log alone. */
const WORDS = 600;

/** Takes a picture, and tells in words what each frame shows, what stands in its fields, and where the keyboard is. */
async function seen(page: Page, shoot: Camera): Promise<string[]> {
  await shoot(page, 'failed').catch(() => undefined);
  return Promise.all(
    page.frames().map(async (frame) => {
      const words = await frame
        .evaluate<string>(
          `(document.activeElement?.outerHTML ?? '').slice(0, 150) + (document.hasFocus() ? ' (focused) ' : ' ') + [...document.querySelectorAll('input:not([type=password]), textarea')].map(({ value }) => value).filter(Boolean).join(' | ') + ' ' + document.body.innerText.replace(/\\s+/g, ' ').slice(0, ${WORDS})`,
        )
        .catch(String);
      return `${frame.url()}: ${words}`;
    }),
  );
}

/** Tests in their order, of which none is tried once one has failed: the rest would only repeat its failure. */
export function story(shoot: Camera, persons: () => readonly Person[], last: () => string): Chapter {
  let failed: string | null = null;
  return (title, body) =>
    it(
      title,
      async () => {
        if (failed) throw new Error(`Not tried, because this failed before: ${failed}`);
        try {
          await body();
        } catch (error) {
          failed = title;
          const shown: string[] = [];
          // Who came last first: the words of a log may be cut at their end.
          for (const { page } of persons().toReversed()) if (!page.isClosed()) shown.push(...(await seen(page, shoot)));
          const heard = persons().flatMap((person) => person.complaints);
          throw new Error(
            `${error instanceof Error ? error.message : String(error)}\nThe pages said: ${heard.join('\n') || 'nothing'}\nThe server said: ${last() || 'nothing'}\nThe pages showed:\n${shown.join('\n')}`,
            { cause: error },
          );
        }
      },
      CHAPTER_MS,
    );
}
