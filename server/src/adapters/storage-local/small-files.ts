import { Worker } from 'node:worker_threads';
import type { StoredBlob } from '../../kernel/storage.js';

/** After so long without work the worker ends: its memory is better used. */
const IDLE_MS = 10_000;

type Answer = { blob: StoredBlob } | { error: { message: string; code?: string } };
interface Waiting {
  bytes: Uint8Array;
  resolve(blob: StoredBlob): void;
  reject(error: unknown): void;
}

/**
 * Stores small files in batches in a thread of its own, where plain synchronous calls cost a tenth of asynchronous ones and block nobody.
 * What comes in while one batch is written makes up the next, so that many files share the waits for the disk.
 */
export class SmallFiles {
  private waiting: Waiting[] = [];
  private writing: Waiting[] = [];
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly root: string) {}

  /** Durable when it resolves. The bytes may not be changed afterwards. */
  put(bytes: Uint8Array): Promise<StoredBlob> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ bytes, resolve, reject });
      // What is put in the same turn goes together.
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.writing.length > 0 || this.waiting.length === 0) return;
    clearTimeout(this.idle);
    this.writing = this.waiting;
    this.waiting = [];
    const worker = (this.worker ??= this.open());
    worker.ref();
    worker.postMessage(this.writing.map(({ bytes }) => bytes));
  }

  private open(): Worker {
    // The same file in both builds: Node reads its TypeScript as it is when the tests run from the sources.
    const file = new URL(import.meta.url.endsWith('.ts') ? './file-batch.ts' : './file-batch.js', import.meta.url);
    const worker = new Worker(file, {
      workerData: { role: 'files', root: this.root },
      resourceLimits: { maxOldGenerationSizeMb: 32 },
    });
    worker.unref();
    worker.on('message', (answers: Answer[]) => this.answer(answers));
    worker.on('error', (error) => this.lost(worker, error));
    worker.on('exit', () => this.lost(worker, new Error('The thread that stores files has ended.')));
    return worker;
  }

  private answer(answers: Answer[]): void {
    const written = this.writing;
    this.writing = [];
    this.worker?.unref();
    for (const [index, { resolve, reject }] of written.entries()) {
      const answer = answers[index];
      if (answer && 'blob' in answer) resolve(answer.blob);
      else reject(Object.assign(new Error(answer?.error.message ?? 'The file was not stored.'), { code: answer?.error.code }));
    }
    this.next();
    if (this.writing.length === 0) this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
  }

  private close(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
  }

  /** Its own files are answered with the failure; the next get a new thread. */
  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.writing.splice(0)) reject(error);
    this.next();
  }
}
