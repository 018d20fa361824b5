/** The words by which mail programs mark history, in the languages that they write. */

const either = (words: string): string => words.replace(/\s*\n\s*/g, '|').replace(/^\||\|$/g, '');

const WROTE = either(`
  wrote|writes|said|sent|schrieb|schreibt|hat geschrieben|a écrit|écrit|ha scritto|scrive|ha escrito|escribió|escribio|va escriure
  escreveu|schreef|geschreven|skrev|kirjoitti|kirjutas|rakstīja|rašė|napisał|napisała|napisał\\(a\\)|pisze|napsal|napsala|napsal\\(a\\)
  napísal|napísala|napisao|napisala|je napisal|piše|a scris|написал|написала|написал\\(а\\)|писал|писал\\(а\\)|пишет|написав|написала|пише|написа
  írta|yazdı|şunu yazdı|έγραψε|כתב|כתבה|كتب|đã viết|menulis|เขียนว่า|写道|寫道|님이 작성|작성|님이 씀|のメール|は書きました|のメッセージ
`);
/** A colon within a time or an address is none that ends a line. */
const UNTIL_COLON = '(?:[^:：]|(?<=\\d)[:：](?=\\d)|(?<=mailto)[:](?=\\S)){0,200}';
/** `… wrote:`, or, as some languages have it, `… schrieb am 3.11. um 10:00 Mia <mia@x.test>:` */
export const ENDS_WROTE = new RegExp(`(?:^|[\\s,>)”"(])(?:${WROTE})${UNTIL_COLON}\\s*[:：]\\s*$`, 'iu');
/** `… <mia@x.test> wrote`, the colon forgotten. */
export const ENDS_WROTE_BARE = /<[^<>\s]{3,200}@[^<>\s]{1,200}>\s+(?:wrote|schrieb|a écrit|escribió|schreef)\s*$/iu;
/** `2016-03-03 17:21 GMT+01:00 Mia <mia@x.test>:` and its like: a date, a name, an address and no verb. */
export const ENDS_ADDRESS = /<\s*(?:mailto:)?[^<>\s]{1,200}@[^<>\s]{1,200}>\s*[:：]\s*$/u;
export const DATE_AND_ADDRESS = /^\s*\d{4}[-/]\d{1,2}[-/]\d{1,2}\b.{0,120}<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*$/u;
export const GMAIL_DATE = /^\s*\d{4}-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d\d:\d\d .{1,100}$/;

/** `… <mia@shop.test> … 10:15 …:` in any language: who and when, and what he said follows. */
export const WHO_AND_WHEN = /[<(]\s*(?:mailto:)?[^<>()\s]{1,200}@[^<>()\s]{1,200}\s*[>)]/u;
export const TIME_OF_DAY = /(?<!\d)\d{1,2}[:.h時时시]\s?\d{2}(?!\d)/u;
/** The same, of what quotes follow: one of the two is enough. */
export const ANY_ADDRESS = /[^\s<>()"',;:]{1,200}@[^\s<>()"',;:]{1,200}\.[^\s<>()"',;:]{2,60}/u;
export const ANY_DATE = /(?<!\d)(?:\d{1,4}[-./]\s?\d{1,2}[-./]\s?\d{1,4}|\d{4})(?!\d)/u;
export const ENDS_COLON = /[:：]\s*$/u;

