import { describe, expect, test } from '@jest/globals';
import { extrasOf } from './decoded.js';
import { decoded, mail } from './made-mails.js';

const sender = async (...fields: string[]): Promise<[string, string | undefined]> => {
  const event = await decoded(mail(fields, 'Words.'));
  return event.sender === 'self' ? ['self', undefined] : [event.sender.value, event.sender.name];
};

describe('who wrote it (R-HDR-2, R-HDR-3, R-FWD-2)', () => {
  test.each([
    ['a name in quotes', ['From: "Berg, Anna" <anna@cust.test>'], ['anna@cust.test', 'Berg, Anna']],
    ['a name behind the address', ['From: anna@cust.test (Anna Berg)'], ['anna@cust.test', 'Anna Berg']],
    ['no name', ['From: anna@cust.test'], ['anna@cust.test', undefined]],
    ['the address as the name', ['From: "anna@cust.test" <anna@cust.test>'], ['anna@cust.test', undefined]],
    ['another address as the name', ['From: "ceo@shop.test" <eve@evil.test>'], ['eve@evil.test', 'ceo@shop.test']],
    ['capitals', ['From: Anna <ANNA@Cust.TEST>'], ['anna@cust.test', 'Anna']],
    ['spaces in brackets', ['From: Anna < anna@cust.test >'], ['anna@cust.test', 'Anna']],
    ['two brackets', ['From: Anna <<anna@cust.test>>'], ['anna@cust.test', 'Anna']],
    ['an empty address, then one', ['From: Nobody <>, Anna <anna@cust.test>'], ['anna@cust.test', 'Anna']],
    ['a group', ['From: Team: Anna <anna@cust.test>, Bob <bob@cust.test>;'], ['anna@cust.test', 'Anna']],
    [
      'an encoded word that hides an address',
      ['From: =?utf-8?Q?attacker=40evil.test?= <anna@cust.test>'],
      ['anna@cust.test', 'attacker@evil.test'],
    ],
    [
      'an encoded word within an address is no address',
      ['From: Eve <=?utf-8?Q?eve=40evil.test=3E?=@cust.test>', 'Sender: anna@cust.test'],
      ['anna@cust.test', undefined],
    ],
    [
      'line breaks in a name',
      ['From: =?utf-8?Q?Anna=0D=0ABcc:_x@y.test?= <anna@cust.test>'],
      ['anna@cust.test', 'AnnaBcc: x@y.test'],
    ],
    ['a turned name', ['From: =?utf-8?Q?=E2=80=AEtset.tsuc=40anna?= <anna@cust.test>'], ['anna@cust.test', 'tset.tsuc@anna']],
    ['a domain with letters of its own', ['From: Jürgen <jürgen@müller.test>'], ['jürgen@xn--mller-kva.test', 'Jürgen']],
    ['Reply-To', ['Reply-To: Bob <bob@cust.test>'], ['bob@cust.test', 'Bob']],
    ['Reply-To without a name takes that of From', ['Reply-To: bob@cust.test'], ['bob@cust.test', 'Anna Berg']],
    ['Reply-To that is ours', ['Reply-To: support@shop.test'], ['anna@cust.test', 'Anna Berg']],
    ['Reply-To that is ours with a token', ['Reply-To: support+abc@shop.test'], ['anna@cust.test', 'Anna Berg']],
    ['Reply-To that is broken', ['Reply-To: <"">'], ['anna@cust.test', 'Anna Berg']],
    ['Reply-To that is broken in another way', ['Reply-To: Anna'], ['anna@cust.test', 'Anna Berg']],
    ['Reply-To that is empty', ['Reply-To:'], ['anna@cust.test', 'Anna Berg']],
    ['a name with a comma and without quotes', ['From: Berg, Anna <anna@cust.test>'], ['anna@cust.test', 'Berg, Anna']],
    ['an encoded name with a comma', ['From: =?utf-8?Q?Berg,_Anna?= <anna@cust.test>'], ['anna@cust.test', 'Berg, Anna']],
    [
      'the list in Reply-To is nobody',
      ['List-Id: <l.x.test>', 'To: l@x.test', 'Reply-To: l@x.test'],
      ['anna@cust.test', 'Anna Berg'],
    ],
    [
      'Google Groups',
      [
        'From: "\'Anna Berg\' via Help" <help@shop2.test>',
        'X-Original-Sender: anna@cust.test',
        'X-Original-From: Anna Berg <anna@cust.test>',
        'List-ID: <help.shop2.test>',
      ],
      ['anna@cust.test', "'Anna Berg' via Help"],
    ],
    [
      'a list that rewrites',
      ['From: Anna via List <list@x.test>', 'Reply-To: Anna <anna@cust.test>', 'List-Id: <list.x.test>'],
      ['anna@cust.test', 'Anna'],
    ],
    ['no From but Sender', ['From:', 'Sender: Anna <anna@cust.test>'], ['anna@cust.test', 'Anna']],
    ['no From but a path', ['From:', 'Return-Path: <anna@cust.test>'], ['anna@cust.test', undefined]],
    ['nobody at all', ['From:'], ['unknown@sender.invalid', 'Unknown sender']],
    ['From twice', ['From: Anna <anna@cust.test>', 'From: Eve <eve@evil.test>'], ['anna@cust.test', 'Anna']],
    ['X.400', ['From: "/C=NL/S=Berg/" <anna@cust.test>'], ['anna@cust.test', '/C=NL/S=Berg/']],
    ['markup in the name', ['From: "<script>x</script>" <anna@cust.test>'], ['anna@cust.test', '<script>x</script>']],
  ])('%s', async (_, fields, seen) => {
    expect(await sender(...fields)).toEqual(seen);
  });
});

