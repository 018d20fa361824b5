import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Body = Record<string, unknown>;
interface Refusal {
  error_code: number;
  description: string;
  parameters?: { retry_after: number };
}
/** The parameters of each method that a channel may use: of which type, and whether they are needed (core.telegram.org/bots/api, Bot API 10.1). */
const METHODS: Record<string, Record<string, string>> = {
  getMe: {},
  getWebhookInfo: {},
  setWebhook: { 'url!': 'string', secret_token: 'string', allowed_updates: 'object' },
  deleteWebhook: { drop_pending_updates: 'boolean' },
  getUpdates: { offset: 'number', limit: 'number', timeout: 'number', allowed_updates: 'object' },
  sendMessage: { 'chat_id!': 'id', 'text!': 'string', parse_mode: 'string', reply_parameters: 'object' },
  sendPhoto: { 'chat_id!': 'id', 'photo!': 'file', caption: 'string' },
  sendDocument: { 'chat_id!': 'id', 'document!': 'file', caption: 'string' },
  sendChatAction: { 'chat_id!': 'id', 'action!': 'string' },
  deleteMessage: { 'chat_id!': 'id', 'message_id!': 'number' },
  getFile: { 'file_id!': 'string' },
};
const MINUTE_S = 60;

/** Telegram's Bot API as its documents have it, strict about tokens and parameters, with people who write to the bot. */
export class TelegramNetwork {
  readonly bot = { id: 987654, is_bot: true, first_name: 'Bike shop', username: 'bike_shop_bot' };
  readonly token = '987654:AAF-not_a_real_token_of_anybody_00';
  readonly sent: { method: string; to: string; text: string | null; file: File | null; id: number }[] = [];
  readonly deleted: number[] = [];
  /** What the bot asked for in a way that the documents do not know. */
  readonly faults: string[] = [];
  webhook = '';
  private secret = '';
  /** What the next sends are refused with. */
  readonly refusals: Refusal[] = [];
  private readonly updates: { update_id: number }[] = [];
  private readonly files = new Map<string, { path: string; mime: string; bytes: Buffer }>();
  private readonly people = new Map<string, Body>();
  private readonly news = new EventEmitter();
  private reading: AbortController | null = null;
  // Ids of updates begin anywhere, those of messages count within a chat.
  private updateId = 500_100;
  private messageId = 10;

  private constructor(
    readonly url: string,
    readonly close: () => void,
  ) {}

