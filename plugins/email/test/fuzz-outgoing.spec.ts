import { describe, expect, test } from '@jest/globals';
import type { Identity, OutboundMessage } from '@balie/plugin-sdk';
import { compose } from '../src/compose.js';
import { outbound } from './far-side.js';
import { FakeHost, settingsFor } from './host.js';
import { expectWellFormed, fieldsOf, readBack } from './well-formed.js';

const SEED = Number(process.env['BALIE_TEST_SEED'] ?? 20_261_103);
const RUNS = 400;
const PORTS = { imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' };

/** mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// prettier-ignore
const PIECES = ['a', 'B', ' ', '  ', 'word ', 'é', 'ß', '漢字', 'שלום', 'ع', '😀', '👩‍👧', '\u200f', '\u202e', '\ud800', '\udc00', '"', "'", '\\', '<', '>', ',', ';', ':', '@', '(', ')', '=?utf-8?q?x?=', '=?', '?=', '=', '=20', '.', '\r\n', '\n', '\r', '\0', '\t', '\u0001', '\u001b', '\u007f', '\u0085', '\u2028', '\r\nBcc: thief@evil.test\r\n', '\nX-Injected: yes\n\n', '%0d%0a', '--', '-- \n', '\n.\n', 'From ', 'x'.repeat(90), 'Re: ', '&', '<b>', '\ufeff'];

function writer(random: () => number) {
  const below = (n: number): number => Math.floor(random() * n);
  const text = (max: number): string => Array.from({ length: below(max) }, () => PIECES[below(PIECES.length)]).join('');
  return { below, text };
}

const UNFIT = /[\r\n\0]/;
/** What is left of a text by the rules of the house, in the way of reading of the second parser. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
const spaced = (text: string): string => wellFormed(text).replaceAll('\ufeff', '').replaceAll(/\s+/g, ' ').trim();
const visible = (text: string): string =>
  wellFormed(text)
    .replaceAll(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what no mail may hold
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll('\ufeff', '')
    .trimEnd();

describe(`whatever is written into a mail (seed ${SEED})`, () => {
  test('nothing gets into a head that is not to be there, and all else comes out as it went in', async () => {
    const { below, text } = writer(generator(SEED));
    let refused = 0;
    for (let run = 0; run < RUNS; run++) {
      const host = new FakeHost(settingsFor(PORTS, 'support@shop.test', { name: '' }));
      const bytes = Buffer.from(Array.from({ length: below(300) }, () => below(256)));
      host.files.set('f', bytes);
      // Three of four have nothing that a head could not hold, so that the way through is tried as well.
      const fit = below(4) > 0;
      const field = (max: number): string => (fit ? text(max).replaceAll(/[\r\n\0]/g, '') : text(max));
      const name = field(8);
      const to: Identity = { kind: 'email', value: `to${run}@cust.test`, trust: 'claimed', ...(name ? { name } : {}) };
      const subject = field(30);
      const author = field(6);
      const body = text(60);
      const message: OutboundMessage = outbound({
        to: [to],
        thread: { ...outbound().thread, subject, answers: [] },
        author: { name: author, bot: false },
        parts: [
          { type: 'text', text: body || 'x' },
          {
            type: 'file',
            file: { stored: 'f', name: `${text(8).replaceAll(/[\r\n\0]/g, '')}.bin`, mime: 'application/octet-stream' },
          },
        ],
      });
      const where = `run ${run}: ${JSON.stringify({ name, subject, author, body })}`;
      const composed = await compose(message, host.context()).catch((error: unknown) => error as Error);
      if (composed instanceof Error) {
        refused += 1;
        expect([where, composed]).toMatchObject([where, { kind: 'rejected' }]);
        expect([where, [name, subject, author].some((one) => UNFIT.test(one))]).toEqual([where, true]);
        continue;
      }
      const untitled = spaced(subject) === '';
      expectWellFormed(composed.raw, { untitled });
      const known = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to', 'subject', 'to', 'x-balie-key'];
      const there = [...fieldsOf(composed.raw).keys()];
      expect([where, there.filter((field) => !known.includes(field))]).toEqual([where, []]);
      const read = await readBack(composed.raw);
      expect([where, read.to]).toMatchObject([where, [{ address: to.value }]]);
      expect([where, spaced(read.to?.[0]?.name ?? '')]).toEqual([where, spaced(name.replaceAll('=?', '= ?'))]);
      expect([where, spaced(read.subject ?? '')]).toEqual([where, spaced(subject)]);
      expect([where, visible(read.text ?? '')]).toEqual([where, visible(body || 'x')]);
      expect([where, read.attachments.length]).toEqual([where, 1]);
      expect([where, Buffer.from(read.attachments[0]?.content as ArrayBuffer).equals(bytes)]).toEqual([where, true]);
    }
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(RUNS * 0.4);
  }, 240_000);
});
