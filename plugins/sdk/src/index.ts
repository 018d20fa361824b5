/** The whole public surface of a Balie plugin. Imports zod and nothing else. */
import { z } from 'zod';
import type { SettingChoices } from './choices.js';
import type { RawRequest, RawResponse, RouteOptions } from './http.js';
import type { Text } from './text.js';

export { waitLeft, writtenAhead } from './clock.js';
export type { SettingChoice, SettingChoices } from './choices.js';
export type { RawRequest, RawResponse, RouteOptions } from './http.js';
export type { Text } from './text.js';

/** Goes into the manifest as `apiVersion`. An integer; the host serves it and the one before. */
export const API_VERSION = 1;

// ── what travels ─────────────────────────────────────────────────────────────────────────────
/** What crosses between the host and a plugin, and is kept. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
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

/** A file that the host keeps. */
export interface StoredFile {
  stored: string;
  name?: string;
  mime?: string;
  bytes?: number;
}
/**
 * `ref` files are fetched later by the core through `fetchFile`, so decoding stays quick and pure. `data` is a small file as it is,
 * at most 128 KiB, that the core need not ask for again; keep all of a message together below that.
 */
export type FileRef =
  StoredFile | { ref: string; name?: string; mime?: string; bytes?: number } | { data: Uint8Array; name?: string; mime?: string };
/** What a question wants to hear: a channel that has a fitting field shows it, all others leave it at the words. */
export type AnswerKind = 'email' | 'number' | 'phone' | 'date';
/** A message is made of these. What can't be shown is never dropped: it is said, and `raw` is kept. */
export type Part =
  | { type: 'text'; text: string; html?: string; quoted?: string; asks?: AnswerKind } // html is sanitised by the core, in and out; `asks` only on what we send
  | { type: 'file'; file: FileRef; caption?: string; inlineId?: string } // caption: its name where it has none; what somebody wrote beside it is a text part
  | { type: 'choices'; text: string; options: { label: string; value: string }[] }
  | { type: 'fields'; fields: { name: string; label: string; value: Json }[] } // a submitted form
  | { type: 'calendar'; event: CalendarEvent } // an invitation, its change or an answer to one; shown as a card, accepted by nobody but the reader. Sent only with the capability `calendar`; the text before it says the same in words
  | { type: 'badge'; kind: 'signed' | 'encrypted' | 'pgp-signed' | 'pgp-encrypted'; note: string } // what wraps the message
  | { type: 'unsupported'; note: string }; // something that only the network itself can show
/** One event of a calendar (RFC 5545, 5546). Times: an instant `…Z` when the zone is known, `2026-11-22T09:00:00` in the reader's own when it floats, `2026-11-22` when `allDay` (`end`: the last day). */
export interface CalendarEvent {
  method?: string; // REQUEST, CANCEL, REPLY, …
  uid?: string;
  summary?: string;
  description?: string;
  start?: string;
  end?: string;
  allDay: boolean;
  timeZone?: string; // in which the organiser thinks of it
  recurrence?: string; // RRULE
  location?: string;
  organizer?: { name?: string; address?: string };
  attendees?: { name?: string; address?: string; answer?: string }[]; // answer: ACCEPTED, DECLINED, TENTATIVE, NEEDS-ACTION, DELEGATED
  status?: string; // CONFIRMED, TENTATIVE, CANCELLED
  sequence?: number; // counts what the organiser has changed (RFC 5545, 3.8.7.4); of an answer: what it is an answer to
  stamp?: string; // the instant at which this was said (DTSTAMP); the same on every attempt
  comment?: string; // what somebody says with his answer, or with the other time that he proposes (COUNTER: `start` and `end` are that time)
}

/** Where on a website somebody is, for the agents. Leave out what stands behind `?` and `#`: secrets stand there. Only the last one is kept. */
export interface VisitedPage {
  url: string;
  title?: string;
  referrer?: string; // the site that led there
}

