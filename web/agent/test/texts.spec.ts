import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import automationEn from '../src/i18n/automation.en.json' with { type: 'json' };
import automationNl from '../src/i18n/automation.nl.json' with { type: 'json' };
import crmEn from '../src/i18n/crm.en.json' with { type: 'json' };
import crmNl from '../src/i18n/crm.nl.json' with { type: 'json' };
import firstEn from '../src/i18n/en.json' with { type: 'json' };
import firstNl from '../src/i18n/nl.json' with { type: 'json' };
import notifyEn from '../src/i18n/notify.en.json' with { type: 'json' };
import notifyNl from '../src/i18n/notify.nl.json' with { type: 'json' };
import reportsEn from '../src/i18n/reports.en.json' with { type: 'json' };
import reportsNl from '../src/i18n/reports.nl.json' with { type: 'json' };
import routingEn from '../src/i18n/routing.en.json' with { type: 'json' };
import routingNl from '../src/i18n/routing.nl.json' with { type: 'json' };
import settingsEn from '../src/i18n/settings.en.json' with { type: 'json' };
import settingsNl from '../src/i18n/settings.nl.json' with { type: 'json' };

// The texts that are there at once, then those of parts that are loaded later.
const en = { ...firstEn, ...automationEn, ...crmEn, ...notifyEn, ...reportsEn, ...routingEn, ...settingsEn };
const nl = { ...firstNl, ...automationNl, ...crmNl, ...notifyNl, ...reportsNl, ...routingNl, ...settingsNl };
/** Files that are shown within their part only, and so have its texts. */
const PARTS = {
  automation: { texts: automationNl, files: /^features\/automation\// },
  crm: { texts: crmNl, files: /^features\/crm\// },
  reports: { texts: reportsNl, files: /^features\/reports\// },
  settings: {
    texts: settingsNl,
    files: /^features\/(?:settings|setup|channels|automation)\/|^features\/filters\/(?:Filters|RuleSwitches|SenderList)\.tsx$/,
  },
};

const root = join(process.cwd(), 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/spec|generated/.test(name),
);
const source = (name: string) => readFileSync(join(root, name), 'utf8');
// The branches of a plural are words, not values.
const places = (text: string) =>
  [...text.replace(/(one|other|=\d+) \{[^}]*\}/g, '').matchAll(/\{(\w+)/g)].map((match) => match[1]).sort();

describe('texts', () => {
  it('stand in one catalogue each', () => {
    const keys = [firstNl, automationNl, crmNl, notifyNl, reportsNl, routingNl, settingsNl].flatMap((texts) =>
      Object.keys(texts),
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each(Object.entries(PARTS))('of the part %s are used by its own files only', (_, part) => {
    const others = files.filter((name) => !part.files.test(name)).map((name) => [name, source(name)] as const);
    const strays = Object.keys(part.texts).flatMap((key) =>
      others.filter(([, words]) => words.includes(`'${key}'`)).map(([name]) => `${key} in ${name}`),
    );
    expect(strays).toEqual([]);
  });

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
    // A text per value of an enum is asked for by that value: the types prove that each is there.
    const perValue = [...all.matchAll(/\bt\(`((?:\w+\.)+)\$\{\w+\}`/g)].map((match) => new RegExp(`^${match[1]}[A-Z_]+$`));
    const unused = Object.keys(nl).filter((key) => !all.includes(`'${key}'`) && !perValue.some((form) => form.test(key)));
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