/** A preposition of a date, a date, a quoted name, or an address. */
export const BEGINS_ATTRIBUTION =
  /^[\s*_"“>-]*(?:On|Am|Le|El|Il|Op|Em|Den|Dne|Dňa|Dnia|W dniu|Vào|Pada|Ke|På|Στις|La|Dana|Në|בתאריך|В|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\p{L}{2,12}dag\b|\d{1,4}[-./年: ]|\p{L}{1,12}[.,]? \d{1,2}|\p{L}{1,12}, \p{L}{1,12}\.? \d|.{1,80}<[^>]{3,100}@|"[^"]{1,80}")/iu;
/** `---- On Tue, 22 Dec 2015, Mia wrote ----` (Zoho), `---- Mia wrote ----` (Android). */
export const DASHED_WROTE = new RegExp(`^[\\s>*]*-{3,}\\s*(?:.{2,200}\\s)(?:${WROTE})\\s*-{3,}\\s*$`, 'iu');
/** An answer that stands on the line of the attribution. */
export const SHARED_LINE =
  /\s?(?:-{2,}\s*)?\bOn (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?[^\n]{0,20}\d[^\n]{3,250}wrote:\s*$/;

export const HEADER_FROM =
  /^(?:From|Von|De|De la|Da|Mittente|Van|Från|Fra|Lähettäjä|Saatja|Od|Nadawca|Šalje|От|Отправитель|Від|Від кого|Feladó|Kimden|Gönderen|Expeditor|Expeditorul|发件人|發件人|寄件者|寄件人|差出人|送信者|送信元|보낸 ?사람|보낸이|Από|Αποστολέας|מאת|من|المرسل|Từ|Người gửi|Dari|Pengirim|จาก|Nuo|Sūtītājs|Kellelt|Pošiljatelj|Пошиљалац|Шаље|Подател|De part de|Frá|Nga|از)\s*[:：]/iu;
export const HEADER_OTHER =
  /^(?:Sent|Date|To|Cc|Bcc|Subject|Reply-To|Gesendet|Datum|An|Kopie|Betreff|Envoyé(?: le)?|À|A|Copie(?: à)?|Objet|Sujet|Message du|Enviado(?: el| em)?|Para|CC|Fecha|Data|Asunto|Assunto|Inviato|Oggetto|Verzonden|Aan|Onderwerp|Skickat|Till|Kopia|Ämne|Sendt|Dato|Til|Kopi|Emne|Lähetetty|Vastaanottaja|Päiväys|Aihe|Wysłano|Wysłane|Do|Temat|Odesláno|Komu|Předmět|Predmet|Отправлено|Дата|Кому|Копия|Тема|Надіслано|Elküldve|Címzett|Dátum|Tárgy|Tarih|Kime|Konu|Trimis|Către|Subiect|发送时间|发送日期|日期|时间|收件人|收件者|抄送|副本|密件副本|主题|主旨|寄件日期|傳送時間|送信日時|日付|日時|宛先|件名|받는 ?사람|보낸 ?날짜|날짜|참조|제목|Đã gửi|Ngày|Đến|Chủ đề|Dikirim|Tanggal|Kepada|Perihal|Subjek|ส่งเมื่อ|วันที่|ถึง|เรื่อง|Išsiųsta|Kam|Tema|Nosūtīts|Saadetud|Kuupäev|Teema|Poslano|Zadeva|Naslov|Послато|Изпратено|Assumpte|Enviat|Sent|Efni|Στάλθηκε|Εστάλη|Ημερομηνία|Προς|Κοιν|Θέμα|נשלח|תאריך|אל|עותק|נושא|تاريخ|التاريخ|تم الإرسال|أرسلت|إلى|نسخة|الموضوع)\s*[:：]/iu;

const ORIGINAL = either(`
  Original Message|Original Appointment|Original mail|Reply message|Message d['’]origine|Message original|Message initial|Ursprüngliche Nachricht
  Originalnachricht|Antwort Nachricht|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Originalmeddelande
  Oprindelig meddelelse|Oprindelig besked|Opprinnelig melding|Ursprungligt meddelande|Original meddelande|Alkuperäinen viesti|Wiadomość oryginalna
  Oryginalna wiadomość|Původní zpráva|Původní e-mail|Pôvodná správa|Исходное сообщение|Оригинальное сообщение|Вихідне повідомлення|Eredeti üzenet
  Orijinal mesaj|Mesaj original|Izvorna poruka|Αρχικό μήνυμα|原始邮件|原始郵件|原邮件|原文|元のメッセージ|원본 메시지|הודעה מקורית|الرسالة الأصلية
`);
export const SEPARATOR = new RegExp(`^[\\s>*]*[-_=]{2,}\\s*(?:${ORIGINAL})\\s*[-_=]{2,}[\\s*]*$`, 'iu');
/** Ruled words in any language: history when the headers of a mail follow. */
export const RULED_WORDS = /^[\s>*]*[-_=]{4,}\s*\p{L}[\p{L} '’-]{3,40}\s*[-_=]{4,}[\s*]*$/u;

export const FORWARD =
  /(?:^|\n)[\s>*]*(?:[-_=]{3,}\s*)?(?:Begin forwarded message|Forwarded message|Forwarded by|Weitergeleitete Nachricht|Anfang der weitergeleiteten|Message transféré|Message transmis|Début du message|Mensaje reenviado|Inicio del mensaje|Messaggio inoltrato|Inizio messaggio inoltrato|Mensagem encaminhada|Mensagem reencaminhada|Início da mensagem|Doorgestuurd bericht|Begin doorgestuurd bericht|Videresendt|Start på videresendt|Vidarebefordrat|Vidarebefordrat brev|Påbörjat vidarebefordrat|Välitetty viesti|Edelleenlähetetty|Treść przekazanej|Przekazana|Wiadomość przekazana|Пересылаемое сообщение|Переслане повідомлення|Начало переадресованного|Přeposlaná zpráva|Preposlaná správa|Továbbított üzenet|İletilen mesaj|İletilmiş mesaj|Перенаправлене повідомлення|メッセージを転送|Edelleenlähetetty|Vidarebefordrat meddelande|Yönlendirilen|Mesaj redirecționat|Începutul mesajului|Începe mesajul|Proslijeđena poruka|Προωθημένο μήνυμα|הודעה שהועברה|رسالة معاد توجيهها|转发的?邮件|轉寄的?郵件|已转发|転送|전달된 메시지)/iu;

export const SIGNATURE = /^(?:--|—|––)\s?$/;
/** What the programs of mailing lists write below each mail. */
export const LIST_RULE = /^_{20,}\s*$/;
export const LIST_WORDS = /mailing list|mailinglist|mailman|listinfo|unsubscribe|sympa|You received this message because/i;
/** What a telephone or a program writes below a mail by itself. */
export const SENT_FROM =
  /^(?:[(<\s]*(?:Sent|Get|Gesendet|Envoyé|Enviado|Enviada|Inviato|Verzonden|Verstuurd|Skickat|Sendt|Lähetetty|Wysłane|Wysłano|Odesláno|Отправлено|Надіслано) (?:from|via|with|by|Outlook|\[Outlook|von|mit|über|depuis|à partir|de|desde|dal?|do|con|vanaf|vanuit|met|via|från|fra|med|z|ze|с|из|з) ?.{0,90}|Get (?:\[?Outlook|BlueMail).{1,80}|From my .{2,40}|Someone from mobile|Von meinem .{2,60} gesendet\.?|Diese Nachricht wurde von meinem .{2,80} gesendet\.?|Sendt fra .{2,60}|[從从]我的 .{1,30}(?:傳送|发送|發送)|iPhoneから送信|.{2,20}から送信|나의 .{2,30}에서 보냄|Outlook für (?:iOS|Android) beziehen.{0,60}|Télécharger Outlook pour .{2,60})$/iu;
/** Lines that separate and say nothing; and the mark that a tracking program leaves. */
export const DELIMITER = /^[\s>]*(?:[-_=~*+#—]{2,}|ᐧ)[\s*]*$/u;
