import { expect, it } from '@jest/globals';
import { personName, shownValue } from './person.js';

it('names a contact by what a person can read, and never by the number that a network has for him (S53)', () => {
  const known = (...values: string[]) => personName({ fullName: null, identities: values.map((value) => ({ value })) });
  expect(personName({ fullName: 'Anna', identities: [{ value: 'anna@cust.test' }] })).toBe('Anna');
  expect(known('anna@cust.test')).toBe('anna@cust.test');
  expect(known('+31612345678')).toBe('+31612345678');
  expect(known('visitor-0f3c9a7be1d24b6c8a90e2f47b13c5d6', 'anna@cust.test')).toBe('anna@cust.test');
  expect(known('visitor-0f3c9a7be1d24b6c8a90e2f47b13c5d6')).toBeNull();
  expect(known('4728193650174829')).toBeNull();
  expect(personName(null)).toBeNull();
});

it('shows the end of such a number, and addresses as they are', () => {
  expect(shownValue('visitor-0f3c9a7be1d24b6c8a90e2f47b13c5d6')).toBe('…13c5d6');
  expect(shownValue('anna@cust.test')).toBe('anna@cust.test');
  expect(shownValue('+31612345678')).toBe('+31612345678');
});
