import type { Duplex } from 'node:stream';
import { encodeFrame, FrameReader, UnsendableError } from './frames.js';
import { RemoteError, toWireError, type WireError } from './wire-error.js';

type Frame =
  | { k: 'call'; id: number; scope: number; m: string; a: unknown[] }
  | { k: 'abort'; id: number }
  | { k: 'ok'; id: number; v: unknown }
  | { k: 'err'; id: number; e: WireError }
  | { k: 'note'; m: string; a: unknown[] };

/** What the other side may ask of this one. */
export interface PeerHandlers {
  /** `id` is the call's own number: calls that are made because of it name it as their scope. */
  call(method: string, args: unknown[], o: { id: number; scope: number; signal: AbortSignal }): Promise<unknown>;
  /** A message that wants no answer. */
  note(method: string, args: unknown[]): void;
  /** The stream has ended or broken; called once. */
  closed(reason: string): void;
}

/** The other side did not answer in time; the call was told to stop. */
export class DeadlineError extends Error {}
/** The other side is gone. */
export class GoneError extends Error {
  /** False when it was gone before the call was made; else whether it did what it was asked is not known. */
  readonly made: boolean;

  constructor(message: string, made = true) {
    super(message);
    this.made = made;
  }
}
/** What is said when the line just ends, without a fault in what came through it. */
export const LINE_CLOSED = 'The line was closed.';

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  done(): void;
}

/** Both ends of the line between the host and a plugin's process: calls with answers, deadlines and cancellation, both ways. */
export class Peer {
  private next = 0;
  private readonly pending = new Map<number, Pending>();
  private readonly running = new Map<number, AbortController>();
  private readonly reader = new FrameReader();
  private gone: string | null = null;
  private readonly stream: Duplex;
  private readonly handlers: PeerHandlers;
  private readonly maxRunning: number;

  constructor(stream: Duplex, handlers: PeerHandlers, o: { maxRunning?: number } = {}) {
    this.stream = stream;
    this.handlers = handlers;
    this.maxRunning = o.maxRunning ?? Infinity;
    stream.on('data', (chunk: Buffer) => this.onData(chunk));
    // A reset says no more than an end does: why it came is told by the exit of the process.
    stream.on('error', () => this.close(LINE_CLOSED));
    stream.on('close', () => this.close(LINE_CLOSED));
    stream.on('end', () => this.close(LINE_CLOSED));
  }

  /** Asks the other side. Rejects with RemoteError, DeadlineError or GoneError; `signal` cancels it there and rejects here. */
  call(
    method: string,
    args: unknown[],
    o: { timeoutMs?: number; signal?: AbortSignal; scope?: number; onId?: (id: number) => void } = {},
  ): Promise<unknown> {
    if (this.gone !== null) return Promise.reject(new GoneError(this.gone, false));
    const id = ++this.next;
    o.onId?.(id);
    return new Promise((resolve, reject) => {
      const give = (error: Error) => {
        if (!this.pending.has(id)) return;
        this.settle(id)?.reject(error);
        this.trySend({ k: 'abort', id });
      };
      const timer =
        o.timeoutMs === undefined
          ? undefined
          : setTimeout(() => give(new DeadlineError(`No answer within ${o.timeoutMs} ms.`)), o.timeoutMs);
      const onAbort = () => this.trySend({ k: 'abort', id });
      o.signal?.addEventListener('abort', onAbort, { once: true });
      const done = () => {
        clearTimeout(timer);
        o.signal?.removeEventListener('abort', onAbort);
      };
      this.pending.set(id, { resolve, reject, done });
      try {
        this.send({ k: 'call', id, scope: o.scope ?? 0, m: method, a: args });
        if (o.signal?.aborted) onAbort();
      } catch (error) {
        this.settle(id)?.reject(error as Error);
      }
    });
  }

  /** Tells the other side, without an answer. Dropped when the line is gone. */
  note(method: string, args: unknown[], sent?: () => void): void {
    this.trySend({ k: 'note', m: method, a: args }, sent);
  }

  /** Rejects all that waits and aborts all that runs. */
  close(reason: string): void {
    if (this.gone !== null) return;
    this.gone = reason;
    for (const id of [...this.pending.keys()]) this.settle(id)?.reject(new GoneError(reason));
    for (const controller of this.running.values()) controller.abort(new GoneError(reason));
    this.running.clear();
    this.stream.destroy();
    this.handlers.closed(reason);
  }

  private onData(chunk: Buffer): void {
    if (this.gone !== null) return;
    try {
      for (const value of this.reader.push(chunk)) this.onFrame(value as Frame);
    } catch (error) {
      this.close(error instanceof Error ? error.message : String(error));
    }
  }

  private onFrame(frame: Frame): void {
    if (typeof frame !== 'object' || frame === null) throw new Error('A frame is not an object.');
    switch (frame.k) {
      case 'call':
        if (typeof frame.m !== 'string' || !Array.isArray(frame.a)) throw new Error('A call is malformed.');
        void this.answer(frame);
        break;
      case 'abort':
        this.running.get(frame.id)?.abort();
        break;
      case 'ok':
        this.settle(frame.id)?.resolve(frame.v);
        break;
      case 'err':
        this.settle(frame.id)?.reject(new RemoteError(toWireError(frame.e)));
        break;
      case 'note':
        this.handlers.note(String(frame.m), Array.isArray(frame.a) ? frame.a : []);
        break;
      default:
        throw new Error('A frame is of no known kind.');
    }
  }

  private async answer(frame: Extract<Frame, { k: 'call' }>): Promise<void> {
    const controller = new AbortController();
    this.running.set(frame.id, controller);
    // Back-pressure: who asks for more than we can do at once is not read from until some of it is done.
    if (this.running.size >= this.maxRunning) this.stream.pause();
    try {
      const o = { id: frame.id, scope: Number(frame.scope) || 0, signal: controller.signal };
      const v = await this.handlers.call(frame.m, frame.a, o);
      this.reply({ k: 'ok', id: frame.id, v });
    } catch (error) {
      this.reply({ k: 'err', id: frame.id, e: toWireError(error) });
    } finally {
      this.running.delete(frame.id);
      if (this.running.size < this.maxRunning && this.stream.isPaused()) this.stream.resume();
    }
  }

  private reply(frame: Frame & { id: number }): void {
    if (this.gone !== null) return;
    try {
      this.send(frame);
    } catch (error) {
      if (!(error instanceof UnsendableError)) throw error;
      this.trySend({ k: 'err', id: frame.id, e: toWireError(error) });
    }
  }

  private settle(id: number): Pending | undefined {
    const waiting = this.pending.get(id);
    this.pending.delete(id);
    waiting?.done();
    return waiting;
  }

  private send(frame: Frame, sent?: () => void): void {
    const [head, body] = encodeFrame(frame);
    this.stream.cork();
    this.stream.write(head);
    this.stream.write(body, sent);
    this.stream.uncork();
  }

  private trySend(frame: Frame, sent?: () => void): void {
    if (this.gone !== null) return;
    try {
      this.send(frame, sent);
    } catch {
      // A note that can't be sent says nothing that anybody waits for.
    }
  }
}