describe('to whom (R-INB-4, R-THR-3)', () => {
  const people = async (...fields: string[]): Promise<[string[], string[]]> => {
    const { to, cc } = await decoded(mail(fields, 'Words.'));
    return [(to ?? []).map(({ value }) => value), (cc ?? []).map(({ value }) => value)];
  };
  test.each([
    [
      'each once, whatever the case',
      ['To: support@shop.test, Bob <bob@cust.test>, BOB@cust.test', 'Cc: dora@cust.test, Dora <Dora@Cust.test>'],
      [['support@shop.test', 'bob@cust.test'], ['dora@cust.test']],
    ],
    ['several fields', ['To: bob@cust.test', 'To: carl@cust.test'], [['bob@cust.test', 'carl@cust.test'], []]],
    ['nobody', ['To: undisclosed-recipients:;'], [[], []]],
    ['broken ones are left out', ['To: @, bob@, <>, bob@cust.test, "x" y'], [['bob@cust.test'], []]],
    [
      'ours with a token is ours',
      ['To: support+abcdefgh1234@shop.test', 'Cc: help+x@shop.test'],
      [['support@shop.test'], ['help@shop.test']],
    ],
    ['Bcc is never told', ['Bcc: secret@cust.test'], [['support@shop.test'], []]],
    ['semicolons, as Outlook has them', ['To: bob@cust.test; carl@cust.test'], [['bob@cust.test', 'carl@cust.test'], []]],
  ])('%s', async (_, fields, seen) => {
    expect(await people(...fields)).toEqual(seen);
  });
});

