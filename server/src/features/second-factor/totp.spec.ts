import { expect, it } from '@jest/globals';
import { newRecoveryCodes, readCode } from './code.js';
import { codeAt, keyUri, newKey, stepOf, stepOfCode, toBase32 } from './totp.js';

const RFC_KEY = toBase32(Buffer.from('12345678901234567890'));

it('computes the codes of RFC 6238 (appendix B), of which six digits are shown', () => {
  expect(RFC_KEY).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  const eight = { 59: '94287082', 1111111109: '07081804', 1111111111: '14050471', 1234567890: '89005924' };
  const far = { 2000000000: '69279037', 20000000000: '65353130' };
  for (const [seconds, code] of Object.entries({ ...eight, ...far }))
    expect(codeAt(RFC_KEY, stepOf(Number(seconds) * 1000))).toBe(code.slice(2));
});

it('takes the code of now, of the step before and of the one to come, and names its step', () => {
  const now = 1_764_000_015_000;
  const step = stepOf(now);
  for (const off of [-1, 0, 1]) expect(stepOfCode(RFC_KEY, codeAt(RFC_KEY, step + off), now)).toBe(step + off);
  for (const off of [-2, 2]) expect(stepOfCode(RFC_KEY, codeAt(RFC_KEY, step + off), now)).toBeNull();
});

it('makes keys of 160 bits, each another, in the form that authenticators read', () => {
  const key = newKey();
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  expect(newKey()).not.toBe(key);
  expect(keyUri(key, 'Käse & Co', 'olga@team.example')).toBe(
    `otpauth://totp/K%C3%A4se%20%26%20Co:olga%40team.example?secret=${key}&issuer=K%C3%A4se%20%26%20Co`,
  );
});

it('reads what people type, and nothing else', () => {
  expect(readCode(' 123 456 ')).toEqual({ kind: 'time', code: '123456' });
  const [first] = newRecoveryCodes();
  expect(first?.code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
  expect(readCode(first?.code.toUpperCase().replaceAll('-', ' '))).toEqual({ kind: 'recovery', hash: first?.hash });
  for (const wrong of ['', '12345', '1234567', null, 123456, ['123456'], { $ne: 1 }, '123456'.repeat(20), '０１２３４５'])
    expect(readCode(wrong)).toBeNull();
});
