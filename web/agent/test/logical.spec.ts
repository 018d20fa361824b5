import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEB = join(process.cwd(), '..');
const PHYSICAL =
  /(?:margin|padding|border)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-|(?:^|[\s;{])(?:left|right):|text-align:\s*(?:left|right)|(?:float|clear):\s*(?:left|right)/;

it('style sheets know no left and right, so that a language that is read from the right needs nothing of its own (U27)', () => {
  const found = ['agent/src', 'ui/src', 'widget/src'].flatMap((folder) =>
    readdirSync(join(WEB, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) =>
        readFileSync(join(WEB, folder, name), 'utf8')
          .split('\n')
          .flatMap((line, n) => (PHYSICAL.test(line) ? [`${folder}/${name}:${n + 1} ${line.trim()}`] : [])),
      ),
  );
  expect(found).toEqual([]);
});
