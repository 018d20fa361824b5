/** The whole public surface of a Balie plugin. Imports zod and nothing else. */
import { z } from 'zod';

export const API_VERSION = 1; // an integer; the host serves N and N-1

// ── what travels ─────────────────────────────────────────────────────────────────────────────
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Text = string | { en: string; [language: string]: string };
/** An id given by the network. Branded, so it can't be mistaken for one of ours. */
export type ExternalId = string & { readonly __external: true };

/** How a person is known on a network. A `claimed` one finds its contact by value and may write; only a `verified` one may merge contacts, read history or stand for an agent. */
export interface Identity {
  kind: string;
  value: string;
  trust: 'verified' | 'claimed';
  name?: string;
  avatarUrl?: string;
}

/** `ref` files are fetched later by the core through `fetchFile`, so decoding stays quick and pure. */
export type FileRef =
  | { stored: string; name?: string; mime?: string; bytes?: number }
  | { ref: string; name?: string; mime?: string; bytes?: number };
export type Part =
  | { type: 'text'; text: string; html?: string; quoted?: string } // html is sanitised by the core, in and out
  | { type: 'file'; file: FileRef; caption?: string; inlineId?: string }
  | { type: 'choices'; text: string; options: { label: string; value: string }[] }
  | { type: 'fields'; fields: { name: string; label: string; value: Json }[] } // a submitted form
  | { type: 'unsupported'; note: string }; // never drop what we can't show: say so and keep `raw`

/** Hints, best first; the core decides: reply token → ids answered → network thread → inbox policy. */
export interface ThreadHint {
  token?: string;
  answers?: ExternalId[];
  key?: string;
  subject?: string;
}

/** `self` is our own account: an echo when `sendKey` or the id is known, else someone who answered outside. */
export type InboundEvent =
  | {
      type: 'message';
      id: ExternalId;
      knownAs?: ExternalId[]; // ids others will cite it by: a Message-ID, when `id` also holds a content hash
      forwarded?: { sender: Identity; at?: Date; parts: Part[] }; // the original inside, which `parts` hold, too; becomes the customer's message if `sender` is an agent, the rest a note
      flags?: { rule: string; detail: string }[]; // which of the channel's `filterRules` fired; switches, overrides and placement are the core's
      at: Date;
      sender: Identity | 'self';
      to?: Identity[];
      cc?: Identity[];
      thread: ThreadHint;
      parts: Part[];
      automatic?: 'reply' | 'bulk' | 'list';
      sendKey?: string;
      raw?: FileRef;
      extras?: Json;
    }
  | { type: 'edited' | 'deleted'; target: ExternalId; at: Date; parts?: Part[] }
  | { type: 'reaction'; target: ExternalId; sender: Identity | 'self'; emoji: string; removed?: boolean }
  | {
      type: 'receipt';
      status: 'delivered' | 'read' | 'failed' | 'complained' | 'delayed'; // `delayed` changes nothing: the far side still tries
      at: Date;
      recipient?: Identity;
      target: { id: ExternalId } | { thread: string; upTo: Date };
      reason?: string;
    } // bounces are `failed` receipts
  | { type: 'typing' | 'online'; sender: Identity; thread: ThreadHint; active: boolean } // never stored
  | { type: 'profile'; identity: Identity; attributes: Record<string, Json> };

export interface OutboundMessage {
  sendKey: string; // idempotency key, the same on every attempt: put it in Message-ID, client_msg_id…
  attempt: number; // >1: a retry. `uncertain`: it may have gone out: look, or rely on the network's idempotency key; if you can do neither, throw 'uncertain' and send nothing
  uncertain: boolean;
  from: Identity;
  to: Identity[];
  cc?: Identity[];
  bcc?: Identity[]; // computed by the core, never by the plugin
  thread: { id: string; key?: string; subject?: string; answers: ExternalId[]; replyToken: string };
  author: { name: string; avatarUrl?: string; bot: boolean };
  parts: Part[]; // already fitted by the core to `capabilities`
  extras: Json;
}
export interface SendResult {
  ids: ExternalId[];
  threadKey?: string;
  status: 'accepted' | 'delivered';
  refused?: { to: Identity; reason: string }[];
}

/** The one way to fail. The core owns every retry, back-off and dead letter. */
export class ChannelError extends Error {
  constructor(
    readonly kind: 'transient' | 'rate_limited' | 'rejected' | 'unreachable' | 'window_closed' | 'auth' | 'uncertain',
    message: string,
    readonly detail: { retryAfterMs?: number; code?: string } = {},
  ) {
    super(message);
  }
}

