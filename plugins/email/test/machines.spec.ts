import { describe, expect, test } from '@jest/globals';
import { META, decodeMessage, type MessageEvent } from './decoded.js';
import { decoded, lines, mail, multipart, plain } from './made-mails.js';

const rules = (event: MessageEvent): string[] => (event.flags ?? []).map(({ rule }) => rule);
const quiet = (event: MessageEvent): boolean => event.noAutoReply ?? false;
const ANSWER = 'In-Reply-To: <out@shop.test>';

describe('answers of machines (R-LOOP-1, R-OOO-1)', () => {
  test.each([
    ['RFC 3834', ['Auto-Submitted: auto-replied']],
    ['RFC 3834 with a comment', ['Auto-Submitted: auto-replied (vacation)']],
    ['RFC 5436', ['Auto-Submitted: auto-notified; owner-email="anna@cust.test"']],
    ['capitals', ['AUTO-SUBMITTED: Auto-Replied']],
    ['Exim and cPanel', ['X-Autorespond: Re: Order']],
    ['autoresponders of hosts', ['X-Autoreply: yes']],
    ['Plesk', ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'X-Auto-Response-Suppress: All']],
    ['an older one', ['X-Autoresponder: vacation 1.2']],
    ['Precedence', ['Precedence: auto_reply']],
    ['Communigate', ['X-Precedence: auto_reply']],
    ['Exchange', ['X-Auto-Response-Suppress: All', 'Auto-Submitted: auto-generated', 'Subject: Automatic reply: Order']],
  ])('%s', async (_, fields) => {
    const event = await decoded(mail([...fields, ANSWER], 'I am away.'));
    expect([event.automatic, rules(event).includes('AUTO_RESPONSE'), quiet(event)]).toEqual(['reply', true, true]);
  });

  test.each([
    'Automatic reply: Order',
    'Automatische Antwort: Order',
    'Automatisch antwoord: Order',
    'Réponse automatique : Order',
    'Respuesta automática: Order',
    'Risposta automatica: Order',
    'Resposta automática: Order',
    'Automatiskt svar: Order',
    'Autosvar: Order',
    'Automatisk svar: Order',
    'Automaattinen vastaus: Order',
    'Odpowiedź automatyczna: Order',
    'Automatyczna odpowiedź: Order',
    'Automatická odpověď: Order',
    'Automatikus válasz: Order',
    'Răspuns automat: Order',
    'Автоматический ответ: Order',
    'Автоматична відповідь: Order',
    'Otomatik Yanıt: Order',
    'Αυτόματη απάντηση: Order',
    'תשובה אוטומטית: Order',
    'رد تلقائي: Order',
    '自动答复: Order',
    '自動回覆: Order',
    '自動応答: Order',
    '자동 회신: Order',
    'Out of office: Order',
    'Out of Office Re: Order',
    'Ik ben afwezig: Order',
    'Abwesenheitsnotiz: Order',
    'Abwesenheitsbenachrichtigung',
    'Out of the office until Monday',
    'Vacation reply',
    'On vacation Re: Order',
    'Absence du bureau: Order',
    'Fuera de la oficina',
    'Fuori sede',
    'Niet aanwezig: Order',
    'Urlaub: Order',
    'Nieobecność w biurze',
    'Отсутствие на рабочем месте',
    'Jeg er ikke på kontoret',
    'OOO: Order',
    'Re: Out of Office: Order',
    '[Auto-Reply] Order',
  ])('by its subject alone, when it answers us: %s', async (subject) => {
    const event = await decoded(mail([`Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`, ANSWER], 'I am away.'));
    expect([event.automatic, rules(event)]).toEqual(['reply', ['AUTO_RESPONSE']]);
  });

  test.each([
    ['Auto-Submitted: no', ['Auto-Submitted: no']],
    ['a person about an automatic reply', ['Subject: Your automatic reply came twice']],
    ['a person who will be away', ['Subject: I am on holiday next week, please deliver later']],
    ['an answer with no such subject', [ANSWER]],
    ['such a subject that answers nothing', ['Subject: Out of office']],
    ['suppressed answers only: a newsletter of Exchange', ['X-Auto-Response-Suppress: OOF']],
    ['an importance', ['Precedence: first-class', 'Importance: high']],
  ])('a person’s: %s', async (_, fields) => {
    const event = await decoded(mail(fields, 'Words.'));
    expect([event.automatic, rules(event)]).toEqual([undefined, []]);
  });

  test.each([
    ['Auto-Submitted: auto-generated'],
    ['Precedence: junk'],
    ['Precedence: bulk'],
    ['X-Auto-Response-Suppress: DR, OOF, AutoReply'],
    ['X-Auto-Response-Suppress: All'],
    ['Return-Path: <>'],
    ['From: noreply@cust.test'],
    ['From: No_Reply@cust.test'],
    ['From: do-not-reply@cust.test'],
    ['From: mailer-daemon@cust.test'],
    ['From: Postmaster@cust.test'],
    ['From: bounce+abc@cust.test'],
    ['From: bounces-77@cust.test'],
    ['Reply-To: no-reply@cust.test'],
    ['List-Unsubscribe: <https://x.test/u>'],
    ['List-Id: <l.test>'],
    ['X-Loop: support@shop.test'],
    ['List-Post: <mailto:l@x.test>'],
    ['List-Help: <mailto:l@x.test>'],
  ])('no machine of ours answers %s', async (field) => {
    expect(quiet(await decoded(mail([field], 'Words.')))).toBe(true);
  });
});

