import { it } from '@jest/globals';
import type { Camera, Person } from './browser.js';

/** A chapter of a story: what stands in the ones before has happened. */
export type Chapter = (title: string, body: () => Promise<void>) => void;

const CHAPTER_MS = 300_000;

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
          for (const { page } of persons()) await shoot(page, 'failed');
          const heard = persons().flatMap((person) => person.complaints);
          throw new Error(
            `${error instanceof Error ? error.message : String(error)}\nThe pages said: ${heard.join('\n') || 'nothing'}\nThe server said: ${last() || 'nothing'}`,
            { cause: error },
          );
        }
      },
      CHAPTER_MS,
    );
}
