import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { Storage, type StoredBlob } from '../../src/kernel/storage.js';
import { openFile, putFile, type Scope } from '../../src/plugin-host/child/context.js';
import { Peer, type PeerHandlers } from '../../src/plugin-host/child/peer.js';
import { FileStreams } from '../../src/plugin-host/file-streams.js';
import { until } from '../support/until.js';

/** A disk that takes nothing until it is let, and counts what it gave. */
class SlowStorage extends Storage {
  taken = 0;
  given = 0;
  gone = 0;
  private open_: (() => void) | null = null;
  private readonly opened = new Promise<void>((resolve) => (this.open_ = resolve));

  let(): void {
    this.open_?.();
  }

  async put(data: Uint8Array | Readable): Promise<StoredBlob> {
    const hash = createHash('sha256');
    await this.opened;
    try {
      for await (const chunk of data as Readable) {
        this.taken += (chunk as Buffer).length;
        hash.update(chunk as Buffer);
      }
    } catch (error) {
      this.gone++;
      throw error;
    }
    return { hash: hash.digest('hex'), bytes: this.taken };
  }

  open(): Promise<Readable> {
    const pieces = async function* (this: SlowStorage) {
      for (let i = 0; i < 200; i++) {
        this.given += 256 * 1024;
        yield Buffer.alloc(256 * 1024);
      }
    };
    return Promise.resolve(Readable.from(pieces.call(this), { objectMode: false, highWaterMark: 256 * 1024 }));
  }

  read = (): Promise<Buffer> => Promise.reject(new Error('not used'));
  readSmall = (): Promise<null> => Promise.resolve(null);
  has = (): Promise<boolean> => Promise.resolve(false);
  delete = (): Promise<void> => Promise.resolve();
  probe = (): Promise<void> => Promise.resolve();
  async *list(): AsyncGenerator<string[]> {}
}

const CHUNK = Buffer.alloc(256 * 1024, 1);

it('takes no more from a plugin than the disk does', async () => {
  const storage = new SlowStorage();
  const files = new FileStreams(storage);
  const upload = files.begin();
  let accepted = 0;
  const writing = (async () => {
    for (let i = 0; i < 200; i++) {
      await files.chunk(upload, CHUNK);
      accepted += CHUNK.length;
    }
    return files.end(upload);
  })();
  // What is accepted stops growing while the disk takes nothing.
  let last = -1;
  await until(() => {
    const still = accepted > 0 && accepted === last;
    last = accepted;
    return still;
  });
  expect(accepted).toBeLessThan(2 * 1024 * 1024);
  storage.let();
  expect(await writing).toEqual({
    stored: createHash('sha256')
      .update(Buffer.alloc(200 * CHUNK.length, 1))
      .digest('hex'),
    bytes: 200 * CHUNK.length,
  });
});

it('reads no more from the disk than a plugin asks for', async () => {
  const storage = new SlowStorage();
  const files = new FileStreams(storage);
  const handle = await files.open('0'.repeat(64));
  expect((await files.read(handle))?.length).toBeGreaterThan(0);
  expect(storage.given).toBeLessThan(2 * 1024 * 1024);
  files.closeAll();
  await expect(files.read(handle)).rejects.toThrow('no such open file');
});

it('gives up what is still open when the call ends, and opens only so many', async () => {
  const storage = new SlowStorage();
  storage.let();
  const files = new FileStreams(storage);
  const uploads = Array.from({ length: 16 }, () => files.begin());
  expect(() => files.begin()).toThrow('At most 16 files');
  await files.chunk(uploads[0] ?? 0, CHUNK);
  files.closeAll();
  await until(() => storage.gone === 16);
  await expect(files.end(uploads[0] ?? 0)).rejects.toThrow('no such upload');
  await expect(files.open('../../etc/passwd')).rejects.toThrow('named by its hash');
});

/** The plugin's side of a line, whose other end answers what is asked as `answer` does. */
async function onTheLine(answer: PeerHandlers['call'], use: (scope: Scope) => Promise<void>): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const plugin = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [host] = (await once(server, 'connection')) as [typeof plugin];
  const quiet = { note: () => undefined, closed: () => undefined };
  const hostSide = new Peer(host, { ...quiet, call: answer });
  const peer = new Peer(plugin, { ...quiet, call: () => Promise.reject(new Error('not used')) });
  try {
    await use({ peer, id: 1, signal: new AbortController().signal, emit: () => undefined, net: [] });
  } finally {
    peer.close('done');
    hostSide.close('done');
    server.close();
  }
}

it('has one piece of a file under way from a plugin, and takes the next from its source when that one is answered', async () => {
  let [made, arrived, open, most] = [0, 0, 0, 0];
  const answer = async (method: string): Promise<unknown> => {
    if (method !== 'files.chunk') return method === 'files.begin' ? 1 : { stored: 'hash', bytes: arrived * CHUNK.length };
    arrived++;
    most = Math.max(most, ++open);
    // Whoever does not wait for the answer has time here to send more.
    for (let turns = 0; turns < 5; turns++) await turn();
    // One piece for each that arrived, and the one that a stream may hold ready.
    expect(made).toBeLessThanOrEqual(arrived + 1);
    open--;
    return null;
  };
  await onTheLine(answer, async (scope) => {
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => (made++ < 200 ? controller.enqueue(new Uint8Array(CHUNK)) : controller.close()),
    });
    const file = await putFile(scope, source as Parameters<typeof putFile>[1], { name: 'a', mime: 'b' });
    expect(file).toEqual({ stored: 'hash', bytes: 200 * CHUNK.length });
  });
  expect(most).toBe(1);
});

it('asks for a piece of a stored file when the plugin reads it, and not before', async () => {
  let asked = 0;
  const answer = (method: string): Promise<unknown> => {
    if (method === 'files.read') asked++;
    return Promise.resolve(method === 'files.open' ? 1 : asked > 3 ? null : CHUNK);
  };
  await onTheLine(answer, async (scope) => {
    const reader = openFile(scope, { stored: '0'.repeat(64) } as Parameters<typeof openFile>[1]).getReader();
    for (let read = 0; read < 3; read++) {
      expect(asked).toBe(read);
      expect((await reader.read()).value).toHaveLength(CHUNK.length);
      await scope.peer.call('anything', []);
    }
    expect((await reader.read()).done).toBe(true);
  });
});
