import { describe, expect, test } from '@jest/globals';
import { splitQuotedHtml } from '../src/decode/html.js';
import { decodeMessage, quotedOf, textOf } from './decoded.js';

const ANSWER = 'Thank you, that helped.\n\nOne more thing: where is the invoice?';
const HISTORY = 'We have sent it again today.';

const asText = (body: string): Promise<string> => read(body, 'text/plain');
const asHtml = (body: string): Promise<string> => read(body, 'text/html');
async function read(body: string, type: string): Promise<string> {
  const event = await decodeMessage(
    [
      'From: Anna Berg <anna@cust.test>',
      'To: support@shop.test',
      'Subject: Re: Order',
      'Message-ID: <1@cust.test>',
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: 8bit',
      '',
      body,
    ].join('\r\n'),
  );
  expect(`${textOf(event)}${quotedOf(event)}`).toContain(HISTORY);
  return textOf(event);
}

/** The line by which programs introduce what they quote, as each of them writes it. */
const ATTRIBUTIONS: [string, string][] = [
  ['Gmail, English', 'On Tue, Nov 3, 2026 at 10:15 AM Mia, Shop <support@shop.test> wrote:'],
  ['Gmail, wrapped', 'On Tue, Nov 3, 2026 at 10:15 AM Mia from the Shop with a long name\n<support@shop.test> wrote:'],
  ['Gmail, Dutch', 'Op di 3 nov 2026 om 10:15 schreef Mia, Shop <support@shop.test>:'],
  ['Gmail, German', 'Am Di., 3. Nov. 2026 um 10:15 Uhr schrieb Mia, Shop <support@shop.test>:'],
  ['Gmail, French', 'Le mar. 3 nov. 2026 à 10:15, Mia, Shop <support@shop.test> a écrit :'],
  ['Gmail, Spanish', 'El mar, 3 nov 2026 a las 10:15, Mia, Shop (<support@shop.test>) escribió:'],
  ['Gmail, Italian', 'Il giorno mar 3 nov 2026 alle ore 10:15 Mia, Shop <support@shop.test> ha scritto:'],
  ['Gmail, Portuguese', 'Mia, Shop <support@shop.test> escreveu (terça, 3/11/2026 à(s) 10:15):'],
  ['Gmail, Brazilian', 'Em ter., 3 de nov. de 2026 às 10:15, Mia, Shop <support@shop.test> escreveu:'],
  ['Gmail, Polish', 'wt., 3 lis 2026 o 10:15 Mia, Shop <support@shop.test> napisał(a):'],
  ['Gmail, Russian', 'вт, 3 нояб. 2026 г. в 10:15, Mia, Shop <support@shop.test>:'],
  ['Gmail, Ukrainian', 'вт, 3 лист. 2026 р. о 10:15 Mia, Shop <support@shop.test> пише:'],
  ['Gmail, Turkish', 'Mia, Shop <support@shop.test>, 3 Kas 2026 Sal, 10:15 tarihinde şunu yazdı:'],
  ['Gmail, Swedish', 'Den tis 3 nov. 2026 kl 10:15 skrev Mia, Shop <support@shop.test>:'],
  ['Gmail, Danish', 'Den tirs. 3. nov. 2026 kl. 10.15 skrev Mia, Shop <support@shop.test>:'],
  ['Gmail, Norwegian', 'tir. 3. nov. 2026 kl. 10:15 skrev Mia, Shop <support@shop.test>:'],
  ['Gmail, Finnish', 'ti 3. marrask. 2026 klo 10.15 Mia, Shop (support@shop.test) kirjoitti:'],
  ['Gmail, Czech', 'út 3. 11. 2026 v 10:15 odesílatel Mia, Shop <support@shop.test> napsal:'],
  ['Gmail, Slovak', 'ut 3. 11. 2026 o 10:15 Mia, Shop <support@shop.test> napísal(a):'],
  ['Gmail, Hungarian', 'Mia, Shop <support@shop.test> ezt írta (időpont: 2026. nov. 3., K, 10:15):'],
  ['Gmail, Romanian', 'În mar., 3 nov. 2026 la 10:15, Mia, Shop <support@shop.test> a scris:'],
  ['Gmail, Greek', 'Στις Τρί 3 Νοε 2026 στις 10:15 π.μ., ο χρήστης Mia, Shop <support@shop.test> έγραψε:'],
  ['Gmail, Hebrew', '‫בתאריך יום ג׳, 3 בנוב׳ 2026 ב-10:15 מאת ‪Mia, Shop‬‏ <‪support@shop.test‬‏>:‬'],
  ['Gmail, Arabic', 'في الثلاثاء، 3 نوفمبر 2026 في 10:15 ص تمت كتابة ما يلي بواسطة ‪Mia, Shop‬‏ <‪support@shop.test‬‏>:'],
  ['Gmail, Chinese', 'Mia, Shop <support@shop.test> 于2026年11月3日周二 10:15写道：'],
  ['Gmail, Chinese of Taiwan', 'Mia, Shop <support@shop.test> 於 2026年11月3日 週二 上午10:15寫道：'],
  ['Gmail, Japanese', '2026年11月3日(火) 10:15 Mia, Shop <support@shop.test>:'],
  ['Gmail, Korean', '2026년 11월 3일 (화) 오전 10:15, Mia, Shop <support@shop.test>님이 작성:'],
  ['Gmail, Vietnamese', 'Vào Th 3, 3 thg 11, 2026 vào lúc 10:15 Mia, Shop <support@shop.test> đã viết:'],
  ['Gmail, Indonesian', 'Pada tanggal Sel, 3 Nov 2026 pukul 10.15 Mia, Shop <support@shop.test> menulis:'],
  ['Gmail, Bulgarian', 'На вт, 3.11.2026 г. в 10:15 ч. Mia, Shop <support@shop.test> написа:'],
  ['Gmail, Croatian', 'uto, 3. stu 2026. u 10:15 Mia, Shop <support@shop.test> napisao je:'],
  ['Gmail, Catalan', 'Missatge de Mia, Shop <support@shop.test> del dia dt., 3 de nov. 2026 a les 10:15:'],
  ['Apple Mail, English', 'On 3 Nov 2026, at 10:15, Mia <support@shop.test> wrote:'],
  ['Apple Mail, German', 'Am 03.11.2026 um 10:15 schrieb Mia <support@shop.test>:'],
  ['Apple Mail, Dutch', 'Op 3 nov. 2026, om 10:15 heeft Mia <support@shop.test> het volgende geschreven:'],
  ['Apple Mail, French', 'Le 3 nov. 2026 à 10:15, Mia <support@shop.test> a écrit :'],
  ['Apple Mail, Spanish', 'El 3 nov 2026, a las 10:15, Mia <support@shop.test> escribió:'],
  ['Apple Mail, Italian', 'Il giorno 3 nov 2026, alle ore 10:15, Mia <support@shop.test> ha scritto:'],
  ['Apple Mail, Polish', 'Wiadomość napisana przez Mia <support@shop.test> w dniu 3 lis 2026, o godz. 10:15:'],
  ['Apple Mail, Swedish', '3 nov. 2026 kl. 10:15 skrev Mia <support@shop.test>:'],
  ['Apple Mail, Danish', 'Den 3. nov. 2026 kl. 10.15 skrev Mia <support@shop.test>:'],
  ['Apple Mail, Finnish', 'Mia <support@shop.test> kirjoitti 3.11.2026 kello 10.15:'],
  ['Apple Mail, Turkish', 'Mia <support@shop.test> şunları yazdı (3 Kas 2026 10:15):'],
  ['Apple Mail, Portuguese', 'No dia 03/11/2026, às 10:15, Mia <support@shop.test> escreveu:'],
  ['Apple Mail, Japanese', '2026/11/03 10:15、Mia <support@shop.test>のメール:'],
  ['Apple Mail, Russian', '3 нояб. 2026 г., в 10:15, Mia <support@shop.test> написал(а):'],
  ['Apple Mail, Czech', '3. 11. 2026 v 10:15, Mia <support@shop.test>:'],
  ['Thunderbird, English', 'On 11/3/26 10:15 AM, Mia wrote:'],
  ['Thunderbird, German', 'Am 03.11.26 um 10:15 schrieb Mia:'],
  ['Thunderbird, Dutch', 'Op 3-11-2026 om 10:15 schreef Mia:'],
  ['Thunderbird, French', 'Le 03/11/2026 à 10:15, Mia a écrit :'],
  ['Thunderbird, Spanish', 'El 3/11/26 a las 10:15, Mia escribió:'],
  ['Thunderbird, Italian', 'Il 03/11/26 10:15, Mia ha scritto:'],
  ['Thunderbird, Polish', 'W dniu 03.11.2026 o 10:15, Mia pisze:'],
  ['Thunderbird, Czech', 'Dne 03. 11. 26 v 10:15 Mia napsal(a):'],
  ['Thunderbird, Russian', '03.11.2026 10:15, Mia пишет:'],
  ['Thunderbird, Hungarian', '2026. 11. 03. 10:15 keltezéssel, Mia írta:'],
  ['Thunderbird, Danish', 'Den 03.11.2026 kl. 10.15 skrev Mia:'],
  ['Thunderbird, Finnish', 'Mia kirjoitti 3.11.2026 klo 10.15:'],
  ['Thunderbird, Japanese', 'On 2026/11/03 10:15, Mia wrote:'],
  ['Yahoo', 'On Tuesday, November 3, 2026 at 10:15:01 AM GMT+1, Mia <support@shop.test> wrote:'],
  ['Yahoo, German', 'Am Dienstag, 3. November 2026 um 10:15:01 MEZ hat Mia <support@shop.test> Folgendes geschrieben:'],
  ['Proton', 'On Tuesday, November 3rd, 2026 at 10:15, Mia <support@shop.test> wrote:'],
  ['Roundcube', 'On 2026-11-03 10:15, Mia wrote:'],
  ['Roundcube, German', 'Am 2026-11-03 10:15, schrieb Mia:'],
  ['Horde', 'Quoting Mia <support@shop.test>:'],
  ['Horde, German', 'Zitat von Mia <support@shop.test>:'],
  ['mutt', 'On Tue, Nov 03, 2026 at 10:15:01AM +0100, Mia wrote:'],
  ['Gnus', 'Mia <support@shop.test> writes:'],
  ['Evolution', 'On Tue, 2026-11-03 at 10:15 +0100, Mia wrote:'],
  ['Evolution, German', 'Am Dienstag, dem 03.11.2026 um 10:15 +0100 schrieb Mia:'],
  ['KMail', 'Am Dienstag, 3. November 2026, 10:15:01 CET schrieb Mia:'],
  ['The Bat', 'Tuesday, November 3, 2026, 10:15:01 AM, you wrote:'],
  [
    'BlackBerry',
    '-----Original Message-----\nFrom: Mia <support@shop.test>\nDate: Tue, 3 Nov 2026 10:15:01\nTo: <anna@cust.test>\nSubject: Re: Order',
  ],
];

