import { describe, expect, test } from '@jest/globals';
import { referencesOf, replySubject, replyToOf } from '../src/compose.js';
import { safeFileName } from '../src/decode/names.js';
import { MailId } from '../src/mail-id.js';
import { mail } from './host.js';

describe('ids', () => {
  const idOf = (source: string, chunk = 1 << 20): string => {
    const ids = new MailId();
    const bytes = Buffer.from(source);
    for (let at = 0; at < bytes.length; at += chunk) ids.update(bytes.subarray(at, at + chunk));
    return ids.digest().id;
  };
  const one = mail({ id: '<same@cust.test>' });

  test('do not depend on the way, the line ends or the pieces', () => {
    expect(idOf(`Received: by x\r\nX-Spam: no\r\nReturn-Path: <a@b>\r\n${one}`)).toBe(idOf(one));
    expect(idOf(one.replaceAll('\r\n', '\n'))).toBe(idOf(one));
    expect(idOf(`${one}\r\n\r\n`)).toBe(idOf(one));
    for (const chunk of [1, 2, 3, 7, 64]) expect(idOf(one, chunk)).toBe(idOf(one));
    const without = mail({ id: '' });
    expect(idOf(`Received: by y\r\n${without}`)).toBe(idOf(without));
  });

  test('differ when the content does', () => {
    expect(idOf(mail({ id: '<same@cust.test>', text: 'other' }))).not.toBe(idOf(one));
    expect(idOf(mail({ id: '<same@cust.test>', text: 'a\r\n\r\nb' }))).not.toBe(
      idOf(mail({ id: '<same@cust.test>', text: 'a\r\nb' })),
    );
    expect(idOf(mail({ id: '', subject: 'a' }))).not.toBe(idOf(mail({ id: '', subject: 'b' })));
    expect(idOf(one)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('outgoing headers', () => {
  test('Re: once', () => {
    for (const subject of ['Order', 'Re: Order', 'RE: AW: Re[2]: Order', 'Antw: SV: Order', 'Re：Order'])
      expect(replySubject(subject)).toBe('Re: Order');
    expect(replySubject('')).toBe('Re:');
    expect(replySubject('Reorder: 5')).toBe('Re: Reorder: 5');
  });

  test('References: oldest first, bounded, ids only', () => {
    expect(referencesOf(['<c@x>', '<b@x>', 'hash-id', '<a@x>'])).toEqual(['<a@x>', '<b@x>', '<c@x>']);
    const many = referencesOf(Array.from({ length: 500 }, (_, i) => `<${i}@x>`));
    expect(many).toHaveLength(20);
    expect([many[0], many[19]]).toEqual(['<499@x>', '<0@x>']);
    expect(referencesOf(Array.from({ length: 20 }, (_, i) => `<${'x'.repeat(800)}${i}@x>`)).join(' ').length).toBeLessThanOrEqual(
      8_000,
    );
  });

  test('Reply-To carries the token where that makes an address', () => {
    expect(replyToOf('support@shop.test', 'a'.repeat(32), true)).toBe(`support+${'a'.repeat(32)}@shop.test`);
    expect(replyToOf('support@shop.test', 'a'.repeat(32), false)).toBeUndefined();
    expect(replyToOf('support@shop.test', 'bad token', true)).toBeUndefined();
    expect(replyToOf(`${'x'.repeat(60)}@shop.test`, 'a'.repeat(32), true)).toBeUndefined();
  });

  test('file names', () => {
    expect(safeFileName('..', 'application/pdf', 2)).toBe('attachment-3.pdf');
    expect(safeFileName('.htaccess', 'text/plain', 0)).toBe('htaccess');
    expect(safeFileName('a\u0000b<c>.txt', 'text/plain', 0)).toBe('ab_c_.txt');
  });
});