/** Hints, best first; the core decides: reply token → ids answered → network thread → inbox policy. */
export interface ThreadHint {
  token?: string;
  answers?: ExternalId[];
  key?: string;
  subject?: string;
  page?: VisitedPage; // where he is, with a message or `online`
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
      writtenBy?: Identity[]; // with `self`: who of us it says it is from, best first
      to?: Identity[];
      cc?: Identity[];
      thread: ThreadHint;
      parts: Part[];
      automatic?: 'reply' | 'bulk' | 'list';
      byWords?: boolean; // only its words say that it is `automatic`: then an answer to us counts as such for five minutes, later a person wrote it
      noAutoReply?: boolean; // no machine may answer it, though a person may (RFC 3834, 2); goes without saying for what is `automatic`
      authentication?: 'passed' | 'failed'; // whether the network proved the sender, such as DMARC; left out where nothing is known. A failed one reopens nothing and is shown with a warning
      proofs?: { method: string; result?: string; by?: string; record?: string }[]; // only of what we sent ourselves: what was found out about its sender on the way, as the network calls it (`dkim`, `pass`), by whom, and the name in DNS where the key to it stands. The self-check shows it
      sendKey?: string;
      opens?: { record: 'ticket' | 'deal' | 'task'; title?: string; source?: string }; // made together with the conversation that it begins, unless that is set aside
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
      unreachable?: boolean; // with `failed`: the address itself is gone for good (RFC 3463, 5.1.1), not just this message
    } // bounces are `failed` receipts
  | { type: 'typing' | 'online'; sender: Identity; thread: ThreadHint; active: boolean } // never stored
  | {
      type: 'profile';
      identity: Identity;
      attributes: Record<string, Json>;
      known?: Identity[]; // how else he can be reached. A verified one makes him the contact that has it; a claimed one only ties the conversation of `threadKey` to that contact, and opens nothing
      threadKey?: string;
    }
  | { type: 'transcript'; threadKey: string; at: Date }; // he asks for a copy of what was said; the core sends one to whom `transcriptTo` names

/** What `send` gets: one message, fitted to the channel, to people that the core has chosen. */
export interface OutboundMessage {
  sendKey: string; // idempotency key, the same on every attempt: put it in Message-ID, client_msg_id…
  attempt: number; // >1: a retry. `uncertain`: it may have gone out: look, or rely on the network's idempotency key; if you can do neither, throw 'uncertain' and send nothing
  uncertain: boolean;
  from: Identity;
  to: Identity[];
  cc?: Identity[];
  bcc?: Identity[]; // computed by the core, never by the plugin
  named?: { to: Identity[]; cc: Identity[] }; // all whom it names, when this attempt goes to some of them only; nothing is sent to the others
  thread: { id: string; key?: string; subject?: string; answers: ExternalId[]; replyToken: string };
  author: { name: string; avatarUrl?: string; bot: boolean };
  automatic?: boolean; // nobody wrote it: say so where the network can (RFC 3834), so that no machine answers it; its subject is to be taken as it is
  list?: { unsubscribe: string }; // its reader may end such messages: one POST to this web address does it, without a sign-in (RFC 2369, RFC 8058); say so where the network can
  parts: Part[]; // already fitted by the core to `capabilities`
  extras: Json;
}
/** What became of it. `ids` are those by which what comes back names it: receipts, answers, echoes. */
export interface SendResult {
  ids: ExternalId[];
  threadKey?: string;
  status: 'accepted' | 'delivered';
  refused?: { to: Identity; reason: string; later?: boolean; unreachable?: boolean }[]; // `later`: not now; the core tries again for these alone. `unreachable`: as in a receipt
  via?: string; // the way it took where there are several, such as the server's name
  acceptedAs?: string; // what the far side calls it, such as its queue id; shown, nothing is looked up by it
}

/** The one way to fail. The core owns every retry, back-off and dead letter. */
export class ChannelError extends Error {
  constructor(
    /**
     * What the core is to do. `transient`: try again later. `rate_limited`: the same, after `retryAfterMs`. `rejected`: show why; this message, never.
     * `unreachable`: the same, since this person can't be reached there any more. `window_closed`: the same, since it is too late to answer.
     * `auth`: hold all that waits, and ask the admin. `uncertain`: it may have gone out; look once more, then a person decides.
     */
    readonly kind: 'transient' | 'rate_limited' | 'rejected' | 'unreachable' | 'window_closed' | 'auth' | 'uncertain',
    message: string,
    readonly detail: { retryAfterMs?: number; code?: string } = {},
  ) {
    super(message);
  }
}

