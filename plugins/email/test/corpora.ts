import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@jest/globals';

const here = path.dirname(fileURLToPath(import.meta.url));
/** The mails of others, which are not part of this project and always there in CI. */
export const corpora = path.resolve(here, '../../../../shared/corpora');
export const haveCorpora = existsSync(path.join(corpora, 'cases.json'));

/** In the place of tests that can't run: fails in CI, and elsewhere says so. */
export function missingCorpora(): void {
  test('the mails of others are there', () => {
    const words = `The mails of others were not found in ${path.relative(process.cwd(), corpora)}.`;
    if (process.env['CI'] === 'true') throw new Error(words);
    process.stderr.write(`${words} Their tests were not run.\n`);
  });
}

/** The files below a folder of the corpora whose path fits; none when the folder is not there. */
export function filesOf(folder: string, pattern: RegExp): string[] {
  const found: string[] = [];
  const walk = (at: string) => {
    for (const name of readdirSync(at).sort()) {
      const file = path.join(at, name);
      if (statSync(file).isDirectory()) walk(file);
      else if (pattern.test(file)) found.push(file);
    }
  };
  const root = path.join(corpora, folder);
  if (existsSync(root)) walk(root);
  return found;
}

/** A body as the whole of a mail of this type. */
export const wrapped = (body: Buffer, type: string, encoding = '8bit'): Buffer =>
  Buffer.concat([
    Buffer.from(
      `From: Anna Berg <anna@cust.test>\r\nTo: support@shop.test\r\nSubject: wrapped\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
    ),
    body,
  ]);

/** The words of a text, to compare what is said and not how it is set. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
/** A text without the white space that nobody sees. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
export const read = (file: string): Buffer => readFileSync(file);
