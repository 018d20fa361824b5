import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../src/i18n/en.json' with { type: 'json' };
import nl from '../src/i18n/nl.json' with { type: 'json' };

const root = join(process.cwd(), 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/spec|generated/.test(name),
);
const source = (name: string) => readFileSync(join(root, name), 'utf8');
// The branches of a plural are words, not values.
const places = (text: string) =>
  [...text.replace(/(one|other|=\d+) \{[^}]*\}/g, '').matchAll(/\{(\w+)/g)].map((match) => match[1]).sort();

describe('texts', () => {
  it('are the same set in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl));
  });

  it('use the same values in both languages', () => {
    const names = (text: string) => [...new Set(places(text))];
    const differing = Object.keys(nl).filter(
      (key) => names(nl[key as keyof typeof nl]).join() !== names(en[key as keyof typeof en]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('are all used, and none is missing', () => {
    const all = files.map(source).join('\n');
    const unused = Object.keys(nl).filter((key) => !all.includes(`'${key}'`));
    expect(unused).toEqual([]);
    const asked = [...all.matchAll(/\bt\('([\w.]+)'/g), ...all.matchAll(/\bid: '(time\.\w+)'/g)].map((match) => match[1] ?? '');
    expect(asked.filter((key) => !(key in nl))).toEqual([]);
  });

  it('stand in the catalogues only, never in a component', () => {
    const literal = /(?:>\s*|(?:aria-label|title|placeholder|alt|label)=")([A-Z]?[a-zà-ÿ]{2,}(?: [\wà-ÿ]+)*)\s*(?:<\/|")/g;
    const found = files
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => [...source(name).matchAll(literal)].map((match) => `${name}: ${match[1]}`))
      // The names of keys on a keyboard are the same in every language.
      .filter((line) => !/: (Ctrl|Enter)$/.test(line));
    expect(found).toEqual([]);
  });
});
