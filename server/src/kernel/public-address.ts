import type { IncomingMessage } from 'node:http';

/** First parts of our own paths: a base path made of them could not be told from what lies below it. */
export const OWN_PATHS = ['api', 'assets', 'files', 'graphql', 'health', 'metrics', 'p', 'schema.graphql'] as const;

/** Where people reach this instance; the one place on the server that knows of a path in its address (N8). */
export class PublicAddress {
  /** `https://example.org`; null when no address is set. */
  readonly origin: string | null;
  /** `/desk`, below which everything lies for browsers; empty at the top. */
  readonly base: string;

  /** @param url whole and without a slash at its end; null when it is not set */
  constructor(readonly url: string | null) {
    this.origin = url === null ? null : new URL(url).origin;
    this.base = url === null ? '' : new URL(url).pathname.replace(/\/$/, '');
  }

  get https(): boolean {
    return this.origin?.startsWith('https:') ?? false;
  }

  /** One of our paths as browsers ask for it: `/files/1` is `/desk/files/1`. */
  path(own: string): string {
    return this.base + own;
  }

  /** The whole address of one of our paths; the path alone when no address is set. */
  at(own: string): string {
    return `${this.url ?? ''}${own}`;
  }

  /** Our own path of what a browser asks for, whether or not a proxy has taken the base away: `/desk/files/1` is `/files/1`. */
  own(asked: string): string {
    const rest = asked.slice(this.base.length);
    if (this.base === '' || !asked.startsWith(this.base) || !/^([/?]|$)/.test(rest)) return asked;
    return rest.startsWith('/') ? rest : `/${rest}`;
  }

  /** Whatever answers a request sees our own path of it; for the first listener of a server. */
  readonly enter = (request: IncomingMessage): void => {
    if (request.url !== undefined) request.url = this.own(request.url);
  };
}