describe('what is for many (R-FLT-1)', () => {
  test.each([
    [
      'Mailchimp',
      [
        'List-ID: 5b1 <5b1.list-id.mcsv.net>',
        'List-Unsubscribe: <mailto:u@x.test>, <https://x.test/u>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        'Feedback-ID: 1:2:3:mc',
      ],
      ['MARKETING', 'UNSUBSCRIBE_LINK'],
    ],
    ['SendGrid', ['X-SG-EID: abc', 'List-Unsubscribe: <https://x.test/u>'], ['MARKETING', 'UNSUBSCRIBE_LINK']],
    ['Mailman', ['List-Id: Talk <talk.x.test>', 'Precedence: list', 'X-BeenThere: talk@x.test'], ['MARKETING']],
    ['Google Groups', ['List-ID: <g.googlegroups.com>', 'X-Google-Group-Id: 77', 'Precedence: list'], ['MARKETING']],
    ['an old program for lists', ['Precedence: bulk'], ['MARKETING']],
    ['a header alone', ['List-Unsubscribe: <mailto:u@x.test>'], ['UNSUBSCRIBE_LINK']],
    ['Gmail’s feedback', ['Feedback-ID: c:abc:shop'], ['MARKETING']],
  ])('%s', async (_, fields, seen) => {
    expect(rules(await decoded(mail(fields, 'Buy now.')))).toEqual(seen);
  });

  test.each([
    ['English', '<a href="https://x.test/u">Unsubscribe</a>'],
    ['German', '<a href="https://x.test/u"><span>Newsletter abbestellen</span></a>'],
    ['Dutch', '<a href="https://x.test/u">Uitschrijven</a>'],
    ['French', '<a href="https://x.test/u">Se désabonner</a>'],
    ['Spanish', '<a href="https://x.test/u">Darse de baja</a>'],
    ['Italian', '<a href="https://x.test/u">Disiscriviti</a>'],
    ['Portuguese', '<a href="https://x.test/u">Cancelar inscrição</a>'],
    ['Polish', '<a href="https://x.test/u">Wypisz się</a>'],
    ['Russian', '<a href="https://x.test/u">Отписаться от рассылки</a>'],
    ['Swedish', '<a href="https://x.test/u">Avregistrera dig</a>'],
    ['Danish', '<a href="https://x.test/u">Afmeld nyhedsbrev</a>'],
    ['Turkish', '<a href="https://x.test/u">Abonelikten çık</a>'],
    ['Japanese', '<a href="https://x.test/u">配信停止</a>'],
    ['Chinese', '<a href="https://x.test/u">退订</a>'],
    ['by its address', '<a href="https://x.test/unsubscribe?u=1">here</a>'],
    ['with entities', '<a href="https://x.test/u">Un&#115;ubscribe</a>'],
  ])('a link to leave, %s', async (_, link) => {
    expect(rules(await decoded(mail(['Content-Type: text/html; charset=utf-8'], `<p>Buy now.</p><p>${link}</p>`)))).toEqual([
      'UNSUBSCRIBE_LINK',
    ]);
  });

  test('a person who asks to be unsubscribed is a person', async () => {
    expect(rules(await decoded(mail([], 'Please unsubscribe me from everything.')))).toEqual([]);
    expect(
      rules(
        await decoded(
          mail(['Content-Type: text/html'], '<p>I want to unsubscribe. See <a href="https://x.test/a">this page</a>.</p>'),
        ),
      ),
    ).toEqual([]);
    const history =
      '<p>Thanks!</p><div class="gmail_quote">On Tue, Shop &lt;support@shop.test&gt; wrote:<blockquote class="gmail_quote"><a href="https://shop.test/u">Unsubscribe</a></blockquote></div>';
    expect(rules(await decoded(mail(['Content-Type: text/html', ANSWER], history)))).toEqual([]);
  });
});

