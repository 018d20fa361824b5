import { expect, it } from '@jest/globals';
import { toMinor, typedAmount } from './money.js';

it.each([
  ['12500.50', 'EUR', 1_250_050],
  ['12.500,50', 'EUR', 1_250_050],
  ['12,500', 'EUR', 1_250_000],
  ['€ 7', 'EUR', 700],
  ['123456789', 'JPY', 123_456_789],
  ['12.345', 'KWD', 12_345],
  ['1,012.345', 'KWD', 1_012_345],
  ['', 'EUR', null],
])('%s %s is %s of the smallest unit', (text, currency, minor) => expect(toMinor(text, currency)).toBe(minor));

it.each([
  [1_250_050, 'EUR', '12500.50'],
  [99, 'GBP', '0.99'],
  [123_456_789, 'JPY', '123456789'],
  [12_345, 'KWD', '12.345'],
])('%s of %s stands in its field as %s, and is the same when it is saved again', (minor, currency, text) => {
  expect(typedAmount(minor, currency)).toBe(text);
  expect(toMinor(text, currency)).toBe(minor);
});