  static async open(): Promise<TelegramNetwork> {
    const server = createServer((request, response) => void network.serve(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const network = new TelegramNetwork(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => {
      server.closeAllConnections();
      server.close();
    });
    return network;
  }

  person(id: number, first_name: string, last_name?: string): void {
    this.people.set(String(id), { id, is_bot: false, first_name, ...(last_name ? { last_name } : {}) });
  }

  file(id: string, path: string, mime: string, bytes: string): void {
    this.files.set(id, { path, mime, bytes: Buffer.from(bytes) });
  }

  /** Somebody writes to the bot; answers the number of the message. */
  write(from: number, content: Body): number {
    const id = (this.messageId += 1);
    this.happen({ message: { ...this.message(from, id), ...content } });
    return id;
  }

  edit(from: number, id: number, content: Body): void {
    this.happen({ edited_message: { ...this.message(from, id), edit_date: seconds(), ...content } });
  }

  /** Calls the webhook about all that waits, as Telegram does, at the address by which we are reached here; answers how it was answered. */
  async callAt(origin: string, secret = this.secret): Promise<number[]> {
    const { pathname } = new URL(this.webhook);
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    const calls = this.updates.map((update) =>
      fetch(`${origin}${pathname}`, { method: 'POST', headers, body: JSON.stringify(update) }).then(({ status }) => status),
    );
    return Promise.all(calls);
  }

  private message(from: number, id: number): Body {
    return { message_id: id, date: seconds(), chat: { id: from, type: 'private' }, from: this.people.get(String(from)) };
  }

  private happen(update: Body): void {
    this.updates.push({ update_id: (this.updateId += 1), ...update });
    this.news.emit('update');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = Buffer.concat(await request.toArray());
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const [, first = '', second = '', ...rest] = (request.url ?? '').split('/');
    if (first === 'file') {
      const found = [...this.files.values()].find(({ path }) => path === rest.join('/'));
      if (second !== `bot${this.token}` || !found) return void say(404, { ok: false, error_code: 404, description: 'Not Found' });
      return void response.writeHead(200, { 'content-type': found.mime }).end(found.bytes);
    }
    try {
      if (first !== `bot${this.token}`) throw refused(401, 'Unauthorized');
      const body = await bodyOf(request, bytes);
      this.look(second, body);
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      say(200, { ok: true, result: await this.run(second, body, gone.signal) });
    } catch (error) {
      const { refusal = { error_code: 500, description: String(error) } } = error as { refusal?: Refusal };
      say(refusal.error_code, { ok: false, ...refusal });
    }
  }

  /** The parameters are those of the documents. */
  private look(method: string, body: Body): void {
    const known = Object.hasOwn(METHODS, method) ? METHODS[method]! : undefined;
    if (!known) throw this.fault(404, 'Not Found', method);
    for (const [name, type] of Object.entries(known)) {
      const value = body[name.replace('!', '')];
      if (value === undefined && name.endsWith('!')) throw this.fault(400, `Bad Request: ${name} is empty`, method);
      if (value !== undefined && !isOf(type, value)) throw this.fault(400, `Bad Request: wrong ${name}`, method);
    }
    const names = new Set(Object.keys(known).map((name) => name.replace('!', '')));
    const unknown = Object.keys(body).find((name) => !names.has(name));
    if (unknown !== undefined) throw this.fault(400, `There is no parameter ${unknown}`, method);
  }

  private fault(code: number, words: string, method: string): Error {
    this.faults.push(`${method}: ${words}`);
    return refused(code, words);
  }

  private async run(method: string, body: Body, gone: AbortSignal): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return this.bot;
      case 'getWebhookInfo':
        return { url: this.webhook, has_custom_certificate: false, pending_update_count: this.updates.length };
      case 'setWebhook':
        [this.webhook, this.secret] = [String(body['url']), String(body['secret_token'] ?? '')];
        return true;
      case 'deleteWebhook':
        this.webhook = '';
        return true;
      case 'getUpdates':
        return this.next(body as { offset?: number; timeout?: number }, gone);
      case 'getFile': {
        const found = this.files.get(String(body['file_id']));
        if (!found) throw refused(400, 'Bad Request: invalid file_id');
        return {
          file_id: body['file_id'],
          file_unique_id: body['file_id'],
          file_size: found.bytes.length,
          file_path: found.path,
        };
      }
      case 'sendChatAction':
        return true;
      case 'deleteMessage':
        this.deleted.push(Number(body['message_id']));
        return true;
      default:
        return this.take(method, body);
    }
  }

  /** Long polling: what a greater offset confirms is forgotten; one who asks while another waits ends that one's wait. */
  private async next({ offset = 0, timeout = 0 }: { offset?: number; timeout?: number }, gone: AbortSignal): Promise<unknown> {
    if (this.webhook !== '')
      throw refused(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    this.reading?.abort();
    const own = (this.reading = new AbortController());
    while ((this.updates[0]?.update_id ?? Infinity) < offset) this.updates.shift();
    const end = AbortSignal.any([gone, own.signal, AbortSignal.timeout(Math.min(timeout, MINUTE_S) * 1000)]);
    if (this.updates.length === 0) await once(this.news, 'update', { signal: end }).catch(() => undefined);
    if (own.signal.aborted) throw refused(409, 'Conflict: terminated by other getUpdates request');
    return this.updates.slice(0, 100);
  }

  private take(method: string, body: Body): unknown {
    const to = String(body['chat_id']);
    const refusal = this.refusals.shift();
    if (refusal) throw Object.assign(new Error(refusal.description), { refusal });
    if (!this.people.has(to)) throw refused(400, 'Bad Request: chat not found');
    const text = (body['text'] ?? body['caption'] ?? null) as string | null;
    if (text !== null && text.length > 4096) throw this.fault(400, 'Bad Request: message is too long', method);
    const file = (body['photo'] ?? body['document'] ?? null) as File | null;
    const id = (this.messageId += 1);
    this.sent.push({ method, to, text, file, id });
    return {
      message_id: id,
      date: seconds(),
      chat: { id: Number(to), type: 'private' },
      from: this.bot,
      ...(text ? { text } : {}),
    };
  }
}

const seconds = (): number => Math.floor(Date.now() / 1000);

function refused(error_code: number, description: string): Error {
  return Object.assign(new Error(description), { refusal: { error_code, description } });
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'id') return /^-?\d+$/.test(String(value));
  if (type === 'file') return value instanceof File && value.size > 0;
  if (type === 'object') return typeof value === 'object' && value !== null;
  return typeof value === type && value !== '';
}

/** Telegram takes JSON and forms alike (core.telegram.org/bots/api#making-requests); files come in forms only. */
async function bodyOf(request: IncomingMessage, bytes: Buffer): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return {};
  if (type.startsWith('application/json')) return JSON.parse(bytes.toString()) as Body;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form);
}