// ── capabilities: data, never code in the core ───────────────────────────────────────────────
export type Support = 'full' | 'partial' | 'fallback' | 'none'; // fallback: the core rewrites it (choices → a numbered list)
export interface Capabilities {
  outbound: 'initiate' | 'reply' | 'none'; // forms: none ⇒ the core uses the next reply route
  continuity: 'threads' | 'one-per-contact' | 'session';
  replyWindow?: { hours: number }; // Messenger 24 h
  offline?: 'queue' | 'next-route'; // web chat: after a while, e-mail the visitor
  text: { maxLength?: number; formats: ('bold' | 'italic' | 'link' | 'list' | 'code' | 'image')[] };
  files: { maxBytes: number; maxCount: number; mime: string[] } | 'none';
  choices: Support;
  edit: Support;
  delete: Support;
  reaction: Support;
  typing: { in: boolean; out: boolean };
  receipts: ('delivered' | 'read')[];
  compose: ('subject' | 'to' | 'cc' | 'bcc')[]; // fields the composer shows
}

// ── what the host lends ──────────────────────────────────────────────────────────────────────
export interface StateStore {
  get<T extends Json>(key: string): Promise<{ value: T; version: number } | null>;
  set(key: string, value: Json, o?: { ttlMs?: number; ifVersion?: number }): Promise<{ version: number }>; // compare-and-set
  delete(key: string): Promise<void>;
}
export interface HistoryItem {
  id: string;
  at: Date;
  from: 'contact' | 'agent' | 'bot';
  author: { name: string; avatarUrl?: string };
  parts: Part[];
}
export interface Context<S> {
  // of one configured instance
  readonly instance: {
    id: string;
    inboxIds: string[];
    account: string | null;
    webhookUrl(name: string): string;
    routeUrl(name: string): string;
  };
  readonly settings: S; // parsed; secrets decrypted here and nowhere else
  readonly signal: AbortSignal; // aborted on unload, upgrade, pause
  readonly state: StateStore;
  readonly files: {
    put(data: Uint8Array | ReadableStream, o: { name: string; mime: string }): Promise<FileRef>;
    open(file: FileRef): Promise<ReadableStream>;
    url(file: FileRef, ttlMs: number): Promise<string>;
  };
  readonly http: typeof fetch; // allow-listed hosts, timeouts, traces, proxy
  readonly log: Record<'debug' | 'info' | 'warn' | 'error', (message: string, fields?: Record<string, Json>) => void>; // redacted
  readonly issue: {
    raise(id: string, o: { severity: 'warning' | 'error'; title: string; learnMore?: string }): Promise<void>;
    clear(id: string): Promise<void>;
  };
}
export interface ChannelContext<S> extends Context<S> {
  /** Durable when it resolves; a repeat of (channel, id) is a no-op; the cursor commits in the same transaction.
   *  `history`: an import, so no automation, no notice, no unread mark. */
  ingest(events: InboundEvent[], o?: { cursor?: Json; history?: boolean }): Promise<void>;
  /** Raw first, for what listens (IMAP, SMTP): each item is durable, with the cursor, when this resolves. `decode` follows in a job, may be repeated, and its failure costs no other item. */
  receive(items: { id: ExternalId; raw: FileRef; meta?: Json }[], o?: { cursor?: Json; history?: boolean }): Promise<void>;
  cursor<T extends Json>(): Promise<T | null>;
  publish(topic: string, data: Json): Promise<void>; // to the end users admitted by `stream`
  history(threadKey: string, o?: { before?: Date; limit?: number }): Promise<HistoryItem[]>; // this channel's own threads; no internal notes
  desk(): Promise<{ name: string; open: boolean; reopensAt?: Date; people: { name: string; avatarUrl?: string }[] }>; // what an end user may know
}

