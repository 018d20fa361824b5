import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const list = readFileSync(join(root, 'server/docs/threats.md'), 'utf8');

test('each of the 95 weaknesses stands in the list, once', () => {
  const rows = [...list.matchAll(/^\| ([\d, ]+?) +\|/gm)].flatMap((match) => (match[1] ?? '').split(', ').map(Number));
  expect(rows.sort((a, b) => a - b)).toEqual(Array.from({ length: 95 }, (_, index) => index + 1));
});

test('each file that the list names is there', () => {
  const named = [...list.matchAll(/`((?:server|plugins|web|deploy)\/[^`\s]+)`/g)].map((match) => match[1] ?? '');
  expect(named).not.toEqual([]);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
