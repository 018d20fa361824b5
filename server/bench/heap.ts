import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Talks to the inspector of a process, so that its memory can be looked at without what it has thrown away. */
export class Heap {
  private next = 0;
  private readonly waiting = new Map<number, () => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const { id } = JSON.parse((data as Buffer).toString('utf8')) as { id?: number };
      if (id !== undefined) this.waiting.get(id)?.();
    });
  }

  /** Of a process that was started with `--inspect=127.0.0.1:PORT`. */
  static async of(port: number): Promise<Heap> {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[];
    if (!target) throw new Error('The process has no inspector.');
    const socket = new WebSocket(target.webSocketDebuggerUrl, { perMessageDeflate: false });
    await once(socket, 'open');
    return new Heap(socket);
  }

  /** Throws away what is no longer used, and gives back what that was. */
  async sweep(): Promise<void> {
    for (let times = 0; times < 3; times++) await this.ask('HeapProfiler.collectGarbage');
  }

  close(): void {
    this.socket.terminate();
  }

  private ask(method: string): Promise<void> {
    const id = ++this.next;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method }));
    });
  }
}
