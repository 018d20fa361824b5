import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { splitQuotedText } from '../src/decode/quote.js';
import { corpora, filesOf, flat, haveCorpora, missingCorpora, read, wordsOf, wrapped } from './corpora.js';
import {
  decodeAll,
  decodeMessage,
  extrasOf,
  filesOf as partsOf,
  namesOf,
  quotedOf,
  textOf,
  type MessageEvent,
} from './decoded.js';

/** Rules on every file that is there, whatever it is: what is asserted holds for mails that nobody here has seen. */
const MAIL = /\.(?:eml|raw|box|msg)$|\/TestData\/(?:messages|smime)\/[^/]*\.txt$/;
const nameOf = (file: string): string => path.relative(corpora, file);
/** The files of which the assertion does not hold, with what was seen. */
async function failing(files: string[], check: (file: string) => Promise<unknown>): Promise<[string, unknown][]> {
  const found: [string, unknown][] = [];
  for (const file of files) {
    const seen = await check(file);
    if (seen !== undefined) found.push([nameOf(file), seen]);
  }
  return found;
}
const reportOf = (event: MessageEvent): string | undefined => (extrasOf(event)['report'] as { kind?: string } | undefined)?.kind;

/** What a file is taken for: a report of its kind, or no report. */
async function kindOf(raw: Buffer): Promise<string> {
  const [event] = await decodeAll(raw);
  if (event?.type === 'receipt') return event.status;
  return (event?.type === 'message' ? reportOf(event) : undefined) ?? 'message';
}

interface StalwartPart {
  headers: { name: unknown; value: { Text?: string; ContentType?: { attributes?: { name: string; value: string }[] | null } } }[];
  body: { Text?: string };
}
interface StalwartMail {
  text_body: number[];
  parts: StalwartPart[];
}

