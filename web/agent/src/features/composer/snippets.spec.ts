import { describe, expect, it } from '@jest/globals';
import type { SnippetTextFragment } from '../../generated/composer.js';
import { askedFor, filled, firstName, fitting } from './snippets.js';

const snippet = (shortcut: string, more: Partial<SnippetTextFragment> = {}): SnippetTextFragment => ({
  ...{ id: `snp_${shortcut}`, version: 1, snippetName: shortcut, shortcut, shared: true, inbox: null },
  ...{ text: '', html: null, files: [], canChange: true },
  ...more,
});

describe('Snippets in the editor (S63, U12)', () => {
  it.each([
    ['/', ''],
    ['Hello /hou', 'hou'],
    ['(#Hours', 'hours'],
    ['1/2', null],
    ['/two words', null],
    ['https://x', null],
  ])('%j asks for %j', (before, query) => {
    expect(askedFor(before)?.query ?? null).toBe(query);
  });

  it('are found by shortcut, by name, and by letters that are far apart, in that order, in their inbox only', () => {
    const list = [
      snippet('ho', { inbox: { id: 'inb_2', name: 'Other' } }),
      snippet('other', { snippetName: 'Our hours' }),
      snippet('h-o-urs'),
      snippet('hours'),
      snippet('address'),
    ];
    expect(fitting(list, 'ho', 'inb_1').map(({ shortcut }) => shortcut)).toEqual(['hours', 'other', 'h-o-urs']);
    expect(fitting(list, '', 'inb_2')).toHaveLength(5);
  });

  it('say what is known, else the word for when it is not, else mark it; what is known can be no HTML', () => {
    const text = 'Dear {contact.first_name|customer}, {agent.name} of {inbox.name} on #{conversation.number}';
    const html = `<p>${text}</p>`;
    const known = { contact: { first_name: null }, agent: { name: 'A <b>' }, conversation: { number: '12' } };
    expect(filled({ text, html }, known)).toEqual({
      text: 'Dear customer, A <b> of [inbox.name] on #12',
      html: '<p>Dear customer, A &lt;b&gt; of [inbox.name] on #12</p>',
      missing: ['inbox.name'],
    });
    expect([firstName(' Nora de Vries'), firstName(''), firstName(null)]).toEqual(['Nora', null, null]);
  });
});
