import { beforeEach, describe, expect, it } from '@jest/globals';
import { limitsOf, refusalOf, UploadBox, type Transfer } from './uploads.js';

const file = (name: string, bytes: number, type = 'text/plain') => new File(['x'.repeat(bytes)], name, { type });
const stored = (id: string, bytes = 1) => ({ id, name: `${id}.txt`, mime: 'text/plain', bytes });

describe('limits', () => {
  it('are the channel’s, and null where it takes no files', () => {
    expect(limitsOf({ maxBytes: 5, maxCount: 2 })).toEqual({ maxBytes: 5, maxCount: 2 });
    expect(limitsOf(null)).toBeNull();
  });

  it('hold for all files together', () => {
    const limits = { maxBytes: 10, maxCount: 2 };
    expect(refusalOf(limits, [stored('a', 6)], 4)).toBeNull();
    expect(refusalOf(limits, [stored('a', 6)], 5)).toBe('tooBig');
    expect(refusalOf(limits, [stored('a'), stored('b')], 1)).toBe('tooMany');
  });
});

describe('UploadBox', () => {
  let under: { id: string; stop: AbortSignal; done: (reason: string | null) => void; progress: (part: number) => void }[];
  let ready: string[][];
  let box: UploadBox;
  const transfer: Transfer = (id, _file, { stop, onProgress }) =>
    new Promise((done) => under.push({ id, stop, done, progress: onProgress }));
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  beforeEach(() => {
    under = [];
    ready = [];
    box = new UploadBox(transfer, (files) => ready.push(files.map((one) => one.name)));
  });
  const fine = () => null;

  it('shows how far a file is, and tells of it once it has arrived', async () => {
    box.add([file('a.txt', 3)], fine);
    under[0]!.progress(0.5);
    expect(box.uploads()).toMatchObject([{ name: 'a.txt', state: 'sending', progress: 0.5 }]);
    under[0]!.done(null);
    await turn();
    expect([box.uploads()[0]!.state, ready]).toEqual(['ready', [['a.txt']]]);
  });

  it('takes along what the server has already, and tries that again, too', async () => {
    const answers: (string | null)[] = ['not now', null];
    const asked: string[] = [];
    const bring = (id: string) => (asked.push(id), Promise.resolve(answers.shift() ?? null));
    const kept = { name: 'prices.pdf', bytes: 9, mime: 'application/pdf', bring };
    const id = box.begin(kept, null);
    await turn();
    expect(box.uploads()).toMatchObject([{ id, state: 'failed', reason: 'not now' }]);
    box.retry(id ?? '');
    await turn();
    expect([box.uploads()[0]!.state, asked, ready, under]).toEqual(['ready', [id, id], [['prices.pdf']], []]);
    expect(box.begin(kept, 'Too large')).toBeNull();
    expect(box.uploads()[1]).toMatchObject({ state: 'refused', reason: 'Too large' });
  });

  it('refuses before a byte is sent, and the refused one counts for nothing', () => {
    const seen: number[] = [];
    const refuse = (present: readonly unknown[]) => (seen.push(present.length), 'Too large');
    box.add([file('big.bin', 9), file('big2.bin', 9)], refuse);
    expect(under).toEqual([]);
    expect(box.uploads().map((one) => [one.state, one.reason])).toEqual([
      ['refused', 'Too large'],
      ['refused', 'Too large'],
    ]);
    expect(seen).toEqual([0, 0]);
  });

  it('tries again what failed, and breaks off what is taken out', async () => {
    box.add([file('a.txt', 3)], fine);
    under[0]!.done('no network');
    await turn();
    expect(box.uploads()[0]).toMatchObject({ state: 'failed', reason: 'no network' });
    box.retry(under[0]!.id);
    expect(box.uploads()[0]).toMatchObject({ state: 'sending', reason: null });
    box.remove(under[1]!.id);
    expect([under[1]!.stop.aborted, box.uploads()]).toEqual([true, []]);
    under[1]!.done(null);
    await turn();
    expect([box.uploads(), ready]).toEqual([[], []]);
  });

  it('shows what a draft brings along, and keeps what is still on its way', () => {
    box.add([file('a.txt', 3)], fine);
    box.adopt([stored('upl_9')]);
    expect(box.uploads().map((one) => [one.name, one.state])).toEqual([
      ['upl_9.txt', 'ready'],
      ['a.txt', 'sending'],
    ]);
  });
});
