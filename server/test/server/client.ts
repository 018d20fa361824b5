import { setTimeout as delay } from 'node:timers/promises';
import { TestSocket } from './socket.js';

/** What an HTTP route answered. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: never;
}
/** What GraphQL answered. */
export interface GraphqlAnswer<T> {
  status: number;
  data: T | null;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

/** A browser as the server sees it: it keeps its cookie and sends the header of our own pages. */
export class TestClient {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    /** Sent with each request; replaced or removed (with an empty text) by tests of exactly that. */
    readonly headers: Record<string, string> = { 'x-balie-csrf': '1' },
  ) {}

  /** The same client with other headers and the same cookie. */
  with(headers: Record<string, string>): TestClient {
    const client = new TestClient(this.url, headers);
    client.cookieHeader = this.cookieHeader;
    return client;
  }

  /** A client that shows a token instead of a cookie. */
  static withToken(url: string, token: string): TestClient {
    return new TestClient(url, { authorization: `Bearer ${token}` });
  }

  get cookieHeader(): string | null {
    return [...this.cookies].map(([name, secret]) => `${name}=${secret}`).join('; ') || null;
  }

  set cookieHeader(value: string | null) {
    this.cookies.clear();
    for (const pair of value?.split('; ') ?? []) this.keep(pair);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { method: 'GET', headers });
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
    return this.send(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
  }

  async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const headers = { ...this.headers, ...this.sent(), ...init.headers };
    const response = await fetch(this.url + path, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, json: (isJson ? JSON.parse(text) : null) as never };
  }

  /** Whatever GraphQL answers, errors too. */
  async ask<T = never>(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<T>> {
    const answer = await this.post('/graphql', { query, variables });
    const body = (answer.json ?? {}) as { data?: T; errors?: GraphqlAnswer<T>['errors'] };
    return { status: answer.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** The data; throws when there are errors. Who has asked for so much that he must wait for the next minute waits, as a client should. */
  async graphql<T = never>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors, status } = await this.ask<T>(query, variables);
    const wait = errors[0]?.extensions['retryAfterMs'];
    if (status === 429 && typeof wait === 'number') return delay(wait).then(() => this.graphql<T>(query, variables));
    if (errors.length > 0 || data === null) throw new Error(`GraphQL ${status}: ${JSON.stringify(errors)}`);
    return data;
  }

  /** An acknowledged WebSocket, as a page of ours opens it. */
  socket(): Promise<TestSocket> {
    const { authorization } = this.headers;
    const headers = {
      ...(authorization ? { authorization } : { origin: new URL(this.url).origin }),
      ...this.sent(),
    };
    return TestSocket.open(this.url, { headers, params: { csrf: '1' } });
  }

  private sent(): { cookie?: string } {
    const cookie = this.cookieHeader;
    return cookie ? { cookie } : {};
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const name = pair.slice(0, pair.indexOf('='));
    if (/Max-Age=0/.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(name.length + 1));
  }
}