export interface RawRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: Uint8Array;
  ip: string;
  receivedAt: Date;
}
export interface RawResponse {
  status: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** verify → store raw → answer → decode in a job. verify and decode are pure, so any payload can be replayed. */
export interface Webhook<S> {
  challenge?(request: RawRequest, settings: S): RawResponse | null;
  verify(request: RawRequest, settings: S): boolean;
  decode(request: RawRequest): InboundEvent[];
  answer?: RawResponse;
}
/** One URL for every channel of an app (Meta, Slack): says whose the payload is, then decodes each account's share. */
export interface SharedWebhook<P> extends Omit<Webhook<P>, 'decode'> {
  channelType: string;
  accounts(request: RawRequest): string[];
  decode(request: RawRequest, account: string): InboundEvent[];
}

/** Settings can't always be a form: OAuth, QR codes and app manifests take steps. */
export type SetupStep =
  | { step: string; show: 'form'; schema: z.ZodObject; error?: string }
  | { step: string; show: 'redirect'; url: string }
  | { step: string; show: 'text' | 'qr'; data: string; help: string }
  | { show: 'done'; settings: Json };

/** One line of a test, such as "IMAP sign-in", with the far side's own words when it failed. */
export interface CheckLine {
  title: string;
  ok: boolean;
  message?: string;
  /** A setting that would mend it once the admin agrees, such as "this is a private address: connect anyway?". */
  fix?: { question: string; setting: string; value: Json };
}
/** `own`: our addresses and aliases, never recipients. Any line that is not ok refuses the settings. */
export interface CheckResult {
  account: string;
  label: string;
  own?: Identity[];
  capabilities?: Partial<Capabilities>;
  checks?: CheckLine[];
}

/** What a channel and a responder share: something an admin configures, zero or more times. */
interface Configurable<S extends z.ZodObject, C> {
  type: string;
  title: Text;
  icon: string;
  settings: S;
  settingsVersion: number;
  migrate?(old: Json, from: number): Json;
  setup?(
    input: { step: string; data: Record<string, Json> } | null,
    o: { callbackUrl: string; reauth: boolean; plugin: Json },
  ): Promise<SetupStep>;
  /** Proves the settings before they are saved; the account makes an instance unique. */
  check(context: C): Promise<CheckResult>;
  actions?: Record<string, { title: Text; input: z.ZodObject; output: z.ZodObject; run(input: Json, context: C): Promise<Json> }>; // called by rules, bot steps, the contact's menu and `plugin(id).call`
  schedules?: Record<string, { every: string; run(context: C): Promise<void> }>;
  routes?: Record<
    string,
    {
      method: 'GET' | 'POST';
      public: boolean;
      cors?: boolean;
      maxBytes?: number;
      handle(r: RawRequest, context: C): Promise<RawResponse>;
    }
  >;
  listen?(context: C): Promise<void>; // long-lived (IMAP IDLE, Socket Mode): one process holds the lease; return when `signal` aborts
  health?(context: C): Promise<{ status: 'ok' | 'degraded' | 'down'; message?: string }>;
}
export interface Channel<S extends z.ZodObject = z.ZodObject, C = ChannelContext<z.output<S>>> extends Configurable<S, C> {
  identities: string[];
  capabilities: Capabilities;
  view: { id: string; title: Text }; // its entry in the left bar; channels may share one
  filterRules?: Record<
    string,
    { title: Text; to: 'filtered' | 'spam'; on: boolean; knownContact: 'yields' | 'beaten'; sender?: 'machine' }
  >; // S25: drawn as switches. `sender`: nobody wrote it, so no contact is made
  extras?: z.ZodObject; // per-message fields, drawn in the composer
  webhooks?: Record<string, Webhook<z.output<S>>>;
  stream?(request: RawRequest, context: C): Promise<{ topics: string[]; identity: Identity }>; // admits an end user to the host's SSE/WebSocket
  send?(message: OutboundMessage, context: C): Promise<SendResult>;
  amend?(
    change: { type: 'edit' | 'delete' | 'react'; target: ExternalId; parts?: Part[]; emoji?: string },
    context: C,
  ): Promise<void>;
  signalTyping?(thread: { id: string; key?: string }, active: boolean, context: C): Promise<void>;
  fetchFile?(ref: string, context: C): Promise<{ data: Uint8Array; name: string; mime: string }>;
  decode?(item: { id: ExternalId; raw: ReadableStream; meta?: Json; receivedAt: Date }): Promise<InboundEvent[]>; // pure; goes with `receive`
  fetchProfile?(identity: Identity, context: C): Promise<Record<string, Json>>;
}

/** Reacts to the event journal and acts through the public GraphQL API with a scoped token: no second command API.
 *  `turn`: a bot that may be an assignee and hears a conversation only while it holds it; at most one holds it. */
export type ResponderContext<S> = Context<S> & { graphql<T>(document: string, variables?: Json): Promise<T> };
export interface Responder<S extends z.ZodObject = z.ZodObject, C = ResponderContext<z.output<S>>> extends Configurable<S, C> {
  on: string[];
  scopes: string[];
  turn: boolean; // ['message.received'], ['CONVERSATIONS_WRITE']
  handle(
    event: { id: string; type: string; at: Date; data: Json /* one zod schema per type, exported by the SDK as `events` */ },
    context: C,
  ): Promise<void>; // at least once; never sees its own effects
}

export const secret = <T extends z.ZodType>(schema: T): T => schema.meta({ ...schema.meta(), secret: true }) as T; // encrypted, write-only, redacted
export const defineChannel = <S extends z.ZodObject>(channel: Channel<S>) => channel;
export const defineResponder = <S extends z.ZodObject>(responder: Responder<S>) => responder;
export const definePlugin = <P extends z.ZodObject>(plugin: {
  settings?: P;
  sharedWebhooks?: Record<string, SharedWebhook<z.output<P>>>;
  // Channels of different settings stand in one list; a function of settings is not a function of any other settings.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  channels?: Channel<any>[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  responders?: Responder<any>[];
}) => plugin; // settings: an app's own keys, once per install
