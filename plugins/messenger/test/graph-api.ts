import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeApp {
  id: string;
  secret: string;
  humanAgent: boolean;
}
export interface FakePage {
  id: string;
  name: string;
  token: string;
  scopes: string[];
  subscribed: string[];
}
export interface FakePerson {
  name: string | null;
  picture: string | null;
  /** When he last wrote; what is answered after a day, or a week under the tag, is refused. */
  wroteAt: number;
  blocked: boolean;
}
export interface SentMessage {
  mid: string;
  page: string;
  to: string;
  type: string;
  tag: string | null;
  text: string | null;
  quickReplies: string[];
  attachment: { type: string; name: string; mime: string; bytes: string } | null;
  metadata: string;
}
type Answer = { status: number; body: unknown; headers?: Record<string, string> };
type Trouble = 'refuses' | 'busy' | 'breaks' | 'hangs' | 'silent';
type Body = Record<string, unknown>;

const HOUR = 3_600_000;
const hmac = (key: string, data: string | Uint8Array): string => createHmac('sha256', key).update(data).digest('hex');
const failed = (code: number, message: string, subcode?: number, headers: Record<string, string> = {}): Answer => ({
  status: code === 2 ? 500 : 400,
  headers,
  body: { error: { message, type: 'OAuthException', code, ...(subcode ? { error_subcode: subcode } : {}), fbtrace_id: 'A1' } },
});

/**
 * The part of Meta's Graph API that a page with Messenger needs, written from its documents ("Send API", "User Profile API", "Page
 * subscribed_apps", "Debug token", "Securing Graph API Calls", "Common Error Codes"). It is strict: what Meta refuses, it refuses.
 */
