import type { ImapFlow } from 'imapflow';

/** Rings when the server says that something came, or that the line is gone. */
export class Bell {
  rung = false;
  #wake: () => void = () => undefined;

  constructor(client: ImapFlow) {
    client.on('exists', () => this.ring());
    client.on('close', () => this.ring());
  }

  ring(): void {
    this.rung = true;
    this.#wake();
  }

  reset(): void {
    this.rung = false;
  }

  /** IDLE is entered at once: the library itself would do it only after 15 s of silence. The next command ends it. */
  async wait(client: ImapFlow, ms: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#wake = done;
      signal.addEventListener('abort', done, { once: true });
      if (this.rung || signal.aborted) done();
      // A server that ends or refuses IDLE is polled.
      client.idle().catch(() => undefined);
    });
    this.#wake = () => undefined;
  }
}

/** The work, or a cut line when it takes too long. */
export async function withDeadline<T>(work: Promise<T>, ms: number, client: ImapFlow): Promise<T> {
  const timer = setTimeout(() => client.close(), ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits, but no longer than until `signal` aborts or somebody wakes it. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** ± 20 %, so that many mailboxes do not come back to one server in the same moment. */
export function jitter(ms: number): number {
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return ms * (0.8 + (0.4 * (byte ?? 128)) / 255);
}
