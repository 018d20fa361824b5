import { describe, expect, test } from '@jest/globals';
import { namesOf } from './decoded.js';
import { decoded, file, multipart, plain } from './made-mails.js';

const name = async (...fields: string[]): Promise<string | undefined> => {
  const [type = 'application/pdf', ...rest] = fields;
  return namesOf(await decoded(multipart('mixed', [plain('x'), file(type, ...rest)])))[0];
};
const disposed = (parameters: string): Promise<string | undefined> =>
  name('application/pdf', `Content-Disposition: attachment; ${parameters}`);

describe('names that lead elsewhere or hide what they are (R-ATT-1)', () => {
  test.each([
    ['../../etc/cron.d/job.pdf', 'job.pdf'],
    ['/etc/shadow', 'shadow'],
    ['..', 'attachment-1.pdf'],
    ['.', 'attachment-1.pdf'],
    ['...', 'attachment-1.pdf'],
    ['   ', 'attachment-1.pdf'],
    ['a/b\\\\c.pdf', 'c.pdf'],
    ['folder/', 'attachment-1.pdf'],
    ['.htaccess', 'htaccess'],
    ['.pdf', 'pdf'],
    ['NUL', 'NUL_'],
    ['com1', 'com1_'],
    ['LPT9.', 'LPT9_'],
    ['con ', 'con_'],
    ['AUX.pdf', 'AUX.pdf'],
    ['report.pdf   .exe', 'report.pdf .exe'],
    ['report.pdf. . .', 'report.pdf'],
    ['a<b>c|d?e*f.pdf', 'a_b_c_d_e_f.pdf'],
    ['stream.pdf:hidden.exe', 'stream.pdf_hidden.exe'],
    ['tab\there.pdf', 'tab here.pdf'],
    ['soft\u00adhyphen.pdf', 'softhyphen.pdf'],
    ['\u202efdp.exe', 'fdp.exe'],
    ['x\u2066y\u2069.pdf', 'xy.pdf'],
    ['zero\u200bwidth.pdf', 'zerowidth.pdf'],
    ['\ufeffmark.pdf', 'mark.pdf'],
    ['ok-Ünïcödé-名前.pdf', 'ok-Ünïcödé-名前.pdf'],
    ['emoji 👩‍👧.pdf', 'emoji 👩👧.pdf'],
  ])('%j', async (given, seen) => {
    expect(await disposed(`filename="${given}"`)).toBe(seen);
  });

  test.each([
    ['a NUL', "filename*=utf-8''a%00b.pdf", 'ab.pdf'],
    ['line breaks', "filename*=utf-8''a%0d%0ab.pdf", 'a b.pdf'],
    ['a path in percents', "filename*=utf-8''..%2f..%2fx.pdf", 'x.pdf'],
    ['a turned name in percents', "filename*=utf-8''x%E2%80%AEfdp.exe", 'xfdp.exe'],
  ])('%s', async (_, parameters, seen) => {
    expect(await disposed(parameters)).toBe(seen);
  });

  test.each([
    [`${'x'.repeat(400)}.docx`, /^x+\.docx$/],
    [`${'名'.repeat(200)}.xlsx`, /^名+\.xlsx$/],
    [`${'👋'.repeat(200)}.pdf`, /^(?:👋)+\.pdf$/u],
    [`a.${'y'.repeat(400)}`, /^a\.y+$/],
  ])('one too long keeps its extension and no half letter', async (given, shape) => {
    const seen = (await disposed(`filename="${given}"`)) ?? '';
    expect([shape.test(seen), Buffer.byteLength(seen) <= 255, seen.includes('\ufffd')]).toEqual([true, true, false]);
  });
});

