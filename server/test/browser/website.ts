import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcp, type AddressInfo, type Socket } from 'node:net';

/** The website of a shop, on an origin and a name of its own, with a policy as strict as one can be. */
export class Website {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  /** `loader` is asked for with each page, so that the address may become known later; `allowed` is the origin that the policy lets in. */
  static async open(o: { loader(): string; allowed: string }): Promise<Website> {
    const policy = [
      "default-src 'none'",
      `script-src ${o.allowed}`,
      `frame-src ${o.allowed}`,
      "style-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; ');
    const server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://site');
      const consent = searchParams.has('consent') ? 'data-consent="wait"' : '';
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
      response.end(`<!doctype html><html lang="${searchParams.get('lang') ?? 'en'}"><head><meta charset="utf-8"><title>Bakery</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <script async ${consent} src="${o.loader()}"></script></head>
        <body><main><h1>Bakery</h1><p>Fresh bread since 1932.</p><a href="/bread">Our bread</a></main></body></html>`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Website(server, `http://localhost:${(server.address() as AddressInfo).port}`);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** The line between visitors and the server, which can be cut. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private whole = true;
  /** Where it leads; set once the server has its port. */
  to = 0;

  private constructor(private readonly server: ReturnType<typeof createTcp>) {}

  static async open(): Promise<Line> {
    const server = createTcp();
    const line = new Line(server);
    server.on('connection', (near) => line.carry(near));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Whatever passes is broken off, and nothing new gets through. */
  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private carry(near: Socket): void {
    if (!this.whole) return void near.destroy();
    const far = connect(this.to, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
