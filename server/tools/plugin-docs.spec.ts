import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

/** The pages for who writes a plugin show what is there. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCS = path.join(ROOT, 'plugins/sdk/docs');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const page = read('plugins/sdk/docs/capabilities.md');

/** Without how far its lines are indented, which is less in a page than in the source. */
const flat = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

test('each piece of a plugin on the page of capabilities stands in its source', () => {
  const pieces = [...page.matchAll(/^\[(plugins\/\S+)\]\(\S+\)\n\n<!-- prettier-ignore -->\n```ts\n([\s\S]*?)^```$/gm)];
  expect(pieces.length).toBe(page.split('```ts').length - 1);
  expect(pieces.length).toBeGreaterThan(20);
  for (const [, file = '', piece = ''] of pieces)
    expect([file, flat(read(file)).includes(flat(piece)) ? piece : null]).toEqual([file, piece]);
});

test('the page of capabilities leaves out nothing that a channel or a responder can have', () => {
  const source = read('plugins/sdk/src/index.ts');
  const membersOf = (name: string): string[] => {
    const [, body = ''] = new RegExp(`interface ${name}\\b[^\\n]*\\{\\n([\\s\\S]*?)^\\}`, 'm').exec(source) ?? [];
    return [...body.matchAll(/^ {2}(\w+)\??[:(<]/gm)].map(([, member = '']) => member);
  };
  const names = ['Capabilities', 'Configurable', 'Channel', 'Responder'].flatMap(membersOf);
  expect(names).toEqual(expect.arrayContaining(['replyWindow', 'schedules', 'fetchProfile', 'takes']));
  // What it is called and looks like needs no page.
  const plain = ['type', 'title', 'icon', 'view', 'identities', 'scopes', 'capabilities', 'settingsVersion'];
  const missing = names.filter((name) => !plain.includes(name) && !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('the links of these pages lead somewhere', () => {
  const files = ['plugins/sdk/README.md', ...readdirSync(DOCS).map((name) => `plugins/sdk/docs/${name}`)];
  const broken = files.flatMap((file) =>
    [
      ...read(file)
        .replace(/^```[\s\S]*?^```$/gm, '')
        .matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g),
    ]
      .map(([, link = '']) => link)
      .filter((link) => !existsSync(path.resolve(ROOT, path.dirname(file), link)))
      .map((link) => `${file}: ${link}`),
  );
  expect(broken).toEqual([]);
});
