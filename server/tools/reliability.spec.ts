import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const list = readFileSync(join(root, 'server/docs/threats.md'), 'utf8');
const faults = readFileSync(join(root, 'server/docs/faults.md'), 'utf8');
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`((?:server|plugins|web|deploy)\/[^`\s]+)`/g)].map((match) => match[1] ?? '');

test('each of the 95 weaknesses stands in the list, once', () => {
  const rows = [...list.matchAll(/^\| ([\d, ]+?) +\|/gm)].flatMap((match) => (match[1] ?? '').split(', ').map(Number));
  expect(rows.sort((a, b) => a - b)).toEqual(Array.from({ length: 95 }, (_, index) => index + 1));
});

test('each of the 30 faults stands in its list, once', () => {
  const rows = [...faults.matchAll(/^\| F(\d+) +\|/gm)].map((match) => Number(match[1]));
  expect(rows).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test.each([
  ['weaknesses', list],
  ['faults', faults],
])('each file that the list of %s names is there', (_what, text) => {
  const named = namedIn(text);
  expect(named).not.toEqual([]);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
