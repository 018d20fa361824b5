import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy in front of a path of its host: all below it is passed on, all else is another's. */
export class BaseProxy {
  /** The port of the server behind it; set once that has one. */
  to = 0;

  private constructor(
    private readonly server: Server,
    readonly base: string,
  ) {}

  /** `strips` takes the path away on the way, as `handle_path` of Caddy does; else it is kept. */
  static async open(base: string, { strips }: { strips: boolean }): Promise<BaseProxy> {
    const server = createServer();
    const proxy = new BaseProxy(server, base);
    const pathOf = ({ url = '/' }: IncomingMessage): string | null => {
      if (url !== base && !url.startsWith(`${base}/`)) return null;
      return strips ? url.slice(base.length) || '/' : url;
    };
    server.on('request', (request, response) => {
      const path = pathOf(request);
      if (path === null) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('The site of the company');
      const { method, headers } = request;
      const passed = ask({ port: proxy.to, host: '127.0.0.1', method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      response.on('close', () => passed.destroy());
      request.pipe(passed);
    });
    server.on('upgrade', (request, near, head) => {
      const path = pathOf(request);
      if (path === null) return void near.destroy();
      const far = connect(proxy.to, '127.0.0.1');
      const lines = request.rawHeaders.flatMap((text, at, all) => (at % 2 === 0 ? [`${text}: ${all[at + 1]}`] : []));
      far.write([`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      far.write(head);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
        one.pipe(other);
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Where people reach what is behind it. */
  get url(): string {
    return this.origin + this.base;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
