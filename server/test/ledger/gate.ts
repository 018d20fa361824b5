import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line in between that a test can cut: TCP to one of several ports, each connection to the next one that answers. */
export class Gate {
  private readonly lines = new Set<Socket>();
  private next = 0;
  private shut = false;

  private constructor(
    private readonly server: Server,
    private readonly targets: readonly number[],
  ) {}

  /** On a free port of 127.0.0.1, where the targets are, too. */
  static async open(targets: readonly number[]): Promise<Gate> {
    const server = createServer({ pauseOnConnect: true });
    const gate = new Gate(server, targets);
    server.on('connection', (near) => void gate.lead(near));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Cuts every line, and lets nobody through until `heal`. */
  cut(): void {
    this.shut = true;
    for (const line of this.lines) line.destroy();
  }

  heal(): void {
    this.shut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async lead(near: Socket): Promise<void> {
    this.keep(near);
    for (let tried = 0; tried < this.targets.length && !this.shut && !near.destroyed; tried++) {
      const far = await this.reach(this.targets[this.next++ % this.targets.length] as number);
      if (!far) continue;
      this.keep(far);
      if (this.shut || near.destroyed) break;
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
      near.pipe(far);
      far.pipe(near);
      return;
    }
    near.destroy();
  }

  private keep(line: Socket): void {
    this.lines.add(line);
    line.on('error', () => undefined);
    line.once('close', () => this.lines.delete(line));
    if (this.shut) line.destroy();
  }

  private reach(port: number): Promise<Socket | null> {
    return new Promise((resolve) => {
      const far = connect(port, '127.0.0.1', () => resolve(far));
      far.once('error', () => resolve(null));
    });
  }
}