describe('how names are written (RFC 2231, and what programs make of it)', () => {
  test.each([
    ['continued', 'filename*0="Rech"; filename*1="nung "; filename*2="März.pdf"', 'Rechnung März.pdf'],
    ['continued in percents', "filename*0*=utf-8''Rech; filename*1*=nung%20M%C3; filename*2*=%A4rz.pdf", 'Rechnung März.pdf'],
    ['continued, out of order', "filename*1*=nung.pdf; filename*0*=utf-8''Rech", 'Rechnung.pdf'],
    ['continued, half in percents', 'filename*0*=iso-8859-1\'de\'M%E4rz; filename*1=".pdf"', 'März.pdf'],
    ['both forms: the newer counts', 'filename="old.pdf"; filename*=utf-8\'\'n%C3%A9w.pdf', 'néw.pdf'],
    ['an encoded word in quotes', 'filename="=?utf-8?Q?M=C3=A4rz.pdf?="', 'März.pdf'],
    ['an encoded word without quotes', 'filename==?utf-8?B?TcOkcnoucGRm?=', 'März.pdf'],
    ['two encoded words, a letter cut in two', 'filename="=?utf-8?Q?M=C3?= =?utf-8?Q?=A4rz.pdf?="', 'März.pdf'],
    ['an encoded word of Japan', 'filename="=?iso-2022-jp?B?GyRCQEE1YT1xGyhCLnBkZg==?="', '請求書.pdf'],
    ['no quotes and spaces', 'filename=Rechnung vom März.pdf', 'Rechnung vom März.pdf'],
    ['escaped quotes', 'filename="a \\"b\\" c.pdf"', 'a _b_ c.pdf'],
    ['a semicolon in quotes', 'filename="a;b.pdf"; size=5', 'a;b.pdf'],
    ['single quotes', "filename='scan.pdf'", "'scan.pdf'"],
    ['folded', 'filename="one\r\n two.pdf"', 'one two.pdf'],
    ['capitals', 'FILENAME="Scan.PDF"', 'Scan.PDF'],
    ['a path of Windows', 'filename="C:\\Users\\Anna\\scan.pdf"', 'scan.pdf'],
    ['a share of Windows', 'filename="\\\\server\\share\\scan.pdf"', 'scan.pdf'],
  ])('%s', async (_, parameters, seen) => {
    expect(await disposed(parameters)).toBe(seen);
  });

  test('a name in the type alone', async () => {
    expect(await name('application/pdf; name="=?utf-8?Q?M=C3=A4rz.pdf?="')).toBe('März.pdf');
    expect(await name("application/pdf; name*=utf-8''M%C3%A4rz.pdf")).toBe('März.pdf');
    expect(await name('application/pdf; name=scan.pdf', 'Content-Disposition: attachment')).toBe('scan.pdf');
  });

  test('what has no name gets one of its type', async () => {
    const types = [
      'image/heic',
      'video/quicktime',
      'audio/ogg',
      'text/csv',
      'application/zip',
      'application/x-unheard-of',
      'application/vnd.ms-powerpoint',
      'audio/amr',
      'video/3gpp',
      'text/x-vcard',
      'application/x-7z-compressed',
      'application/vnd.oasis.opendocument.text',
      'text/xml',
    ];
    const event = await decoded(
      multipart('mixed', [plain('x'), ...types.map((type) => file(type, 'Content-Disposition: attachment'))]),
    );
    expect(namesOf(event).map((given, i) => given.replace(`attachment-${i + 1}.`, ''))).toEqual([
      'heic',
      'mov',
      'ogg',
      'csv',
      'zip',
      'bin',
      'ppt',
      'amr',
      '3gp',
      'vcf',
      '7z',
      'odt',
      'xml',
    ]);
  });

  test('the same name several times is several names, whatever its case', async () => {
    const same = ['scan.pdf', 'SCAN.pdf', 'scan.pdf', 'scan (2).pdf', 'scan'];
    const event = await decoded(
      multipart('mixed', [
        plain('x'),
        ...same.map((one) => file('application/pdf', `Content-Disposition: attachment; filename="${one}"`)),
      ]),
    );
    expect(namesOf(event)).toEqual(['scan.pdf', 'SCAN (2).pdf', 'scan (3).pdf', 'scan (2) (2).pdf', 'scan']);
  });

  test.each([
    ['a type with rubbish behind it', 'application/pdf name=x.pdf', 'application/pdf'],
    ['a type in capitals', 'APPLICATION/PDF', 'application/pdf'],
    ['no type', '', 'application/octet-stream'],
    ['a type of one word', 'pdf', 'application/octet-stream'],
    ['markup in the type', 'text/<script>', 'application/octet-stream'],
  ])('%s', async (_, type, seen) => {
    const event = await decoded(multipart('mixed', [plain('x'), file(type, 'Content-Disposition: attachment; filename=x.pdf')]));
    expect(event.parts.filter((part) => part.type === 'file').map((part) => part.file.mime)).toEqual([seen]);
  });
});
