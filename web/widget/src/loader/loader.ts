/**
 * The one script on the page of a site: a button, and `window.balie`. It asks nothing of the network and stores nothing until the visitor does
 * something; the chat itself is a frame that is made when it is first opened, or for who has a conversation going on.
 */
import type { Kept, ToFrame, ToLoader } from '../wire.js';
import { isGreeted, textsOf, type Config } from './config.js';
import { createStore } from './store.js';
import { build, button, draw, host, panel, root, say, SMALL } from './view.js';

type Call = (name: string, value?: unknown, listener?: unknown) => void;
type Stub = Call & { q?: Iterable<unknown>[] };
declare global {
  interface Window {
    balie?: Stub;
  }
  const __BALIE_CONFIG__: Config;
}

/** How long the chat stays open by itself from page to page (D25). */
const OPEN_MS = 30 * 60_000;
const PATIENCE_MS = 10_000;
/** Of the frame's page: its script runs before it counts as loaded. */
const GRACE_MS = 1000;

const config = __BALIE_CONFIG__;
const data = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};
const stub = window.balie;
const chosen = config.language === 'auto' ? '' : config.language;
const language = data.lang || chosen || document.documentElement.lang || navigator.language;
const color = data.color || config.color;
const texts = textsOf(language);
const listeners: [string, (data: unknown) => void][] = [];
/** There is consent, or none is needed. */
let agreed = (data.consent ?? config.consent) !== 'wait';
const { kept, keep, consent, clear } = createStore(config.channel, agreed, () => localStorage as unknown as Kept);
let frame: HTMLIFrameElement | undefined;
let tabs: BroadcastChannel | undefined;
let [open, ready, asked, leads, hidden, called, unread] = [false, false, false, false, false, false, 0];
let identity: string | null = null;

const page = () => ({ url: location.href, title: document.title, referrer: document.referrer });
const emit = (name: string, data?: unknown) => listeners.forEach(([wanted, tell]) => wanted === name && tell(data));
const idle = () => (window.requestIdleCallback ?? setTimeout)(load);
// The frame's origin is opaque, so it can't be named; nothing but our own page is ever shown in it.
const send = (message: ToFrame) => ready && frame?.contentWindow?.postMessage(message, '*');

function paint(): void {
  host.hidden = hidden || !isGreeted(config.flows, !!kept.known, location);
  draw(texts, open, unread, open && ready);
}

/** The chat is open on the next page, too, where there is a conversation. */
function stamp(): void {
  keep('open', open && kept.token ? `${Date.now()}` : null);
}

function fail(made: HTMLIFrameElement): void {
  if (ready || frame !== made) return;
  made.remove();
  frame = undefined;
  say(texts[3], config.fallbackEmail);
  // Whoever did not ask for the chat is not told that it is away.
  if (!called) show(false, false);
}

function load(): void {
  if (frame) return;
  say('…');
  const made = (frame = document.createElement('iframe'));
  made.title = texts[0];
  made.hidden = true;
  made.allow = 'clipboard-write';
  made.src = config.frame;
  made.onload = () => setTimeout(fail, GRACE_MS, made);
  setTimeout(fail, PATIENCE_MS, made);
  panel.append(made);
  tabs ??= new BroadcastChannel(`balie:${config.channel}`);
  tabs.onmessage = ({ data }) => ('open' in data ? show(data.open, false) : send({ t: 'tab', data: data.tab }));
}

function focus(): void {
  if (!open) return;
  frame?.focus();
  send({ t: 'open', page: page() });
}

function show(wanted: boolean, byHim = true): void {
  if (wanted === open) return;
  open = wanted;
  called = byHim;
  if (open) load();
  // A chat that can't be loaded for now was not closed by him.
  if (open || byHim) stamp();
  paint();
  if (byHim) {
    tabs?.postMessage({ open });
    // Chromium loses keys for good when a frame of another site gets the keyboard in the midst of the key that opened it.
    if (open) setTimeout(focus, 50);
    else button.focus();
  }
  if (!open) send({ t: 'close' });
  emit(open ? 'open' : 'close');
}

/** One tab holds the stream for all; without locks (a site without TLS) each has its own. */
function lead(): void {
  if (leads) send({ t: 'lead' });
  if (asked) return;
  asked = true;
  const granted = () => ((leads = true), lead(), new Promise(() => undefined));
  void (navigator.locks ? navigator.locks.request(`balie:${config.channel}`, granted) : granted());
}

function hear(message: ToLoader): void {
  switch (message.t) {
    case 'ready':
      ready = true;
      say('');
      if (frame) frame.hidden = false;
      send({ t: 'init', kept: kept, open, language, page: page(), identity, color });
      if (root.activeElement) focus();
      paint();
      return emit('ready');
    case 'close':
      return show(false);
    case 'unread':
      unread = message.count;
      paint();
      return emit('unread', unread);
    case 'keep':
      keep(message.name, message.value);
      return stamp();
    case 'lead':
      return lead();
    case 'tab':
      return tabs?.postMessage({ tab: message.data });
    case 'event':
      emit(message.name, message.data);
  }
}

const commands: Record<string, (value: never, listener: never) => unknown> = {
  open: () => show(true),
  close: () => show(false),
  toggle: () => show(!open),
  hide: () => ((hidden = true), paint()),
  show: () => ((hidden = false), paint()),
  on: (name: string, tell: (data: unknown) => void) => listeners.push([name, tell]),
  prefill: (text: string) => ((kept.draft = text), send({ t: 'prefill', text })),
  identify: ({ token }: { token: string }) => {
    identity = token;
    send({ t: 'identify', identity });
    idle();
  },
  logout: () => {
    identity = null;
    clear();
    send({ t: 'logout' });
  },
  consent: (yes: boolean) => {
    consent((agreed = yes));
    send({ t: 'kept', kept: kept });
    if (kept.token) idle();
  },
};
const call: Call = (name, value, listener) => void commands[name]?.(value as never, listener as never);

function mount(): void {
  document.body.append(host);
  window.balie = call;
  stub?.q?.forEach((args) => call(...(args as [string])));
  if (kept.token) idle();
  if (Date.now() - Number(kept.open ?? 0) < OPEN_MS && !matchMedia(SMALL).matches) show(true, false);
}

// A second script on the same page is one too many.
if (!stub || stub.q) {
  build(config.position, color);
  addEventListener('message', ({ source, data }) => frame && source === frame.contentWindow && hear(data as ToLoader));
  button.onclick = () => show(!open);
  // Not the value of an expression: `false` would take every other key away.
  host.onkeydown = ({ key }) => void (key === 'Escape' && show(false));
  // Pages that change their address without loading.
  window.navigation?.addEventListener('currententrychange', () => {
    paint();
    // Where he goes is nobody's matter before consent. Its title comes after its address.
    if (agreed) setTimeout(() => send({ t: 'page', page: page() }), 500);
  });
  paint();
  if (document.body) mount();
  else addEventListener('DOMContentLoaded', mount);
}