// ── capabilities: data, never code in the core ───────────────────────────────────────────────
/** How far a network can do something. With `fallback` the core rewrites it, such as choices as a numbered list. */
export type Support = 'full' | 'partial' | 'fallback' | 'none';
/** What a channel can do. The core and the composer go by it alone; `check` may narrow it for one instance. */
export interface Capabilities {
  outbound: 'initiate' | 'reply' | 'none'; // `none`, as forms: the core answers by the next reply route
  continuity: 'threads' | 'one-per-contact' | 'session'; // what belongs together: what the network threads, all of one person, or one visit
  replyWindow?: { hours: number; peopleHours?: number }; // how long after the customer's last words an answer may go out, such as Messenger's 24 h. `peopleHours`: longer, for what a person writes; the channel refuses what is not
  offline?: 'queue' | 'next-route'; // web chat: after a while, e-mail the visitor
  ending?: { afterMinutes: number; closes: boolean }; // a talk is over so long after our last word without an answer; with `closes` its conversation is closed then
  text: { maxLength?: number; formats: ('bold' | 'italic' | 'link' | 'list' | 'code' | 'image')[] }; // a text with other formats goes as plain text; one that is too long is refused in the composer
  files: { maxBytes: number; maxCount: number; mime: string[] } | 'none'; // of `mime` also `image/*`; what does not fit is refused in the composer
  choices: Support; // options to tap; `fallback` makes a numbered list of them
  calendar?: Support; // `full`: meetings go out as `calendar` parts and their answers come in as such; an answer also names the invitation among `answers`, by an id of `send`. Left out: none
  edit: Support; // an agent rewords what he has sent: `amend`
  delete: Support; // an agent takes it back: `amend`
  reaction: Support; // emoji of agents; the core sends none yet, and what comes in needs no support
  typing: { in: boolean; out: boolean }; // `out` goes with `signalTyping`
  receipts: ('delivered' | 'read')[]; // of which the network tells
  compose: ('subject' | 'to' | 'cc' | 'bcc')[]; // fields the composer shows
}

// ── what the host lends ──────────────────────────────────────────────────────────────────────
/**
 * Of one instance, shared by all processes. `secret` values, such as tokens that renew themselves, are encrypted at rest and taken out
 * of all that the plugin says. While settings are tried what is set is forgotten afterwards, but for secrets: where the instance is
 * there already a renewed one is kept, since the old one may be worth nothing; what `setup` handed over is kept with the settings.
 */