describe('text: the answer above quoted lines is told from them (R-QUO-1 to 3)', () => {
  test.each(ATTRIBUTIONS)('%s', async (_, line) => {
    expect(await asText(`${ANSWER}\n\n${line}\n\n> Hello Anna,\n> ${HISTORY}\n>\n> Mia\n`)).toBe(ANSWER);
  });
  test.each(ATTRIBUTIONS.filter(([, line]) => /@.*\d/su.test(line) || /writes:/.test(line)))(
    '%s: no quote marks below',
    async (_, line) => {
      expect(await asText(`${ANSWER}\n\n${line}\n\nHello Anna,\n${HISTORY}\n\nMia\n`)).toBe(ANSWER);
    },
  );
});

const HEADERS: [string, string][] = [
  [
    'English',
    'From: Shop <support@shop.test>\nSent: Tuesday, November 3, 2026 10:15 AM\nTo: Anna Berg <anna@cust.test>\nSubject: Re: Order',
  ],
  [
    'German',
    'Von: Shop <support@shop.test>\nGesendet: Dienstag, 3. November 2026 10:15\nAn: Anna Berg <anna@cust.test>\nBetreff: AW: Order',
  ],
  [
    'Dutch',
    'Van: Shop <support@shop.test>\nVerzonden: dinsdag 3 november 2026 10:15\nAan: Anna Berg <anna@cust.test>\nOnderwerp: RE: Order',
  ],
  [
    'French',
    'De : Shop <support@shop.test>\nEnvoyé : mardi 3 novembre 2026 10:15\nÀ : Anna Berg <anna@cust.test>\nObjet : RE: Order',
  ],
  [
    'Spanish',
    'De: Shop <support@shop.test>\nEnviado: martes, 3 de noviembre de 2026 10:15\nPara: Anna Berg <anna@cust.test>\nAsunto: RE: Order',
  ],
  [
    'Italian',
    'Da: Shop <support@shop.test>\nInviato: martedì 3 novembre 2026 10:15\nA: Anna Berg <anna@cust.test>\nOggetto: R: Order',
  ],
  [
    'Portuguese',
    'De: Shop <support@shop.test>\nEnviada: 3 de novembro de 2026 10:15\nPara: Anna Berg <anna@cust.test>\nAssunto: RE: Order',
  ],
  [
    'Polish',
    'Od: Shop <support@shop.test>\nWysłano: wtorek, 3 listopada 2026 10:15\nDo: Anna Berg <anna@cust.test>\nTemat: ODP: Order',
  ],
  [
    'Russian',
    'От: Shop <support@shop.test>\nОтправлено: 3 ноября 2026 г. 10:15\nКому: Anna Berg <anna@cust.test>\nТема: RE: Order',
  ],
  [
    'Turkish',
    'Kimden: Shop <support@shop.test>\nGönderildi: 3 Kasım 2026 Salı 10:15\nKime: Anna Berg <anna@cust.test>\nKonu: YNT: Order',
  ],
  [
    'Swedish',
    'Från: Shop <support@shop.test>\nSkickat: den 3 november 2026 10:15\nTill: Anna Berg <anna@cust.test>\nÄmne: SV: Order',
  ],
  ['Danish', 'Fra: Shop <support@shop.test>\nSendt: 3. november 2026 10:15\nTil: Anna Berg <anna@cust.test>\nEmne: SV: Order'],
  [
    'Finnish',
    'Lähettäjä: Shop <support@shop.test>\nLähetetty: tiistai 3. marraskuuta 2026 10.15\nVastaanottaja: Anna Berg <anna@cust.test>\nAihe: VS: Order',
  ],
  [
    'Czech',
    'Od: Shop <support@shop.test>\nOdesláno: úterý 3. listopadu 2026 10:15\nKomu: Anna Berg <anna@cust.test>\nPředmět: RE: Order',
  ],
  [
    'Hungarian',
    'Feladó: Shop <support@shop.test>\nElküldve: 2026. november 3., kedd 10:15\nCímzett: Anna Berg <anna@cust.test>\nTárgy: RE: Order',
  ],
  [
    'Romanian',
    'De la: Shop <support@shop.test>\nTrimis: marți, 3 noiembrie 2026 10:15\nCătre: Anna Berg <anna@cust.test>\nSubiect: RE: Order',
  ],
  [
    'Greek',
    'Από: Shop <support@shop.test>\nΣτάλθηκε: Τρίτη, 3 Νοεμβρίου 2026 10:15\nΠρος: Anna Berg <anna@cust.test>\nΘέμα: RE: Order',
  ],
  [
    'Chinese',
    '发件人: Shop <support@shop.test>\n发送时间: 2026年11月3日 10:15\n收件人: Anna Berg <anna@cust.test>\n主题: 答复: Order',
  ],
  [
    'Chinese of Taiwan',
    '寄件者: Shop <support@shop.test>\n寄件日期: 2026年11月3日 上午 10:15\n收件者: Anna Berg <anna@cust.test>\n主旨: RE: Order',
  ],
  [
    'Japanese',
    '差出人: Shop <support@shop.test>\n送信日時: 2026年11月3日 10:15\n宛先: Anna Berg <anna@cust.test>\n件名: RE: Order',
  ],
  [
    'Korean',
    '보낸 사람: Shop <support@shop.test>\n보낸 날짜: 2026년 11월 3일 화요일 오전 10:15\n받는 사람: Anna Berg <anna@cust.test>\n제목: RE: Order',
  ],
  [
    'Hebrew',
    'מאת: Shop <support@shop.test>\nנשלח: יום שלישי 03 נובמבר 2026 10:15\nאל: Anna Berg <anna@cust.test>\nנושא: RE: Order',
  ],
  [
    'Arabic',
    'من: Shop <support@shop.test>\nتم الإرسال: 03 نوفمبر, 2026 10:15 ص\nإلى: Anna Berg <anna@cust.test>\nالموضوع: RE: Order',
  ],
  [
    'bold',
    '*From:* Shop <support@shop.test>\n*Sent:* Tuesday, November 3, 2026 10:15 AM\n*To:* Anna Berg <anna@cust.test>\n*Subject:* Re: Order',
  ],
  [
    'Lotus Notes',
    'From:        Shop <support@shop.test>\nTo:        Anna Berg/CUST@CUST\nDate:        11/03/2026 10:15 AM\nSubject:        Re: Order',
  ],
];
const RULES: [string, string][] = [
  ['', ''],
  [' below a rule', '________________________________\n'],
  [' below dashes', '-----Original Message-----\n'],
];

