import { createServer, connect, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The way to a mail server, which can be cut and made slow. */
export class RoughRoad {
  private readonly travellers = new Set<Socket>();
  private bytesPerTurn = Infinity;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(port: number, host: string): Promise<RoughRoad> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const road = new RoughRoad(server, (server.address() as { port: number }).port);
    server.on('connection', (near) => road.lead(near, connect(port, host)));
    return road;
  }

  /** Ends every connection in the middle of whatever goes over it; new ones get through. */
  cut(): number {
    const cut = this.travellers.size;
    for (const socket of this.travellers) socket.destroy();
    return cut;
  }

  /** What the mail server says comes in small pieces, each a turn of the event loop after the one before; `Infinity`: as it comes. */
  narrow(bytesPerTurn: number): void {
    this.bytesPerTurn = bytesPerTurn;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private lead(near: Socket, far: Socket): void {
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.travellers.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.travellers.delete(socket);
        other.destroy();
      });
    }
    near.pipe(far);
    pipeline(
      far,
      (source) => this.pieces(source),
      near,
      () => undefined,
    );
  }

  private async *pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length;) {
        const piece = chunk.subarray(at, at + Math.min(this.bytesPerTurn, chunk.length));
        at += piece.length;
        yield piece;
        if (at < chunk.length) await nextTurn();
      }
    }
  }
}