export interface StateStore {
  get<T extends Json>(key: string): Promise<{ value: T; version: number } | null>;
  set(key: string, value: Json, o?: { ttlMs?: number; ifVersion?: number; secret?: boolean }): Promise<{ version: number }>; // compare-and-set; rejects when `ifVersion` (0: nothing there) is no longer the version
  delete(key: string): Promise<void>;
}
/** One message of a thread, as its end user may read it. */
export interface HistoryItem {
  id: string;
  ids: ExternalId[]; // by which this channel's network knows it: what `send` answered, or the id that came in
  at: Date;
  from: 'contact' | 'agent' | 'bot';
  author: { name: string; avatarUrl?: string };
  parts: Part[];
  sendKey?: string; // of ours: what `send` was given; it also stands here while `send` runs or when nobody knows whether it arrived
  edited?: boolean;
  deleted?: boolean;
}
/** Somebody who answers, as he shows himself to the other side. */
export interface Face {
  name: string;
  avatarUrl?: string;
  meetingUrl?: string; // where a meeting with him can be booked
}
/** What an end user may know of who answers. */
export interface Desk {
  name: string;
  open: boolean; // by the working hours of the inbox; always without any
  available: boolean; // somebody who answers there is available now
  reopensAt?: Date;
  writesTo?: string[]; // kinds of identities to which a channel of the inbox may write first, such as `email`
  people: Face[]; // those who are available, else all; a few
  agent?: Face; // who has the open conversation of `threadKey`, and stays with it though he is away for others
}
/** What the host lends to one configured instance for the time of one call. */
export interface Context<S> {
  readonly instance: {
    id: string;
    inboxIds: string[];
    account: string | null;
    since: Date | null; // when it was made: what the far side got before is its past; null while it is only tried
    webhookUrl(name: string): string; // of a shared webhook: the one of the plugin
    routeUrl(name: string): string; // more may follow it: `${routeUrl('assets')}/style.css`
    streamUrl: string; // where `stream` admits end users: server-sent events, or a WebSocket with `ws` for `http`
  };
  readonly settings: S; // parsed; secrets decrypted here and nowhere else
  readonly plugin: Json; // what the host has set for the plugin as a whole, parsed by its `settings`; reading it throws in words when that is wrong
  readonly signal: AbortSignal; // aborted on unload, upgrade, pause
  readonly state: StateStore;
  readonly files: {
    put(data: Uint8Array | ReadableStream, o: { name: string; mime: string }): Promise<StoredFile>;
    open(file: FileRef): Promise<ReadableStream>;
    url(file: FileRef, ttlMs: number): Promise<string>;
  };
  readonly http: typeof fetch; // allow-listed hosts, timeouts, traces, proxy
  readonly log: Record<'debug' | 'info' | 'warn' | 'error', (message: string, fields?: Record<string, Json>) => void>; // redacted
  readonly issue: {
    raise(id: string, o: { severity: 'warning' | 'error'; title: string; learnMore?: string }): Promise<void>;
    clear(id: string): Promise<void>;
  };
  /** Runs one of `schedules` once more at a time of its own, within about a second; those for the same second are one. What was missed meanwhile is for its next `every`. */
  runAt(schedule: string, at: Date): Promise<void>;
}
/** A channel of the same plugin; `settings` as they were saved, without secrets. */
export interface Peer {
  id: string;
  type: string;
  account: string;
  active: boolean;
  settings: Record<string, Json>;
}
/** What a channel gets beside: taking things in, telling end users, and reading what is its own. */
export interface ChannelContext<S> extends Context<S> {
  /** Durable when it resolves; a repeat of (channel, id) is a no-op; the cursor commits in the same transaction.
   *  `history`: an import, so no automation, no notice, no unread mark. */
  ingest(events: InboundEvent[], o?: { cursor?: Json; history?: boolean }): Promise<void>;
  /** Raw first, for what listens (IMAP, SMTP): each item is durable, with the cursor, when this resolves. `decode` follows in a job, may be repeated, and its failure costs no other item. `raw` is what `files.put` answered. */
  receive(items: { id: ExternalId; raw: StoredFile; meta?: Json }[], o?: { cursor?: Json; history?: boolean }): Promise<void>;
  cursor<T extends Json>(): Promise<T | null>;
  /** All channels of the plugin, this one and those that are switched off or listened to by another process too: for what serves several of them at once. */
  peers(): Promise<Peer[]>;
  publish(topic: string, data: Json): Promise<void>; // to the end users admitted by `stream`
  history(threadKey: string, o?: { before?: Date; limit?: number }): Promise<HistoryItem[]>; // this channel's own threads; no internal notes
  desk(o?: { threadKey?: string }): Promise<Desk>;
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
/**
 * The same where each channel has the keys of its app among its own settings: `challenge` and `verify` are asked with those of each
 * channel of the type that is switched on, and only the channels for which `verify` holds get their share.
 */
export interface ChannelsWebhook<S> extends SharedWebhook<S> {
  keys: 'channels';
}

/**
 * Settings can't always be a form: OAuth, QR codes and app manifests take steps. `keep` comes back as `kept` with the next step, after
 * a redirect, too: encrypted, for an hour and for this admin only. After `redirect` the far side sends the browser to `callbackUrl`
 * with `state`; the step is then answered by all that the address carried. A form begins with `values`, of which secrets stay hidden.
 * With `done`, `state` is what the store begins with, as secrets: `check` finds it there, and it is kept when the settings are.
 */
export type SetupStep =
  | { step: string; show: 'form'; schema: z.ZodObject; values?: Record<string, Json>; error?: Text; keep?: Json }
  | { step: string; show: 'redirect'; url: string; keep?: Json }
  | { step: string; show: 'text' | 'qr'; data: string; help: string; keep?: Json }
  | { show: 'done'; settings: Record<string, Json>; state?: Record<string, Json> };

/** What a step of `setup` knows. */
export interface SetupOptions {
  /** To be registered with the far side: where it sends the browser back to. */
  callbackUrl: string;
  /** For the address of a redirect: unguessable, good for one return of this admin within ten minutes. */
  state: string;
  /** The far side no longer lets the instance in, or its admin wants to sign in again: the account must stay the same. */
  reauth: boolean;
  /** What an existing instance has now, with its secrets; null for a new one. */
  settings: Record<string, Json> | null;
  /** What the step before kept. */
  kept: Json;
  plugin: Json;
  signal: AbortSignal;
}

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

/** A condition on other settings: it holds when each of those named has one of the values. */
export type When = Record<string, Json[]>;
/** What `meta` may say of a setting, for the form that an admin fills in; no code of the plugin runs in the page. */
export interface SettingWords {
  title?: Text;
  description?: Text;
  advanced?: boolean; // folded away
  multiline?: boolean; // of a list of texts: one on each line, so that a comma may stand in it
  labels?: Record<string, Text>; // of the values of a choice
  order?: number;
  when?: When; // only then it is asked for; what is not asked for is not sent, so it needs a default
  needed?: When | true; // must be filled in although it has a default: always, or only then
  widget?: 'steps'; // a list of typed steps: an array of a `z.discriminatedUnion('type', …)` of objects; an array within one that is `steps`, too, is a branch of it
  pick?: 'agent' | 'team' | 'inbox' | 'contactProperty' | 'ticketStage' | 'pluginAction' | 'stepName'; // a text that is chosen out of what there is; an `inbox` is its id, `contactProperty` also `name` and `email`, `pluginAction` is `instance action`, `stepName` the `name` of a step
  choicesFrom?: string; // of a responder, a text that is chosen out of what the far side has, or typed: the name of one of its `settingChoices`
  copy?: boolean; // never filled in: its default is shown to be copied, such as an address to be registered elsewhere; `{route:NAME}` and `{webhook:NAME}` in it become the instance's own addresses
  item?: { title: Text; name?: string }; // of a list of objects, drawn as things to add, remove and put in order: what one is called, and which of its settings names it. Objects of a discriminated union are added by type; the title of each is that of its object. No secrets inside
  preview?: string; // never filled in: a page of this route (GET, not `public`), made with the unsaved settings, shown beside the form in a frame of its own. It is asked while settings are tried, so it keeps nothing; its scripts and styles stand in the page
  link?: string; // where more is told; https
}

/** What a channel and a responder share: something an admin configures, zero or more times. */
interface Configurable<S extends z.ZodObject, C> {
  type: string;
  title: Text;
  icon: string;
  settings: S;
  settingsVersion: number;
  migrate?(old: Json, from: number): Json;
  /** `input`: an answer to a step; null to begin. Secrets that a form leaves empty come with the values of the existing instance. */
  setup?(input: { step: string; data: Record<string, Json> } | null, o: SetupOptions): Promise<SetupStep>;
  /** Proves the settings before they are saved; the account makes an instance unique. */
  check(context: C): Promise<CheckResult>;
  actions?: Record<string, Action<C>>; // called with the mutation `pluginCall`, by rules and by bot steps; one with `calls` beside the number of a contact
  schedules?: Record<string, { every: string; run(context: C): Promise<void> }>; // every '30s', '15m', '6h', '1d'; by one process at a time, within five minutes
  routes?: Record<string, RouteOptions & { handle(r: RawRequest, context: C): Promise<RawResponse> }>; // answered within 30 s
  listen?(context: C): Promise<void>; // long-lived (IMAP IDLE, Socket Mode): one process holds the lease; return when `signal` aborts
  /** `lastSuccessAt`: until when nothing can have been missed; `position`: how far it has read, for people. */
  health?(context: C): Promise<{ status: 'ok' | 'degraded' | 'down'; message?: string; lastSuccessAt?: Date; position?: string }>;
}
/** Something that an instance can be asked to do, with input and output that are checked by their schemas. */
export interface Action<C> {
  title: Text;
  input: z.ZodObject;
  output: z.ZodObject;
  /** It takes over calls: agents of its inboxes find it beside a number, and it gets what `callRequest` says as its input. */
  calls?: true;
  run(input: Json, context: C): Promise<Json>;
}
/**
 * What an action with `calls` is asked: to call `phone` for `agent`, whom the core vouches for. It logs the call itself, with `recordSave` under
 * this `id` and again when it is over. It may be asked twice for one `id`, which is one call.
 */
export const callRequest = z.object({
  id: z.string(),
  phone: z.string(),
  contactId: z.string().nullable(),
  agent: z.object({ id: z.string(), name: z.string(), email: z.string() }),
});
/** One kind of network: what can be configured any number of times, takes messages in, and sends them out. */
export interface Channel<S extends z.ZodObject = z.ZodObject, C = ChannelContext<z.output<S>>> extends Configurable<S, C> {
  identities: string[];
  capabilities: Capabilities;
  view: { id: string; title: Text }; // its entry in the left bar; channels may share one
  filterRules?: Record<
    string,
    { title: Text; to: 'filtered' | 'spam'; on: boolean; knownContact: 'yields' | 'beaten'; sender?: 'machine' }
  >; // drawn as switches. `sender`: nobody wrote it, so no contact is made
  extras?: z.ZodObject; // per-message fields, drawn in the composer
  webhooks?: Record<string, Webhook<z.output<S>>>;
  /** Admits an end user to the host's server-sent events or WebSocket, where he gets what is published under these topics; throw ChannelError 'auth' to refuse. What is missed while he is away is not repeated: read `history` after each connect. */
  stream?(request: RawRequest, context: C): Promise<{ topics: string[]; identity: Identity }>;
  send?(message: OutboundMessage, context: C): Promise<SendResult>;
  amend?(
    change: { type: 'edit' | 'delete' | 'react'; target: ExternalId; parts?: Part[]; emoji?: string },
    context: C,
  ): Promise<void>;
  signalTyping?(thread: { id: string; key?: string }, active: boolean, context: C): Promise<void>;
  signalRead?(thread: { id: string; key?: string }, upTo: Date, context: C): Promise<void>; // an agent has read what was written up to then; shown now or never
  /** Who answers has changed: for everybody (null), or for whom a thread is with. It may be lost; whoever connects anew reads `desk`. */
  signalDesk?(thread: { id: string; key?: string } | null, context: C): Promise<void>;
  /** Who gets a copy of what was said, by another way: only whom the person of the thread named himself; null for nobody. `asked`: he wants it now; `ended`: the talk is over. */
  transcriptTo?(thread: { id: string; key?: string }, why: 'asked' | 'ended', context: C): Promise<Identity | null>;
  fetchFile?(ref: string, context: C): Promise<{ data: Uint8Array; name: string; mime: string }>;
  decode?(item: { id: ExternalId; raw: ReadableStream; meta?: Json; receivedAt: Date }): Promise<InboundEvent[]>; // pure; goes with `receive`
  /** Asked once about who writes for the first time and says no name. `name` and `avatarUrl` are taken as such, all else as facts about him. */
  fetchProfile?(identity: Identity, context: C): Promise<Record<string, Json>>;
}

/** What happened, as the journal has it. `data` holds what the event says beside its ids, such as `{ assigneeId }`. */
export interface JournalEvent {
  id: string;
  type: string; // such as 'message.received', 'message.sent', 'comment.added', 'conversation.created', 'conversation.assigned', 'conversation.closed', 'conversation.bot_began'
  at: Date;
  data: {
    nodeId: string; // what it is about, such as the message
    conversationId: string | null;
    inboxId: string | null;
    contactId: string | null;
    actor: { kind: 'USER' | 'CONTACT' | 'BOT' | 'SYSTEM' | 'INTEGRATION'; id: string | null; name: string };
    more: Record<string, Json>;
  };
}
/** How somebody is known on a network, as in an `Identity`. */
export type Account = Pick<Identity, 'kind' | 'value'>;

/** What a responder gets beside: the public API, and who is who. */
export interface ResponderContext<S> extends Context<S> {
  /**
   * The public API, with the rights of `scopes` in the inboxes that it serves. Rejects with the first error; `userErrors` of payloads are
   * yours to look at. `actFor`: in the name of the agent who has linked this account, with his rights where these are fewer, and as no admin;
   * needs the scope ACT_FOR, and the audit shows both. Rejects with FORBIDDEN when nobody has linked it.
   */
  graphql<T>(document: string, variables?: Record<string, Json>, o?: { actFor?: Account }): Promise<T>;
  /** A file of a message that its scopes let it read, for `files.open`; null as long as it is not fetched, and when it is gone. */
  attachment(id: string): Promise<StoredFile | null>;
  /**
   * Makes a file that was put in this call one that can be sent, and answers its id for `uploadIds`; within a day, by the same `actFor`.
   * `id`: of `idFor('upl', …)`; the same file under the same id is one upload. Needs MESSAGES_WRITE.
   */
  upload(file: StoredFile, o: { id: string; name: string; mime: string; actFor?: Account }): Promise<string>;
  /** The agent who has linked this account; null when nobody has, or he is no longer here. Needs ACT_FOR. */
  linked(account: Account): Promise<{ id: string; name: string; email: string } | null>;
  /** Where an agent says that the account is his, within an hour. Show it to nobody but whom the network has verified to be its owner. Needs ACT_FOR. */
  linkUrl(identity: Identity & { trust: 'verified' }): Promise<string>;
  /** An id for what is created because of an event: the same each time for the same key, so that a repeat creates nothing twice. */
  idFor(prefix: string, event: Pick<JournalEvent, 'id' | 'at'>, key?: string): string;
}
/** `text` is what the one who tries has written, null to begin; `state` comes back from the turn before. */
export interface TryOutInput {
  text: string | null;
  state: Json;
}
/** A `note` tells what would be done; `options` are offered as answers. */
export interface TryOutLine {
  from: 'responder' | 'note';
  text: string;
  options?: string[];
}
/** What a turn of a try-out answers; with `over` it has ended. */
export interface TryOut {
  lines: TryOutLine[];
  state: Json;
  over: boolean;
}
/** Reacts to the event journal and acts through the public GraphQL API with a scoped token: no second command API.
 *  `turn`: a bot that may be an assignee and hears a conversation only while it holds it; at most one holds it. */
export interface Responder<S extends z.ZodObject = z.ZodObject, C = ResponderContext<z.output<S>>> extends Configurable<S, C> {
  on: string[]; // types of events
  scopes: string[]; // ['CONVERSATIONS_READ', 'MESSAGES_WRITE', 'ACT_FOR']; those of the manifest at most
  turn: boolean;
  /** It has a page of its own in the settings, under its title and icon; without, it stands among the bots. */
  page?: boolean;
  /**
   * What can be chosen for a setting with `choicesFrom`, by the name that it says; asked while the form is filled in, within 25 s. `settings` are
   * those that are right by themselves so far, the rest has its default or is left out; as in `check`, nothing that is kept stays. A
   * ChannelError is shown beside the field, and what is not in the list can still be typed.
   */
  settingChoices?: Record<string, (context: Context<Partial<z.output<S>>>) => Promise<SettingChoices>>;
  /** With `turn`: whether it takes this new conversation, which nobody has; all of them when left out. Asked before it is given to it. */
  takes?(event: JournalEvent, context: C): Promise<boolean>;
  /** A turn of a try-out with settings that need not be kept: nothing is done, what would be is told. It has no API and no store that stays. */
  tryOut?(input: TryOutInput, context: C): Promise<TryOut>;
  handle(event: JournalEvent, context: C): Promise<void>; // at least once, in order per conversation, within a minute; never sees its own effects. Tried again five times, but until it is done when it throws ChannelError 'transient' or 'rate_limited'
}

/** For zod's `meta`, whose own types know one language only: what the form says of a setting. */
export const words = (said: SettingWords): z.GlobalMeta => said as unknown as z.GlobalMeta;
/** A setting that is encrypted, never shown again, and cut out of all that the plugin says. */
export const secret = <T extends z.ZodType>(schema: T): T => schema.meta({ ...schema.meta(), secret: true }) as T;
/** Gives a channel its types: the settings that it gets are those of its schema. */
export const defineChannel = <S extends z.ZodObject>(channel: Channel<S>) => channel;
/** The same for a responder. */
export const defineResponder = <S extends z.ZodObject>(responder: Responder<S>) => responder;
/** What an entry exports by default. `settings`: once per install, such as an app's own keys: texts, from the host's `BALIE_PLUGIN_<ID>_<NAME>`, `NAME_OF_IT` as `nameOfIt`. */
export const definePlugin = <P extends z.ZodObject>(plugin: {
  settings?: P;
  // Channels of different settings stand in one list; a function of settings is not a function of any other settings.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  sharedWebhooks?: Record<string, SharedWebhook<z.output<P>> | ChannelsWebhook<any>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  channels?: Channel<any>[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  responders?: Responder<any>[];
}) => plugin;
