import { describe, expect, it } from '@jest/globals';
import { createReader, Stream } from '../src/chat/stream.js';
import { backOff, Trouble } from '../src/chat/trouble.js';

describe('lines of a stream', () => {
  it('are the same however they are cut', () => {
    const text = 'retry: 2000\n\ndata: {"type":"ready"}\n\n: \n\ndata: {"a":"é"}\r\n\r\n';
    for (const size of [1, 2, 3, 7, 200]) {
      const read = createReader();
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(pieces.flatMap(read)).toEqual(['{"type":"ready"}', '{"a":"é"}']);
    }
  });
});

describe('waiting', () => {
  it('grows up to half a minute, is never the same for all, and is what the server says', () => {
    const waits = [0, 1, 2, 3, 4, 5, 9].map((attempt) => backOff(attempt, null, () => 0));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(backOff(2, null, () => 1)).toBe(2000);
    expect(backOff(0, new Trouble(503, '', '', { retryAfterMs: 9000 }), () => 0)).toBe(9000);
    expect(backOff(0, new Trouble(503, '', '', { retryAfterMs: NaN }), () => 0)).toBe(1000);
  });
});

/** A stream whose connections are opened and broken by hand. */
function world() {
  const heard: string[] = [];
  const broken: unknown[] = [];
  const waits: number[] = [];
  const opened: { signal: AbortSignal; say(text: string): void; end(): void }[] = [];
  let timers: { work: () => void; ms: number }[] = [];
  let refusal: Trouble | null = null;
  const stream = new Stream({
    open: async (signal) => {
      if (refusal) throw refusal;
      let control!: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({ start: (one) => void (control = one) });
      signal.addEventListener('abort', () => control.error(new Error('aborted')));
      opened.push({ signal, say: (text) => control.enqueue(new TextEncoder().encode(text)), end: () => control.close() });
      return Promise.resolve({ body });
    },
    hear: (line) => heard.push(line),
    broken: (trouble) => broken.push(trouble),
    later: (work, ms) => {
      if (ms < 45_000) waits.push(ms);
      timers.push({ work, ms });
      return 0 as unknown as ReturnType<typeof setTimeout>;
    },
    chance: () => 0,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const pass = async (ms: number) => {
    const due = timers.filter((timer) => timer.ms <= ms);
    timers = timers.filter((timer) => timer.ms > ms);
    for (const { work } of due) work();
    await settle();
  };
  return { stream, heard, broken, waits, opened, settle, pass, refuse: (trouble: Trouble | null) => (refusal = trouble) };
}

describe('a stream', () => {
  it('comes back each time it ends, at once after it was good, ever later while it is not', async () => {
    const { stream, heard, waits, opened, settle, pass, refuse } = world();
    stream.start();
    await settle();
    opened[0]?.say('data: one\n\n');
    opened[0]?.end();
    await settle();
    refuse(new Trouble(0, '', ''));
    await pass(1000);
    await pass(2000);
    await pass(4000);
    refuse(null);
    await pass(8000);
    opened[1]?.say('data: two\n\n');
    await settle();
    opened[1]?.end();
    await settle();
    expect(heard).toEqual(['one', 'two']);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 1000]);
  });

  it('that is silent for too long is dead', async () => {
    const { stream, opened, settle, pass, broken } = world();
    stream.start();
    await settle();
    await pass(45_000);
    await settle();
    expect(opened[0]?.signal.aborted).toBe(true);
    expect(broken).toHaveLength(1);
  });

  it('waits no longer once the network is back, and not at all when it is stopped', async () => {
    const { stream, opened, settle, refuse, broken } = world();
    refuse(new Trouble(503, '', '', { retryAfterMs: 30_000 }));
    stream.start();
    await settle();
    refuse(null);
    stream.again();
    await settle();
    expect(opened).toHaveLength(1);
    stream.stop();
    await settle();
    expect(opened[0]?.signal.aborted).toBe(true);
    expect(broken).toHaveLength(1);
    stream.start();
    await settle();
    expect(opened).toHaveLength(2);
  });
});