describe('what it is about and what it answers', () => {
  const subject = async (value: string): Promise<string | undefined> =>
    (await decoded(mail([`Subject: ${value}`], 'x'))).thread.subject;
  test.each([
    ['', ''],
    ['   ', ''],
    ['a\r\n folded\r\n\tone', 'a folded one'],
    ['=?utf-8?Q?two=0D=0Alines?=', 'two lines'],
    ['=?utf-8?Q?nul=00byte?=', 'nulbyte'],
    ['=?utf-8?Q?turned_=E2=80=AEfdp.exe?=', 'turned fdp.exe'],
    ['x'.repeat(5000), 'x'.repeat(1000)],
    ['<b>bold</b> &amp;', '<b>bold</b> &amp;'],
  ])('subject %j', async (given, seen) => {
    expect(await subject(given)).toBe(seen);
  });

  const thread = async (...fields: string[]) => (await decoded(mail(fields, 'x'))).thread;
  test.each([
    [
      'the parent before the others, the newest first',
      ['In-Reply-To: <c@x.test>', 'References: <a@x.test> <b@x.test> <c@x.test>'],
      ['<c@x.test>', '<b@x.test>', '<a@x.test>'],
    ],
    ['several parents', ['In-Reply-To: <a@x.test> <b@x.test>'], ['<a@x.test>', '<b@x.test>']],
    ['prose', ['In-Reply-To: Your message of "Tue, 3 Nov" <a@x.test>'], ['<a@x.test>']],
    ['References only', ['References: <a@x.test>\r\n\t<b@x.test>'], ['<b@x.test>', '<a@x.test>']],
    ['no spaces between', ['References: <a@x.test><b@x.test>'], ['<b@x.test>', '<a@x.test>']],
    ['commas', ['References: <a@x.test>,<b@x.test>'], ['<b@x.test>', '<a@x.test>']],
    ['ids without a place', ['In-Reply-To: <ABC123>'], ['<ABC123>']],
    ['the case is kept', ['In-Reply-To: <AbC@X.test>'], ['<AbC@X.test>']],
    ['rubbish', ['In-Reply-To: nothing', 'References: <>'], undefined],
    ['fields twice', ['In-Reply-To: <a@x.test>', 'In-Reply-To: <b@x.test>'], ['<a@x.test>', '<b@x.test>']],
  ])('%s', async (_, fields, seen) => {
    expect((await thread(...fields)).answers).toEqual(seen);
  });

  test.each([
    ['To', ['To: Support <support+Tok3n_abcdefgh@shop.test>'], 'Tok3n_abcdefgh'],
    ['Cc', ['Cc: help+Tok3n_abcdefgh@shop.test'], 'Tok3n_abcdefgh'],
    ['Delivered-To', ['Delivered-To: support+Tok3n_abcdefgh@shop.test'], 'Tok3n_abcdefgh'],
    ['X-Original-To', ['X-Original-To: support+Tok3n_abcdefgh@shop.test'], 'Tok3n_abcdefgh'],
    ['X-Forwarded-To', ['X-Forwarded-To: support+Tok3n_abcdefgh@shop.test'], 'Tok3n_abcdefgh'],
    ['X-Forwarded-For', ['X-Forwarded-For: anna@cust.test support+Tok3n_abcdefgh@shop.test'], 'Tok3n_abcdefgh'],
    ['Envelope-To', ['Envelope-to: support+Tok3n_abcdefgh@shop.test'], 'Tok3n_abcdefgh'],
    ['that of another', ['To: support+Tok3n_abcdefgh@other.test'], undefined],
    ['a short detail', ['To: support+sales@shop.test'], undefined],
    ['in the text only', ['X-Comment: support+Tok3n_abcdefgh@shop.test'], undefined],
  ])('a token in %s', async (_, fields, seen) => {
    expect((await thread(...fields)).token).toBe(seen);
  });

  test.each([
    ['Thu, 32 Foo 2026', undefined],
    ['', undefined],
    ['Tue, 3 Nov 2026 10:00:00 +0100', '2026-11-03T09:00:00.000Z'],
    ['Tue, 03 Nov 26 10:00:00 GMT', '2026-11-03T10:00:00.000Z'],
    ['3 Nov 2026 10:00 -0500 (EST)', '2026-11-03T15:00:00.000Z'],
  ])('Date: %s', async (given, seen) => {
    const event = await decoded(mail([`Date: ${given}`], 'x'));
    expect([event.at.toISOString(), extrasOf(event)['date']]).toEqual(['2026-11-22T12:00:00.000Z', seen]);
  });
});
