// `npm run docs -w server`: writes the committed files that are made of others.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GENERATED } from './generated.js';

for (const { path, text } of GENERATED) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text());
}
