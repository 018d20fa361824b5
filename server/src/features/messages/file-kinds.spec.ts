import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { disposition, safeFileName, safeImageType, uniqueNames } from './file-kinds.js';

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\plan.pdf', 'plan.pdf'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['\u200B.htaccess', 'htaccess'],
    ['con', '_con'],
    ['CON.txt', 'CON.txt'],
    ['name. . ', 'name'],
    ['', 'file'],
    ['...', 'file'],
    ['half\ud800.txt', 'half.txt'],
    ['a<b>"c|d?.txt', 'abcd.txt'],
  ])('%j becomes %j', (given, name) => expect(safeFileName(given)).toBe(name));

  it('never hold what means something to a file system, and stay within 255 bytes with their ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeFileName(given);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u);
        expect(name).not.toMatch(/^\.|^$|[. ]$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 2_000 },
    );
    expect(safeFileName(`${'é'.repeat(300)}.pdf`)).toMatch(/é\.pdf$/);
  });

  it('are unique within a message', () => {
    expect(uniqueNames(['a.txt', 'A.txt', 'a.txt', 'b'])).toEqual(['a.txt', 'A (2).txt', 'a (3).txt', 'b']);
  });

  it('survive a header', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) =>
        expect(disposition('attachment', safeFileName(name))).toMatch(/^[\x20-\x7e]+$/),
      ),
    );
    expect(disposition('attachment', 'naïve "x".txt')).toBe(
      `attachment; filename="na_ve _x_.txt"; filename*=UTF-8''na%C3%AFve%20%22x%22.txt`,
    );
  });
});

describe('safe pictures', () => {
  it('are told by their first bytes', () => {
    expect(safeImageType(Buffer.from('GIF89a'))).toBe('image/gif');
    expect(safeImageType(Buffer.from('RIFF0000WEBPVP8'))).toBe('image/webp');
    for (const bytes of ['<svg/>', '<html>', '%PDF-1.7', '', 'BM<script>alert(1)</script>'])
      expect(safeImageType(Buffer.from(bytes))).toBeNull();
  });
});
