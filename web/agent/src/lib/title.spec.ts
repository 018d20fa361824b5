import { expect, it } from '@jest/globals';
import type { Translate } from '../app/intl.js';
import { lineOf, titleOf } from './title.js';

const t: Translate = (key) => key;
const visitor = { fullName: null, identities: [{ value: 'visitor-0f3c9a7be1d24b6c8a90e2f47b13c5d6' }] };

it('calls a chat by whom it is with, and misses a subject only where people write one (S33, S53)', () => {
  const chat = { subject: '', channelView: 'chat', channelTitle: 'Chat' };
  const anna = { ...chat, contact: { fullName: 'Anna', identities: [] } };
  expect(titleOf(t, anna)).toBe('Anna');
  expect(titleOf(t, { ...chat, contact: visitor })).toBe('contact.unknown');
  expect(titleOf(t, { ...chat, contact: null })).toBe('contact.unknown');
  expect(titleOf(t, { ...anna, subject: 'Bread' })).toBe('Bread');
  expect(titleOf(t, { ...anna, channelView: 'email' })).toBe('list.noSubject');
});

it('does not say the name twice in a row of a list', () => {
  const row = { subject: '', channelView: 'chat', channelTitle: 'Chat', contact: visitor };
  expect(lineOf(t, row)).toBe('Chat');
  expect(lineOf(t, { ...row, subject: 'Bread' })).toBe('Bread');
  expect(lineOf(t, { ...row, channelView: 'email', channelTitle: 'E-mail' })).toBe('list.noSubject');
});