if (!haveCorpora) missingCorpora();
else {
  describe('every mail', () => {
    const mails = filesOf('.', MAIL);

    test('is shown, without what no database keeps, under file names that can be saved', async () => {
      expect(mails.length).toBeGreaterThan(10);
      expect(
        await failing(mails, async (file) => {
          const events = await decodeAll(read(file));
          if (events.length === 0) return 'nothing';
          // eslint-disable-next-line no-control-regex -- these are exactly the characters that must not be there
          if (/[\u0000-\u0008\u000b\u000e-\u001f]/.test(JSON.stringify(events).replaceAll('\\n', '')))
            return 'control characters';
          const [event] = events;
          if (event?.type !== 'message') return undefined;
          if (event.parts.length === 0) return 'no part';
          const names = partsOf(event).map((part) => part.file.name ?? '');
          // eslint-disable-next-line no-control-regex -- as above
          const unsafe = /[/\\\u0000-\u001f\u202a-\u202e]|^\.\.?$/u;
          const bad = names.filter((name) => name === '' || Buffer.byteLength(name) > 255 || unsafe.test(name));
          if (bad.length || new Set(names.map((name) => name.toLowerCase())).size !== names.length) return names;
          return undefined;
        }),
      ).toEqual([]);
    });

    test('that says nothing of machines is no report', async () => {
      const people = mails.filter((file) => !/sisimai|mailbox|dsn|report|bounce|notification/i.test(nameOf(file)));
      expect(
        await failing(people, async (file) => {
          const raw = read(file);
          if (
            /multipart\/report|message\/(?:delivery-status|feedback-report)|^from:.*(?:mailer-daemon|postmaster)/im.test(
              raw.toString('latin1'),
            )
          )
            return undefined;
          const kind = await kindOf(raw);
          return kind === 'message' ? undefined : kind;
        }),
      ).toEqual([]);
    });
  });

  describe('reports (sisimai)', () => {
    const folder = 'sisimai-set-of-emails/maildir';

    test('98 of 100 bounces are known as such, and every complaint', async () => {
      const bounces = filesOf(folder, /\/(?:bsd|dos|mac)\/(?:lhost|rhost|rfc3464)-.*\.eml$/);
      expect(bounces.length).toBeGreaterThan(0);
      const missed = await failing(bounces, async (file) => {
        const kind = await kindOf(read(file));
        return kind === 'message' ? kind : undefined;
      });
      expect([missed, missed.length / bounces.length <= 0.02]).toEqual([missed, true]);
      expect(
        await failing(filesOf(folder, /\/arf-.*\.eml$/), async (file) => {
          const kind = await kindOf(read(file));
          return /^complain/.test(kind) ? undefined : kind;
        }),
      ).toEqual([]);
    });

    test('absences and people’s mails are none', async () => {
      expect(
        await failing(filesOf(folder, /\/(?:rfc3834-|is-not-bounce).*\.eml$/), async (file) => {
          const kind = await kindOf(read(file));
          return kind === 'message' ? undefined : kind;
        }),
      ).toEqual([]);
    });
  });

  describe('the expectations that stand beside the mails', () => {
    test('Stalwart: the subject and the words of the text', async () => {
      const mails = filesOf('stalwart-mail-parser', /\/(?:legacy|thirdparty|rfc)\/\d+\.eml$/).filter((file) =>
        existsSync(file.replace(/\.eml$/, '.json')),
      );
      const missed = await failing(mails, async (file) => {
        const stated = JSON.parse(read(file.replace(/\.eml$/, '.json')).toString('utf8')) as StalwartMail;
        const event = await decodeMessage(read(file));
        const subject = stated.parts[0]?.headers.filter(({ name }) => name === 'subject').at(-1)?.value.Text;
        // What could not be read there is read here.
        if (subject && !subject.includes('\ufffd') && wordsOf(subject).join() !== wordsOf(event.thread.subject ?? '').join())
          return [subject, event.thread.subject];
        const text = stated.text_body.map((part) => stated.parts[part]?.body.Text ?? '').join('\n');
        const shown = new Set(wordsOf(`${textOf(event)} ${quotedOf(event)}`));
        const lost = wordsOf(text).filter((word) => !shown.has(word) && !text.includes('\ufffd'));
        return lost.length > wordsOf(text).length / 20 ? lost.slice(0, 10) : undefined;
      });
      // Alternatives whose text and HTML say different things: the HTML is what is shown (R-HTM-5).
      expect([missed, missed.length <= mails.length / 10]).toEqual([missed, true]);
    });

    test('MimeKit: the names of the files in winmail.dat', async () => {
      const wrappers = filesOf('mimekit/UnitTests/TestData/tnef', /\.tnef$/);
      expect(
        await failing(wrappers, async (file) => {
          const stated = read(file.replace(/\.tnef$/, '.list'))
            .toString('utf8')
            .split('\n')
            .map((name) => name.trim());
          // The body is the text of the mail and no file; what has no name there got one here.
          const wanted = new Set(stated.filter((name) => name && !/^body\.|^Untitled/.test(name)));
          const lines =
            read(file)
              .toString('base64')
              .match(/.{1,76}/g)
              ?.join('\r\n') ?? '';
          const event = await decodeMessage(wrapped(Buffer.from(lines), 'application/ms-tnef; name=winmail.dat', 'base64'));
          const names = new Set(partsOf(event).map((part) => part.file.name ?? ''));
          return [...wanted].every((name) => names.has(name)) ? undefined : [...names];
        }),
      ).toEqual([]);
    });
  });

  describe('new text and history', () => {
    test('Discourse: as trimmed there in 85 of 100, and nothing new is ever hidden', async () => {
      const bodies = filesOf('discourse-email_reply_trimmer/test/emails', /\.txt$/).filter((file) =>
        existsSync(file.replace('/emails/', '/trimmed/')),
      );
      const inexact: string[] = [];
      const lost = await failing(bodies, (file) => {
        const { text } = splitQuotedText(read(file).toString('utf8'));
        const wanted = read(file.replace('/emails/', '/trimmed/')).toString('utf8');
        if (flat(text) !== flat(wanted)) inexact.push(nameOf(file));
        const shown = new Set(wordsOf(text));
        const missing = wordsOf(wanted).filter((word) => !shown.has(word));
        return Promise.resolve(missing.length ? missing : undefined);
      });
      expect(lost).toEqual([]);
      expect([inexact, inexact.length <= bodies.length * 0.15]).toEqual([inexact, true]);
    });

    test('Crisp: the answer is there, and the headers of the history are not', async () => {
      const bodies = filesOf('crisp-email-reply-parser/test/fixtures', /\.txt$/);
      expect(
        await failing(bodies, (file) => {
          const source = read(file).toString('utf8');
          const { text } = splitQuotedText(source);
          if (text.trim() === '' && source.trim() !== '') return Promise.resolve('nothing is shown');
          if (source.startsWith('Fusce bibendum') && !text.startsWith('Fusce bibendum')) return Promise.resolve(text);
          const header = /^(?:Von|De|Van|Från|Fra|Od|От|Feladó|Kimden)\s?: .*@/m;
          return Promise.resolve(source.startsWith('Fusce') && header.test(text) ? text : undefined);
        }),
      ).toEqual([]);
    });

    test('talon: the answers of the mail programs', async () => {
      expect(
        await failing(filesOf('talon/tests/fixtures/html_replies', /\.html$/), async (file) => {
          const text = textOf(await decodeMessage(wrapped(read(file), 'text/html; charset=utf-8')));
          return flat(text) === 'Hi. I am fine. Thanks, Alex' ? undefined : text;
        }),
      ).toEqual([]);
      expect(
        await failing(filesOf('talon/tests/fixtures/standard_replies', /\.eml$/), async (file) => {
          const stated = file.replace(/\.eml$/, '_reply_text');
          const text = textOf(await decodeMessage(read(file)));
          const wanted = existsSync(stated) ? flat(read(stated).toString('utf8')) : null;
          // A telephone's own line belongs to the answer there, and here to what is folded.
          if (wanted !== null) return wanted.startsWith(flat(text)) && text !== '' ? undefined : text;
          return text !== '' && !text.includes('wrote:') && namesOf(await decodeMessage(read(file))).length === 0
            ? undefined
            : text;
        }),
      ).toEqual([]);
    });
  });
}
