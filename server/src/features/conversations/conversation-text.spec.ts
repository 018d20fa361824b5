import { describe, expect, it } from '@jest/globals';
import { oneLine, previewOf } from './conversation-text.js';

describe('oneLine', () => {
  it.each([
    ['  two\r\n\tlines\u0000 ', 'two lines'],
    ['Preheader\u034f \u200c \u200c \u200b\u00ad \ufeff end', 'Preheader end'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['می‌خواهم 👩‍👩‍👧 ❤️‍🔥', 'می‌خواهم 👩‍👩‍👧 ❤️‍🔥'],
  ])('%j becomes %j', (text, line) => expect(oneLine(text, 100)).toBe(line));

  it('cuts between whole characters, never inside one', () => {
    expect(oneLine('👍'.repeat(30), 10)).toBe(`${'👍'.repeat(9)}…`);
    expect(oneLine(`${' '.repeat(199)}👍`, 10)).toBe('');
    expect(oneLine('a'.repeat(10), 10)).toBe('a'.repeat(10));
  });
});

describe('previewOf', () => {
  it('names the files when there are no words', () => {
    expect(previewOf(' \n', [{ name: 'a.pdf' }, { name: 'b.png' }])).toBe('a.pdf, b.png');
    expect(previewOf('', [])).toBe('');
  });
});
