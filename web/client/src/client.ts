import { type DocumentNode, print } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { BalieError, errorOf, must, type RawError, waitOf } from './errors.js';
import { type ChangesSubscription, ChangesDocument, CreateUploadDocument, PositionDocument } from './generated/operations.js';
import type { ChangeScope } from './generated/schema.js';
import { newId } from './ids.js';
import { rest } from './rest.js';
import { listen, type WebSocketClass } from './socket.js';

/** A document with its types; one that was only written, such as by another generator, is a text at run time. */
export type Operation<Data, Variables> = TypedDocumentNode<Data, Variables> | string;

/** A change as the client asks for it, unless it is given a subscription of one's own. */
export type Change = ChangesSubscription['changes'];

export interface BalieOptions {
  /** Where Balie is, such as `https://desk.example.com` or `https://example.com/desk`. */
  url: string;
  /** A personal token or one of an integration; a function is asked before each request and socket. */
  token: string | (() => string | Promise<string>);
  /** Where the platform has none: `WebSocket` of the package `ws`. */
  webSocket?: WebSocketClass;
  /** How often a request that costs too much waits for its points and asks again; 3 when not given. */
  patience?: number;
}

export interface ChangesOptions<C extends { cursor: string }> {
  /** Whose changes; everything that the token may see when not given. */
  scope?: ChangeScope;
  /** The cursor of the last change that was dealt with, or the `position` of a list; from now on when not given. */
  after?: string | null;
  /** Ends it. */
  signal?: AbortSignal;
  /** A subscription of one's own with `$scope` and `$after`, whose `changes` holds the `cursor`. */
  document?: Operation<{ changes: C }, { scope: ChangeScope; after?: string | null }>;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: readonly RawError[];
}

const SIGNED_OUT = 4401;
const RESUME = 4409;
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** The API with a token: requests, uploads, and changes without a gap (N22, N24). */
export class Balie {
  constructor(private readonly options: BalieOptions) {}

  /** The data of an operation. Throws `BalieError` for what the API refuses; waits and asks again when its points are spent. */
  async request<Data, Variables extends Record<string, unknown>>(
    operation: Operation<Data, Variables>,
    variables?: Variables,
    signal?: AbortSignal,
  ): Promise<Data> {
    for (let left = this.options.patience ?? 3; ; left -= 1) {
      const response = await fetch(this.graphql(), {
        method: 'POST',
        headers: { authorization: await this.authorization(), 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: textOf(operation), variables }),
        signal: signal ?? null,
      });
      const { data, errors } = await answerOf<Data>(response);
      const wait = errors ? waitOf(errors) : null;
      if (wait !== null && left > 0) {
        await rest(wait, signal);
        signal?.throwIfAborted();
        continue;
      }
      if (errors?.length || data == null) throw errorOf(errors ?? []);
      return data;
    }
  }

  /** Brings a file; its id goes into a message that is sent. */
  async upload(file: { name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }): Promise<string> {
    const { name, mime, bytes } = file;
    const variables = { id: newId('upl'), name, mime, bytes: bytes.length };
    const { id, url, headers } = must((await this.request(CreateUploadDocument, variables)).uploadCreate);
    if (!id || !url) throw new BalieError('UNKNOWN', 'The server gave no place for the file.');
    const response = await fetch(new URL(url, this.options.url), {
      method: 'PUT',
      headers: headers as Record<string, string>,
      body: bytes,
    });
    if (!response.ok) throw new BalieError('UPLOAD_FAILED', `The file was answered with ${response.status}.`);
    return id;
  }

  /**
   * Everything that happens, in order, nothing missed and nothing twice: when the socket breaks it is opened again after the last change that
   * was handed over. Keep the `cursor` of what was dealt with and give it as `after` on the next start. `RESYNC` says that the journal
   * no longer reaches back so far, or that rights changed: load again what you keep. Throws when the token no longer holds.
   */
  async *changes<C extends { cursor: string } = Change>(options: ChangesOptions<C> = {}): AsyncGenerator<C, void, undefined> {
    const { scope = { all: true }, signal } = options;
    const query = textOf(options.document ?? ChangesDocument);
    let after = options.after ?? null;
    for (let failures = 0; !signal?.aborted;) {
      try {
        // Without a place to go on from, what happens before the first change would be lost with the socket.
        after ??= (await this.request(PositionDocument, { scope }, signal)).changes.position;
        const { webSocket } = this.options;
        const wire = { url: this.socketUrl(), authorization: await this.authorization(), webSocket, signal };
        const before = after;
        for await (const { changes } of listen<{ changes: C }>(wire, { query, variables: { scope, after } })) {
          failures = 0;
          after = changes.cursor;
          yield changes;
        }
        // Ended without a word: not at once again, or it may go round for ever.
        if (after === before) throw new Error('Nothing came.');
      } catch (error) {
        if (signal?.aborted) return;
        const wait = pauseAfter(error, failures);
        if (wait > 0) failures += 1;
        await rest(wait, signal);
      }
    }
  }

  private async authorization(): Promise<string> {
    const { token } = this.options;
    return `Bearer ${typeof token === 'string' ? token : await token()}`;
  }

  private socketUrl(): string {
    return this.graphql().href.replace(/^http/, 'ws');
  }

  private graphql(): URL {
    return new URL('graphql', this.options.url.replace(/\/*$/, '/'));
  }
}

const textOf = (operation: string | DocumentNode): string => (typeof operation === 'string' ? operation : print(operation));

async function answerOf<Data>(response: Response): Promise<Answer<Data>> {
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  if (isJson) return (await response.json()) as Answer<Data>;
  throw new HttpFailure(response.status);
}

/** Something on the way answered, and not the API. */
class HttpFailure extends Error {
  constructor(readonly status: number) {
    super(`The answer was ${status}, and no JSON.`);
  }
}

/** How long to wait before the next try; throws what no try would mend. */
function pauseAfter(error: unknown, failures: number): number {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === SIGNED_OUT) throw new BalieError('UNAUTHENTICATED', 'The token no longer holds.');
  if (code === RESUME) return 0;
  if (error instanceof BalieError && error.code !== 'INTERNAL' && error.code !== 'LIMIT') throw error;
  const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0;
  // Spread, so that not all that were cut off at once come back at once.
  return Math.round(pause * (0.75 + Math.random() / 2));
}
