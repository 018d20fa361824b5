import { describe, expect, it } from '@jest/globals';
import { offersFor } from './offers.js';
import { understand } from './operators.js';

const known = {
  people: [
    { id: 'usr_1', name: 'Anna Adams' },
    { id: 'usr_2', name: 'Bob' },
  ],
  channels: [{ id: 'email', name: 'E-mail' }],
  viewerId: 'usr_2',
};
const labels = (text: string, language: 'en' | 'nl' = 'en'): string[] =>
  offersFor(text, language, known).map(({ label }) => label);

describe('operators that are offered while somebody types (ux R6)', () => {
  it('are all of them in an empty field and behind a word, and those that begin so within one', () => {
    expect(labels('')).toContain('from:');
    expect(labels('', 'nl')).toEqual(expect.arrayContaining(['van:', 'aan:', 'kanaal:', 'toegewezen:', 'heeft:bijlage']));
    expect(labels('invoice ')).toEqual(labels(''));
    expect(labels('invoice a')).toEqual(['assigned:', 'after:']);
    expect(labels('voo', 'nl')).toEqual(['voor:']);
    // English is understood always, and offered where Dutch has nothing that begins so.
    expect(labels('bef', 'nl')).toEqual(['before:']);
    expect(labels('invoice')).toEqual([]);
  });

  it('are followed by what they can be, with quotes where a name has several words', () => {
    expect(labels('late status:')).toEqual(['open', 'closed', 'snoozed', 'all']);
    expect(labels('status:ge', 'nl')).toEqual(['gesloten']);
    expect(labels('channel:')).toEqual(['E-mail']);
    expect(offersFor('late assigned:an', 'en', known)).toEqual([{ label: 'Anna Adams', text: 'late assigned:"Anna Adams" ' }]);
    expect(labels('assigned:"Anna A')).toEqual(['Anna Adams']);
    expect(labels('nonsense:')).toEqual([]);
    expect(labels('at 10:30 ')).toEqual(labels(''));
  });

  it('are read as what they say, once chosen', async () => {
    const chosen = async (text: string, language: 'en' | 'nl' = 'en') =>
      (await understand(offersFor(text, language, known)[0]?.text ?? '', false, known, async () => undefined)).find;
    expect(await chosen('assigned:an')).toEqual({ assignee: 'usr_1' });
    expect(await chosen('toegewezen:mi', 'nl')).toEqual({ assignee: 'usr_2' });
    expect(await chosen('heeft', 'nl')).toEqual({ file: true });
    expect(await chosen('is', 'nl')).toEqual({ unread: true });
    for (const [language, words] of Object.entries({
      en: ['open', 'closed', 'snoozed', 'all'],
      nl: ['open', 'gesloten', 'sluimert', 'alle'],
    }))
      for (const word of words)
        expect(await chosen(`status:${word}`, language === 'nl' ? 'nl' : 'en')).toEqual({ status: expect.any(String) });
  });
});