describe('senders of a role (R-FLT-2)', () => {
  test.each([
    'abuse',
    'Billing',
    'info',
    'no-reply',
    'NOREPLY',
    'webmaster',
    'it',
    'list-request',
    'undisclosed-recipients',
    'www',
  ])('%s@', async (local) => {
    expect(rules(await decoded(mail([`From: Somebody <${local}@cust.test>`], 'Words.')))).toEqual(['ROLE_ADDRESS']);
  });
  test.each(['anna', 'infoline', 'my-info', 'sales.anna', 'its', 'supporter', 'info.anna'])('%s@ is a person', async (local) => {
    expect(rules(await decoded(mail([`From: Somebody <${local}@cust.test>`], 'Words.')))).toEqual([]);
  });
  test('who answers for another is who counts', async () => {
    const event = await decoded(mail(['From: Shop of others <noreply@forms.test>', 'Reply-To: Anna <anna@cust.test>'], 'Words.'));
    expect(event.sender).toMatchObject({ value: 'anna@cust.test' });
  });
});

describe('spam (R-SPM-1) and verdicts (R-SPM-2)', () => {
  test.each([
    ['X-Spam-Flag: YES'],
    ['X-Spam-Flag: yes'],
    ['X-Spam-Status: Yes, score=9.1 required=5.0'],
    ['X-MS-Exchange-Organization-SCL: 6'],
    ['X-MS-Exchange-Organization-SCL: 9'],
    ['X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:;LANG:en;SCL:5;SFV:SPM;'],
    ['X-Forefront-Antispam-Report: CIP:192.0.2.1;SCV:SPM;'],
  ])('%s', async (field) => {
    expect(rules(await decoded(mail([field], 'Words.')))).toContain('SPAM');
  });
  test.each([
    ['X-Spam-Flag: NO'],
    ['X-Spam-Status: No, score=-1'],
    ['X-MS-Exchange-Organization-SCL: 1'],
    ['X-MS-Exchange-Organization-SCL: -1'],
    ['X-Forefront-Antispam-Report: SCL:1;SFV:NSPM;'],
    ['X-Spam-Level: *****'],
  ])('not %s', async (field) => {
    expect(rules(await decoded(mail([field], 'Words.')))).toEqual([]);
  });

  const results = (verdict: string, host = 'mx.shop.test'): string => `Authentication-Results: ${host}; ${verdict}`;
  test.each([
    ['passed', [results('dmarc=pass header.from=cust.test; spf=pass')], 'passed'],
    ['failed', [results('dmarc=fail (p=none) header.from=cust.test')], 'failed'],
    ['nothing said', [], undefined],
    ['nothing found', [results('dmarc=none header.from=cust.test')], undefined],
    ['of a server that is not ours', [results('dmarc=pass header.from=cust.test', 'mx.evil.test')], undefined],
    [
      'ours stands on top of a forged one',
      [results('dmarc=fail header.from=cust.test'), results('dmarc=pass header.from=cust.test')],
      'failed',
    ],
    ['with a version and capitals', [`Authentication-Results: MX.shop.test 1; DMARC=Pass header.from=cust.test`], 'passed'],
    ['a forged verdict in a comment', [results('dmarc=fail (dmarc=pass) header.from=cust.test')], 'failed'],
    [
      'a forged verdict in a reason',
      [results('spf=fail smtp.mailfrom="dmarc=pass"@evil.test; dmarc=fail header.from=cust.test')],
      'failed',
    ],
  ])('%s', async (_, fields, seen) => {
    expect((await decodeMessage(mail(fields, 'Words.'), META)).authentication).toBe(seen);
  });
  test('a refusal of the owner of the domain', async () => {
    const event = await decoded(
      mail([results('dmarc=fail (p=REJECT sp=REJECT dis=QUARANTINE) header.from=cust.test')], 'Words.'),
    );
    expect(rules(event)).toEqual(['DMARC_FAIL']);
  });
});

describe('what only looks like a machine', () => {
  test('an invitation, a mail with a report’s words, a signed mail', async () => {
    const invite = lines(
      'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Tea',
      'DTSTART:20261103T100000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    );
    expect((await decoded(multipart('alternative', [plain('Tea?'), invite]))).automatic).toBeUndefined();
    const signed = lines(
      'Content-Type: application/pgp-signature; name=s.asc',
      '',
      '-----BEGIN PGP SIGNATURE-----',
      'x',
      '-----END PGP SIGNATURE-----',
    );
    expect(
      (await decoded(multipart('signed; micalg=pgp-sha256; protocol="application/pgp-signature"', [plain('Words.'), signed])))
        .automatic,
    ).toBeUndefined();
  });
});
