import { expect, it } from '@jest/globals';
import { factOf, factText, type Fact } from './facts.js';
import { searchOf, shownOf } from './views.js';

const FACTS: readonly Fact[] = [
  { propertyId: 'prp_1', value: 'https://a.example/?x=1' },
  { propertyId: 'prp_1', contains: 'a: b.c..d' },
  { propertyId: 'prp_1', anyOf: ['Small', 'Very, "large"'] },
  { propertyId: 'prp_1', from: '-1.5', to: '2' },
  { propertyId: 'prp_1', from: '2024-02-29' },
  { propertyId: 'prp_1', to: '2024-02-29' },
  { propertyId: 'prp_1', kept: true },
  { propertyId: 'prp_1', kept: false },
];

it('a fact is the same after it was an address, and after it was a view (D1, S60)', () => {
  for (const fact of FACTS) {
    expect(factOf(factText(fact))).toEqual(fact);
    const shown = shownOf('CONTACTS', { fact: factText(fact) }, []);
    expect(shown.fact).toEqual(fact);
    // As it comes from the server, where what was not given is null.
    const kept = { value: null, contains: null, anyOf: null, from: null, to: null, kept: null, ...fact };
    expect(searchOf('CONTACTS', { ...shown, fact: kept }).fact).toBe(factText(fact));
  }
});

it('what says nothing is no fact', () => {
  for (const text of [undefined, '', ':', 'prp_1', 'prp_1:', 'prp_1.any:{', 'prp_1.any:[]', 'prp_1.any:[5]', 'prp_1.between:..'])
    expect([text, factOf(text)]).toEqual([text, null]);
  expect(factText({ propertyId: 'prp_1' })).toBeUndefined();
  expect(factText({ propertyId: 'prp_1', anyOf: [], from: '', value: '' })).toBeUndefined();
});