export class GraphApi {
  readonly app: FakeApp = { id: '1002003004005', secret: 'canary-app-secret', humanAgent: false };
  readonly pages = new Map<string, FakePage>();
  readonly people = new Map<string, FakePerson>();
  readonly sent: SentMessage[] = [];
  readonly actions: { to: string; action: string }[] = [];
  /** Files of people, by the path of their address. */
  readonly files = new Map<string, { mime: string; bytes: string }>();
  /** Headers of each question for a file: none may hold a token. */
  readonly fileRequests: IncomingMessage['headers'][] = [];
  /** What the next calls of the Send API end in, until null. `silent`: it does it and never says so. */
  trouble: Trouble | null = null;
  /** Answers for the next calls of the Send API, each once. */
  readonly next: Answer[] = [];
  /** By the app's number of somebody: the numbers that pages have for him. */
  readonly matches = new Map<string, string[]>();
  private mids = 0;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async open(): Promise<GraphApi> {
    const api = new GraphApi();
    api.server.listen(0, '127.0.0.1');
    await once(api.server, 'listening');
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  page(id: string, name: string): FakePage {
    const scopes = ['pages_messaging', 'pages_manage_metadata', 'pages_show_list'];
    const page = { id, name, token: `canary-token-${id}`, scopes, subscribed: [] };
    this.pages.set(id, page);
    return page;
  }

  person(psid: string, name: string | null = null): FakePerson {
    const person = { name, picture: name && `${this.url}/picture/${psid}`, wroteAt: Date.now(), blocked: false };
    this.people.set(psid, person);
    return person;
  }

  /** The refusal that the next call of the Send API gets. */
  refuseNext(code: number, subcode?: number, headers: Record<string, string> = {}): void {
    this.next.push(failed(code, 'As the test wants it.', subcode, headers));
  }

  /** A request as Meta signs it. */
  signed(body: unknown, secret = this.app.secret): { text: string; headers: Record<string, string> } {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { text, headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${hmac(secret, text)}` } };
  }

  /** What Meta posts when somebody is to be erased (Meta, "Data Deletion Request Callback"). */
  signedRequest(user: string, secret = this.app.secret, algorithm = 'HMAC-SHA256'): string {
    const said = Buffer.from(JSON.stringify({ algorithm, issued_at: 1, expires: 0, user_id: user })).toString('base64url');
    const signature = createHmac('sha256', secret).update(said).digest('base64url');
    return new URLSearchParams({ signed_request: `${signature}.${said}` }).toString();
  }

  /** The echo that Meta sends of a message of ours (Meta, "message_echoes"). */
  echoOf(sent: SentMessage, at = Date.now()): Body {
    const message = { mid: sent.mid, is_echo: true, app_id: Number(this.app.id), metadata: sent.metadata };
    return {
      sender: { id: sent.page },
      recipient: { id: sent.to },
      timestamp: at,
      message: sent.text === null ? message : { ...message, text: sent.text },
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const bytes = Buffer.concat(await request.toArray());
    if (url.pathname.startsWith('/file/')) return this.giveFile(url.pathname, request, response);
    const [, version, ...rest] = url.pathname.split('/');
    if (!/^v\d+\.\d+$/.test(version ?? '')) return void response.writeHead(404).end();
    const sends = rest.at(-1) === 'messages';
    if (sends && this.trouble === 'hangs') return;
    if (sends && this.trouble === 'breaks') return void request.socket.destroy();
    const said = await this.decide(request, rest.join('/'), url.searchParams, bytes);
    if (sends && this.trouble === 'silent') return void request.socket.destroy();
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers }).end(JSON.stringify(said.body));
  }

  private giveFile(path: string, request: IncomingMessage, response: ServerResponse): void {
    this.fileRequests.push(request.headers);
    const file = this.files.get(path);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.mime }).end(file.bytes);
  }

  private async decide(request: IncomingMessage, to: string, query: URLSearchParams, bytes: Buffer): Promise<Answer> {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const page = [...this.pages.values()].find(({ token }) => token === bearer);
    const ofApp = bearer === `${this.app.id}|${this.app.secret}`;
    if (!page && !ofApp) return failed(190, 'Invalid OAuth access token - Cannot parse access token');
    if (query.get('appsecret_proof') !== hmac(this.app.secret, bearer))
      return failed(100, 'Invalid appsecret_proof provided in the API argument');
    if (to === 'debug_token') return ofApp ? this.debug(query.get('input_token') ?? '') : failed(100, 'Not with this token');
    if (ofApp && to.endsWith('/ids_for_pages')) return this.idsOf(to.slice(0, to.indexOf('/')));
    if (!page) return failed(190, 'A page access token is required');
    if (request.method === 'GET' && to === 'me') return { status: 200, body: { id: page.id, name: page.name } };
    const [owner, edge] = to.split('/');
    if (edge === 'subscribed_apps' && owner === page.id) return this.subscriptions(request.method ?? '', page, query);
    if (request.method === 'POST' && edge === 'messages' && (owner === page.id || owner === 'me'))
      return this.send(page, await fieldsOf(request, bytes));
    if (request.method === 'GET' && edge === undefined) return this.profile(owner ?? '');
    return failed(100, `Unsupported ${request.method} request to ${to}`, 33);
  }

  /** Of whom the app knows by another number (Meta, "ID Matching"). */
  private idsOf(user: string): Answer {
    const ids = this.matches.get(user);
    if (!ids) return failed(100, `Object with ID '${user}' does not exist`, 33);
    return { status: 200, body: { data: ids.map((id) => ({ id, page: { id: 'any', name: 'any' } })) } };
  }

  private debug(token: string): Answer {
    const page = [...this.pages.values()].find((one) => one.token === token);
    const data = page
      ? { app_id: this.app.id, type: 'PAGE', is_valid: true, expires_at: 0, scopes: page.scopes, profile_id: page.id }
      : { is_valid: false, scopes: [], error: { code: 190, message: 'The access token could not be decrypted' } };
    return { status: 200, body: { data } };
  }

  private subscriptions(method: string, page: FakePage, query: URLSearchParams): Answer {
    if (method === 'POST') page.subscribed = (query.get('subscribed_fields') ?? '').split(',').filter(Boolean);
    const data = page.subscribed.length > 0 ? [{ id: this.app.id, subscribed_fields: page.subscribed }] : [];
    return { status: 200, body: method === 'POST' ? { success: true } : { data } };
  }

  private profile(psid: string): Answer {
    const person = this.people.get(psid);
    if (!person?.name) return failed(100, `Object with ID '${psid}' does not exist, or cannot be loaded`, 33);
    const [first, ...last] = person.name.split(' ');
    const body = { id: psid, name: person.name, first_name: first, last_name: last.join(' '), profile_pic: person.picture };
    return { status: 200, body };
  }

  private send(page: FakePage, fields: Body): Answer {
    if (this.trouble === 'refuses') return failed(100, 'Invalid parameter');
    if (this.trouble === 'busy') return failed(613, 'Calls to this API have exceeded the rate limit.');
    const planned = this.next.shift();
    if (planned) return planned;
    const psid = String((fields['recipient'] as { id?: unknown } | undefined)?.id ?? '');
    const person = this.people.get(psid);
    if (!person) return failed(100, 'No matching user found', 2018001);
    if (fields['sender_action'] !== undefined) {
      if ('message' in fields) return failed(100, 'Cannot send both message and state at the same time');
      this.actions.push({ to: psid, action: String(fields['sender_action']) });
      return { status: 200, body: { recipient_id: psid } };
    }
    const refusal = this.refusalOf(fields, person);
    if (refusal) return refusal;
    this.mids += 1;
    const mid = `m_${this.mids}`;
    this.sent.push(sentOf(mid, page.id, psid, fields));
    const headers = { 'x-app-usage': JSON.stringify({ call_count: this.sent.length, total_time: 1, total_cputime: 1 }) };
    return { status: 200, headers, body: { recipient_id: psid, message_id: mid } };
  }

  private refusalOf(fields: Body, person: FakePerson): Answer | null {
    const { message, messaging_type: type, tag } = fields as { message?: Body; messaging_type?: string; tag?: string };
    if (!message) return failed(100, 'Message cannot be empty, must provide valid attachment or text', 2018034);
    if (type !== 'RESPONSE' && !(type === 'MESSAGE_TAG' && tag === 'HUMAN_AGENT')) return failed(100, 'Param messaging_type');
    const text = message['text'];
    if (text === undefined && !message['attachment']) return failed(100, 'Message cannot be empty', 2018034);
    if (typeof text === 'string' && text.length > 2000)
      return failed(100, 'Length of param message[text] must be less than 2000');
    if (message['attachment'] && !fields['filedata']) return failed(100, 'Upload attachment failure.', 2018047);
    if (String(message['metadata'] ?? '').length > 1000) return failed(100, 'Length of param message[metadata]');
    if (person.blocked) return failed(551, 'This person isn’t available right now.', 1545041);
    if (tag === 'HUMAN_AGENT' && !this.app.humanAgent) return failed(10, 'The app has no human_agent permission', 2018276);
    const hours = (Date.now() - person.wroteAt) / HOUR;
    const outside = hours > (tag === 'HUMAN_AGENT' ? 7 * 24 : 24);
    return outside ? failed(10, 'This message is sent outside of allowed window.', 2018278) : null;
  }
}

/** The fields of a call: JSON, or a form in which objects are JSON and a file is `filedata`. */
async function fieldsOf(request: IncomingMessage, bytes: Buffer): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return JSON.parse(bytes.toString()) as Body;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const fields: Body = {};
  for (const [name, value] of form)
    if (typeof value === 'string') fields[name] = value.startsWith('{') ? (JSON.parse(value) as unknown) : value;
    else fields[name] = { name: value.name, mime: value.type, bytes: await value.text() };
  return fields;
}

function sentOf(mid: string, page: string, to: string, fields: Body): SentMessage {
  const message = fields['message'] as {
    text?: string;
    metadata?: string;
    quick_replies?: { title: string }[];
    attachment?: { type: string };
  };
  const file = fields['filedata'] as { name: string; mime: string; bytes: string } | undefined;
  return {
    mid,
    page,
    to,
    type: String(fields['messaging_type']),
    tag: (fields['tag'] as string | undefined) ?? null,
    text: message.text ?? null,
    quickReplies: (message.quick_replies ?? []).map(({ title }) => title),
    attachment: message.attachment && file ? { type: message.attachment.type, ...file } : null,
    metadata: message.metadata ?? '',
  };
}
