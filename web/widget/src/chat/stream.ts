/** Hears live what happens, and begins again whenever it breaks. Nothing that was missed is repeated: whoever listens reads the history at `ready`. */
import { backOff } from './trouble.js';

/** Puts lines of server-sent events together from pieces; answers the data of those that are whole. */
export function createReader(): (piece: string) => string[] {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    return lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trim());
  };
}

export interface StreamNeeds {
  open(signal: AbortSignal): Promise<{ body: ReadableStream<Uint8Array> | null }>;
  /** Each line in its order. */
  hear(line: string): void;
  /** It broke, or could not be opened. */
  broken(trouble: unknown): void;
  later(work: () => void, ms: number): ReturnType<typeof setTimeout>;
  chance(): number;
}

/** The server says something each 25 s. */
const SILENCE_MS = 45_000;

export class Stream {
  private attempt = 0;
  private leaving: AbortController | null = null;
  private wake: () => void = () => undefined;
  private stopped = true;

  constructor(private readonly needs: StreamNeeds) {}

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.leaving?.abort();
    this.wake();
  }

  /** The network is back, or somebody else: no waiting. */
  again(): void {
    this.attempt = 0;
    this.wake();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const trouble = await this.once().catch((error: unknown) => error);
      if (this.stopped) return;
      this.needs.broken(trouble);
      const ms = backOff(this.attempt, trouble, this.needs.chance);
      this.attempt += 1;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        this.needs.later(resolve, ms);
      });
    }
  }

  private async once(): Promise<void> {
    const leaving = (this.leaving = new AbortController());
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      clearTimeout(silence);
      silence = this.needs.later(() => leaving.abort(), SILENCE_MS);
    };
    try {
      heard();
      const { body } = await this.needs.open(leaving.signal);
      const reader = createReader();
      const text = new TextDecoder();
      const bytes = body?.getReader();
      for (let piece = await bytes?.read(); piece && !piece.done; piece = await bytes?.read()) {
        heard();
        for (const line of reader(text.decode(piece.value, { stream: true }))) {
          this.attempt = 0;
          this.needs.hear(line);
        }
      }
    } finally {
      clearTimeout(silence);
    }
  }
}
