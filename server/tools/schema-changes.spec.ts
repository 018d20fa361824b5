import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { joinedSchema } from '../src/app/graphql/schema-files.js';
import { changesBetween, deprecationMistakes, removalDay } from './schema-changes.js';
import { BASELINE, readBaseline, sectionOf } from './schema-page.js';

const TODAY = new Date().toISOString().slice(0, 10);
const now = joinedSchema();

describe('The public schema (N24)', () => {
  test('breaks no program that worked with the last release: else mark it `@deprecated` with a day, and keep it until then', () => {
    expect(changesBetween(readBaseline().schema, buildSchema(now), TODAY).breaking).toEqual([]);
  });

  test('names the day on which each thing goes that is deprecated, and it goes then', () => {
    expect(deprecationMistakes(buildSchema(now), TODAY)).toEqual([]);
  });
});

/** The schema of the last release with something done to its text; fails when the text is not there. */
function planted(...changes: [from: string | RegExp, to: string][]): string {
  return changes.reduce(
    (text, [from, to]) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`Nothing to change: ${String(from)}`);
      return changed;
    },
    readFileSync(BASELINE, 'utf8'),
  );
}
const compare = (text: string, before = readBaseline().schema, today = TODAY) => changesBetween(before, buildSchema(text), today);

describe('The gate sees what it should', () => {
  test.each<[string, [string | RegExp, string], string]>([
    ['a field that is gone', [/ {2}"[^"]*"\n {2}pointsPerMinute: Int!\n/, ''], 'ApiSettings.pointsPerMinute was removed.'],
    [
      'a field of another type',
      ['pointsPerMinute: Int!', 'pointsPerMinute: String!'],
      'ApiSettings.pointsPerMinute changed type from Int! to String!.',
    ],
    [
      'a field that may be null now',
      ['pointsPerMinute: Int!', 'pointsPerMinute: Int'],
      'ApiSettings.pointsPerMinute changed type from Int! to Int.',
    ],
    [
      'an argument that is needed now',
      ['webhookDelete(id: ID!,', 'webhookDelete(id: ID!, really: Boolean!,'],
      'A required arg really on Mutation.webhookDelete was added.',
    ],
    [
      'a value that is gone',
      [/ {2}DELIVERED\n {2}"Given up/, '  "Given up'],
      'DELIVERED was removed from enum type WebhookDeliveryState.',
    ],
    [
      'an input that is needed now',
      ['input ApiSettingsSaveInput {', 'input ApiSettingsSaveInput {\n  reason: String!'],
      'A required field reason on input type ApiSettingsSaveInput was added.',
    ],
    [
      'a default that is another',
      ['deleted: Boolean = false, first', 'deleted: Boolean = true, first'],
      'Query.contacts arg deleted has changed defaultValue from false to true.',
    ],
    [
      'a field that fewer may use',
      ['webhooks: [Webhook!]! @auth(scopes: [ADMIN])', 'webhooks: [Webhook!]! @auth(scopes: [MESSAGES_WRITE])'],
      'Query.webhooks is no longer open to ADMIN.',
    ],
    [
      'a field that is closed to tokens',
      [/(webhookDelete\(.*@auth\(scopes: \[ADMIN\])\)/, '$1, session: true)'],
      'Mutation.webhookDelete is no longer open to tokens.',
    ],
  ])('%s', (_what, change, expected) => {
    expect(compare(planted(change)).breaking).toContain(expected);
  });

  test('what is new, and what only the careless stumble over, breaks nothing', () => {
    const text = planted(
      ['type ApiSettings {', 'type Nova {\n  name: String\n}\ntype ApiSettings {\n  nova(first: Int): Nova'],
      ['enum WebhookDeliveryState {', 'enum WebhookDeliveryState {\n  ASLEEP'],
    );
    const { breaking, risky, added, removed } = compare(text);
    expect({ breaking, removed }).toEqual({ breaking: [], removed: [] });
    expect(risky).toEqual(['ASLEEP was added to enum type WebhookDeliveryState.']);
    expect(added.sort()).toEqual(['ApiSettings.nova', 'Nova', 'WebhookDeliveryState.ASLEEP']);
    expect(sectionOf('Since 0.1.0', compare(text))).toContain('- `ApiSettings.nova`');
  });

  test('what was announced may go on its day with all that only it used, and not a day before', () => {
    const before = buildSchema(
      planted([
        'type ApiSettings {',
        `type Old {\n  part: OldPart\n}\ntype OldPart {\n  name: String\n}
         type ApiSettings {\n  old: Old @deprecated(reason: "Use version. Removal on 2027-06-01.")`,
      ]),
    );
    const gone = readFileSync(BASELINE, 'utf8');
    const words = ['ApiSettings.old was removed.', 'Old was removed.', 'OldPart was removed.'];
    const early = compare(gone, before, '2027-05-31');
    expect([early.breaking.toSorted(), early.removed]).toEqual([words, []]);
    const late = compare(gone, before, '2027-06-01');
    expect([late.breaking, late.removed.toSorted()]).toEqual([[], words]);
  });

  test('a deprecation without a day, with none of the calendar, or with one that is over', () => {
    const mistakes = (reason: string) =>
      deprecationMistakes(
        buildSchema(planted([/( {2}pointsPerMinute: Int!)\n/, `$1 @deprecated(reason: ${JSON.stringify(reason)})\n`])),
        '2026-12-01',
      );
    const without = ['ApiSettings.pointsPerMinute is deprecated without a day: write "Removal on YYYY-MM-DD."'];
    expect(mistakes('Use version.')).toEqual(without);
    expect(mistakes('Use version. Removal on 2027-02-30.')).toEqual(without);
    expect(mistakes('Use version. Removal on 2026-11-30.')).toEqual([
      'ApiSettings.pointsPerMinute should have gone on 2026-11-30: remove it, or give it another day',
    ]);
    expect(mistakes('Use version. Removal on 2027-06-01.')).toEqual([]);
    expect(removalDay('Removal on 2028-02-29.')).toBe('2028-02-29');
  });
});