describe('text: the headers of Outlook and its like, in many languages', () => {
  test.each(HEADERS.flatMap(([name, block]) => RULES.map(([how, rule]) => [`${name}${how}`, `${rule}${block}`] as const)))(
    '%s',
    async (_, block) => {
      expect(await asText(`${ANSWER}\n\n${block}\n\nHello Anna,\n${HISTORY}\n\nMia\n`)).toBe(ANSWER);
    },
  );
});

const P = '<p>Thank you, that helped.</p><p>One more thing: where is the invoice?</p>';
const QUOTE = `<p>Hello Anna,</p><p>${HISTORY}</p><p>Mia</p>`;
const HTML: [string, string][] = [
  [
    'Gmail',
    `<div dir="ltr">${P}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Nov 3, 2026 at 10:15 AM Mia &lt;<a href="mailto:support@shop.test">support@shop.test</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${QUOTE}</blockquote></div>`,
  ],
  [
    'Outlook for the desktop',
    `<div class="WordSection1">${P}<p class="MsoNormal">&nbsp;</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>From:</b> Shop &lt;support@shop.test&gt; <br><b>Sent:</b> Tuesday, November 3, 2026 10:15 AM<br><b>To:</b> Anna &lt;anna@cust.test&gt;<br><b>Subject:</b> Re: Order</p></div></div>${QUOTE}</div>`,
  ],
  [
    'Outlook for the desktop, German',
    `<div class="WordSection1">${P}<div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b><span>Von:</span></b><span> Shop [mailto:support@shop.test] <br><b>Gesendet:</b> Dienstag, 3. November 2026 10:15<br><b>An:</b> Anna<br><b>Betreff:</b> AW: Order</span></p></div></div>${QUOTE}</div>`,
  ],
  [
    'Outlook on the web',
    `<div>${P}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>From:</b> Shop &lt;support@shop.test&gt;<br><b>Sent:</b> Tuesday, November 3, 2026<br><b>To:</b> Anna<br><b>Subject:</b> Re: Order</font></div>${QUOTE}`,
  ],
  [
    'Outlook for phones',
    `<div>${P}</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/x">Outlook for iOS</a></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><b>From:</b> Shop &lt;support@shop.test&gt;<br><b>Sent:</b> Tuesday<br><b>To:</b> Anna<br><b>Subject:</b> Re</div>${QUOTE}`,
  ],
  [
    'new Outlook for the Mac',
    `<div>${P}</div><div id="mail-editor-reference-message-container"><div style="border:none;border-top:solid #B5C4DF 1.0pt"><p><b>From: </b>Shop &lt;support@shop.test&gt;<br><b>Date: </b>Tuesday<br><b>To: </b>Anna<br><b>Subject: </b>Re</p></div>${QUOTE}</div>`,
  ],
  [
    'Apple Mail',
    `<html><body>${P}<div><br><blockquote type="cite"><div>On 3 Nov 2026, at 10:15, Mia &lt;support@shop.test&gt; wrote:</div><br><div>${QUOTE}</div></blockquote></div></body></html>`,
  ],
  [
    'iPhone',
    `<html><body dir="auto">${P}<div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 3 Nov 2026, at 10:15, Mia &lt;support@shop.test&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${QUOTE}</div></blockquote></body></html>`,
  ],
  [
    'Thunderbird',
    `<body>${P}<div class="moz-cite-prefix">On 11/3/26 10:15, Mia wrote:<br></div><blockquote type="cite" cite="mid:1@shop.test">${QUOTE}</blockquote></body>`,
  ],
  [
    'Yahoo',
    `<div class="ydp1">${P}</div><div id="ydp2yahoo_quoted_1" class="ydp2yahoo_quoted yahoo_quoted"><div>On Tuesday, November 3, 2026 at 10:15:01 AM GMT+1, Mia &lt;support@shop.test&gt; wrote:</div><div>${QUOTE}</div></div>`,
  ],
  [
    'Yahoo, class of its own run',
    `<div class="ydpaa11">${P}</div><div id="ydpbb22yahoo_quoted_77" class="ydpbb22yahoo_quoted"><div>Am Dienstag, 3. November 2026 um 10:15:01 MEZ hat Mia &lt;support@shop.test&gt; Folgendes geschrieben:</div><div>${QUOTE}</div></div>`,
  ],
  [
    'Proton',
    `<div style="font-family: Arial">${P}</div><div class="protonmail_signature_block">Sent with Proton Mail</div><div class="protonmail_quote">On Tuesday, November 3rd, 2026 at 10:15, Mia &lt;support@shop.test&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">${QUOTE}</blockquote></div>`,
  ],
  [
    'GMX and Web.de',
    `<div style="font-family: Verdana">${P}<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b> Dienstag, 03. November 2026 um 10:15 Uhr<br/><b>Von:</b> "Mia" &lt;support@shop.test&gt;<br/><b>An:</b> anna@cust.test<br/><b>Betreff:</b> Re: Order</div><div name="quoted-content">${QUOTE}</div></div></div>`,
  ],
  [
    'Zimbra',
    `<div style="font-family: arial">${P}<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: </b>"Mia" &lt;support@shop.test&gt;<br><b>To: </b>"anna" &lt;anna@cust.test&gt;<br><b>Sent: </b>Tuesday, November 3, 2026 10:15:01 AM<br><b>Subject: </b>Re: Order<br></div><div data-marker="__QUOTED_TEXT__">${QUOTE}</div></div>`,
  ],
  [
    'Zoho',
    `<div style="font-family: Verdana">${P}<div class="zmail_extra_hr" style="border-top: 1px solid #ccc"></div><div class="zmail_extra" data-zbluepencil-ignore="true"><div id="Zm-_Id_-Sgn1">---- On Tue, 03 Nov 2026 10:15:01 +0100 <b>Mia &lt;support@shop.test&gt;</b> wrote ---</div><blockquote>${QUOTE}</blockquote></div></div>`,
  ],
  [
    'Lotus Notes',
    `<font size=2>${P}</font><br><br><font size=1 color=#5f5f5f face="sans-serif">From: &nbsp; &nbsp;</font><font size=1>Mia &lt;support@shop.test&gt;</font><br><font size=1>To: &nbsp; &nbsp;</font><font size=1>anna@cust.test</font><br><font size=1>Date: &nbsp; &nbsp;</font><font size=1>03.11.2026 10:15</font><br><font size=1>Subject: &nbsp; &nbsp;</font><font size=1>Re: Order</font><br><hr noshade>${QUOTE}`,
  ],
  [
    'Samsung',
    `<div dir="auto">${P}</div><div id="composer_signature" dir="auto"><div>Verzonden vanaf mijn Galaxy</div></div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Oorspronkelijk bericht --------</div><div>Van: Mia &lt;support@shop.test&gt; </div><div>Datum: 03-11-2026 10:15 (GMT+01:00) </div><div>Aan: anna@cust.test </div><div>Onderwerp: Re: Order </div></div>${QUOTE}`,
  ],
  [
    'Tutanota',
    `<div>${P}</div><div>3 Nov 2026, 10:15 by support@shop.test:<br></div><blockquote class="tutanota_quote" style="border-left: 1px solid #93A3B8">${QUOTE}</blockquote>`,
  ],
  [
    'Fastmail',
    `<!DOCTYPE html><html><body><div>${P}</div><div>On Tue, 3 Nov 2026, at 10:15, Mia wrote:<br></div><blockquote type="cite" id="qt" style="">${QUOTE}</blockquote></body></html>`,
  ],
  [
    'Spark',
    `<html><body><div name="messageBodySection">${P}</div><div name="messageReplySection">On 3 Nov 2026 at 10:15 +0100, Mia &lt;support@shop.test&gt;, wrote:<br/><blockquote type="cite" class="spark_quote">${QUOTE}</blockquote></div></body></html>`,
  ],
  [
    'Mail.ru',
    `<HTML><BODY>${P}<blockquote style="border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;">Вторник, 3 ноября 2026, 10:15 +03:00 от Mia &lt;support@shop.test&gt;:<br>&nbsp;<div id="">${QUOTE}</div></blockquote></BODY></HTML>`,
  ],
  [
    'Yandex',
    `<div>${P}</div><div>&nbsp;</div><div>03.11.2026, 10:15, "Mia" &lt;support@shop.test&gt;:</div><blockquote>${QUOTE}</blockquote>`,
  ],
  [
    'QQ',
    `<div>${P}</div><div><includetail><div>&nbsp;</div><div style="font:Verdana normal 14px;color:#000;"><div style="FONT-SIZE: 12px;PADDING: 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b> "Mia" &lt;support@shop.test&gt;;</div><div><b>发送时间:</b> 2026年11月3日 10:15</div><div><b>收件人:</b> "anna"&lt;anna@cust.test&gt;;</div><div><b>主题:</b> Re: Order</div></div>${QUOTE}</div></includetail></div>`,
  ],
  [
    '163.com',
    `<div>${P}</div><div id="isReplyContent" style="margin:0"><p>At 2026-11-03 10:15:01, "Mia" &lt;support@shop.test&gt; wrote:</p> <blockquote id="isReplyContent" style="PADDING-LEFT: 1ex">${QUOTE}</blockquote></div>`,
  ],
  [
    'Front',
    `<div>${P}</div><br><div class="front-blockquote"><blockquote type="cite" class="front-blockquote">On November 3, 2026 at 10:15 AM GMT+1 support@shop.test wrote:<br><br>${QUOTE}</blockquote></div>`,
  ],
  [
    'Roundcube',
    `<html><body><div class="pre">${P}</div><p id="reply-intro">On 2026-11-03 10:15, Mia wrote:</p><blockquote type="cite" style="padding: 0 0.4em">${QUOTE}</blockquote></body></html>`,
  ],
  [
    'Open-Xchange',
    `<div>${P}</div><blockquote type="cite"><div>Mia &lt;support@shop.test&gt; hat am 03.11.2026 10:15 CET geschrieben:</div><div><br></div>${QUOTE}</blockquote>`,
  ],
  [
    'SOGo',
    `${P}<br /><br />On Tuesday, November 03, 2026 10:15 CET, Mia &lt;support@shop.test&gt; wrote:<br />&nbsp;<blockquote type="cite" cite="1@shop.test">${QUOTE}</blockquote>`,
  ],
];

describe('HTML: the answer above the history of each program', () => {
  test.each(HTML)('%s', async (_, html) => {
    expect(await asHtml(html)).toBe(ANSWER);
  });
  test.each(HTML)('%s: the HTML that is shown ends there, too', (_, html) => {
    expect(splitQuotedHtml(html).html).not.toContain(HISTORY);
  });
});
