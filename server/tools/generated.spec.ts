import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@jest/globals';
import { GENERATED } from './generated.js';

test.each(GENERATED.map((file) => [basename(file.path), file] as const))(
  '%s is fresh: else run `npm run docs -w server`',
  (_name, file) => {
    expect(readFileSync(file.path, 'utf8')).toBe(file.text());
  },
);
