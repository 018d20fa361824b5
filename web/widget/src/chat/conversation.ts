/** The conversation of this browser: ties what the visitor does, what the server says and what other tabs tell together. */
import type { Kept, Page, ToFrame } from '../wire.js';
import { createApi, type Api } from './api.js';
import type { Bridge } from './bridge.js';
import { chime } from './later-on.js';
import { Outbox, type OutFile, type Outgoing } from './outbox.js';
import { bare } from './page.js';
import type { FrameConfig, Item, Opened, StreamEvent, Synced, Visitor } from './protocol.js';
import { sendFiles } from './send-files.js';
import { Sessions } from './session.js';
import { FIRST, NOBODYS, Observed } from './state.js';
import { Stream } from './stream.js';
import type { TabWord } from './tabs.js';
import { fill, LANGUAGES, languageOf, type Texts } from './texts.js';
import { lastHeard, merge, resync, unreadOf } from './thread.js';
import { backOff, Trouble } from './trouble.js';

const TYPING_MS = 3000;
const TYPING_SHOWN_MS = 8000;
/** How long another tab may take to send what was written in it. */
const OTHERS_MS = 20_000;
/** A frame younger than this has a ticket that can't be too old. */
const FRESH_MS = 60_000;
/** Who is there to answer is asked again when the chat is opened after this. */
const STALE_MS = 5 * 60_000;

export class Conversation {
  readonly state = new Observed(FIRST);
  readonly outbox: Outbox;
  private readonly api: Api;
  private readonly sessions: Sessions;
  private readonly stream: Stream;
  private readonly began = Date.now();
  private askedAt = 0;
  private readonly uploads = new Map<string, AbortController>();
  private page: Page = { url: '', title: '', referrer: '' };
  private version: string | undefined;
  private seen = '';
  private unread = 0;
  private typedAt = 0;
  private typingEnds: ReturnType<typeof setTimeout> | undefined;
  private wanted = '';

  constructor(
    private readonly config: FrameConfig,
    private readonly bridge: Bridge,
  ) {
    this.api = createApi(config, () => this.sessions);
    this.sessions = new Sessions({
      api: this.api,
      ticket: config.ticket,
      agreed: () => this.state.value.agreed,
      changed: (token, visitor) => this.tokenChanged(token, visitor),
      expired: () => this.tell('identity-expired', null),
    });
    const later = (work: () => void, ms: number) => setTimeout(work, ms);
    this.outbox = new Outbox({
      deliver: (message) => this.deliver(message),
      keep: (name, value) => bridge.post({ t: 'keep', name, value }),
      changed: () => this.state.set({}),
      later,
      chance: Math.random,
    });
    this.stream = new Stream({
      open: (signal) => this.api.listen(signal),
      hear: (line) => this.heard(line),
      broken: (trouble) => void this.broken(trouble),
      later,
      chance: Math.random,
    });
  }

  start(): void {
    this.bridge.hear((message) => this.fromLoader(message));
    addEventListener('online', () => this.reached());
    addEventListener('offline', () => this.state.set({ online: false }));
    document.addEventListener('visibilitychange', () => this.look());
    addEventListener('pagehide', () => {
      if (this.sessions.token !== null) void this.api.post('leave', {}, { leaving: true }).catch(() => undefined);
    });
    this.bridge.post({ t: 'ready' });
  }

  // ── what the visitor does ──────────────────────────────────────────────────────────────────

  say(text: string, files: OutFile[] = []): void {
    const message: Outgoing = { id: crypto.randomUUID(), at: Date.now(), text: text.trim(), files, state: 'waiting' };
    this.outbox.add(message);
    this.type('');
    if (files.length === 0) this.tabs({ k: 'waiting', message });
  }

  retry({ id, files }: Outgoing): void {
    // The server keeps what was uploaded for an hour only.
    files.forEach((file, at) => file.blob && this.outbox.updateFile(id, at, { file: undefined }));
    this.outbox.retry(id);
  }

  cancel(id: string): void {
    this.outbox.drop(id);
    this.uploads.get(id)?.abort();
  }

  /** What stands in the text box; the agents see that he writes. */
  type(draft: string): void {
    this.state.set({ draft });
    this.remember('draft', draft || null);
    const now = Date.now();
    if (this.sessions.token === null || (draft !== '' && now - this.typedAt < TYPING_MS) || (draft === '' && this.typedAt === 0))
      return;
    this.typedAt = draft === '' ? 0 : now;
    void this.api.post('typing', { active: draft !== '' }).catch(() => undefined);
  }

  /** How he can be reached; throws Trouble. */
  async introduce(details: { email?: string; name?: string }): Promise<void> {
    const { visitor } = await this.sessions.within(() => this.api.post<{ visitor: Visitor }>('details', details));
    const { copying } = this.state.value;
    this.state.set({ visitor, copying: false });
    if (copying) await this.copy();
  }

  /** Has what was said mailed to him; asks for his address first where he has given none. */
  async copy(): Promise<void> {
    const { texts, visitor } = this.state.value;
    if (!visitor?.email) return this.state.set({ copying: true });
    const copied = await this.api.post('transcript', {}).then(
      () => texts.copied.replace('{email}', visitor.email as string),
      () => texts.trouble,
    );
    this.state.set({ copied, said: copied });
  }

  agree(agreed: boolean): void {
    this.state.set({ agreed });
  }

  skip(): void {
    this.state.set({ skipped: true, copying: false });
    this.remember('skipped', '1');
  }

  setSound(sound: boolean): void {
    this.state.set({ sound });
    this.remember('sound', sound ? '1' : null);
  }

  /** Throws Trouble. */
  async earlier(): Promise<void> {
    const before = this.state.value.items[0]?.at;
    if (before === undefined) return;
    const { items, more } = await this.sessions.within(() =>
      this.api.post<{ items: Item[]; more: boolean }>('history', { before }),
    );
    this.state.set({ items: merge(this.state.value.items, items), more });
  }

  close(): void {
    this.bridge.post({ t: 'close' });
  }

  announce(said: string): void {
    this.state.set({ said });
  }

  // ── what the loader says ───────────────────────────────────────────────────────────────────

  private fromLoader(message: ToFrame): void {
    switch (message.t) {
      case 'init':
        this.page = bare(message.page);
        this.wanted = message.language;
        this.sessions.identity = message.identity;
        this.speak(null);
        this.adopt(message.kept);
        this.state.set({ open: message.open });
        return void this.boot(0);
      case 'kept':
        return this.adopt(message.kept);
      case 'open':
        this.opened(bare(message.page));
        return this.look();
      case 'close':
        return this.state.set({ open: false });
      case 'page':
        return this.visit(bare(message.page));
      case 'lead':
        return this.stream.start();
      case 'tab':
        return this.fromTab(message.data as TabWord);
      case 'identify':
        this.sessions.identity = message.identity;
        return void this.identify();
      case 'logout':
        this.tabs({ k: 'logout' });
        return this.forget();
      case 'prefill':
        return this.type(message.text);
    }
  }

  private fromTab(word: TabWord): void {
    switch (word.k) {
      case 'event':
        // The tab that holds the stream may hear of it later that he has signed out.
        return this.sessions.token === null ? undefined : this.apply(word.event);
      case 'waiting':
        return this.outbox.adopt({ ...word.message, state: 'waiting' }, OTHERS_MS);
      case 'token':
        if (this.sessions.token !== word.token) this.adopt({ token: word.token });
        return;
      case 'seen':
        this.seen = word.at;
        return this.count();
      case 'online':
        this.state.set({ online: word.online });
        if (word.online) this.outbox.resume();
        return;
      case 'logout':
        return this.forget();
    }
  }

  /** What was kept of this browser. */
  private adopt(kept: Kept): void {
    this.state.set({
      sound: this.state.value.sound || kept.sound === '1',
      skipped: this.state.value.skipped || kept.skipped === '1',
      draft: this.state.value.draft || (kept.draft ?? ''),
    });
    this.seen = kept.seen ?? this.seen;
    if (kept.token && this.sessions.token === null) {
      this.sessions.adopt(kept.token);
      if (this.state.value.phase === 'ready') void this.follow();
    }
    this.outbox.restore(kept);
  }

  private opened(page: Page): void {
    const stale = this.state.value.phase === 'ready' && (page.url !== this.page.url || Date.now() - this.askedAt > STALE_MS);
    this.page = page;
    this.state.set({ open: true, called: this.state.value.called + 1 });
    if (stale) void this.greet().catch((error: unknown) => this.reload(error));
  }

  private async identify(): Promise<void> {
    const { opened, phase, agreed } = this.state.value;
    // Where consent is asked for, nobody is known before he has given it.
    if (phase !== 'ready' || (opened?.consent && !agreed && this.sessions.token === null)) return;
    await this.sessions.renew().catch(() => undefined);
    this.outbox.resume();
  }

  private forget(): void {
    this.stream.stop();
    this.outbox.clear();
    this.sessions.forget();
    for (const upload of this.uploads.values()) upload.abort();
    this.version = undefined;
    this.seen = '';
    this.state.set(NOBODYS);
    this.count();
  }

  // ── what the server says ───────────────────────────────────────────────────────────────────

  /** Who greets the visitor on this page, and who is there to answer. */
  private async greet(): Promise<void> {
    const { sessions, config } = this;
    const who = { ticket: config.ticket, identity: sessions.identity ?? undefined, token: sessions.token ?? undefined };
    this.askedAt = Date.now();
    const opened = await this.api.post<Opened>('open', { ...who, ...this.page, language: this.wanted });
    this.speak(opened.flow?.language ?? null);
    this.state.set({ phase: 'ready', opened, desk: opened.desk, visitor: this.state.value.visitor ?? opened.visitor });
  }

  private async boot(attempt: number): Promise<void> {
    try {
      await this.greet();
    } catch (error) {
      if (this.reload(error)) return;
      this.state.set({ phase: 'gone' });
      setTimeout(() => void this.boot(attempt + 1), backOff(attempt, error, Math.random));
      return;
    }
    if (this.sessions.identity !== null) await this.identify();
    if (this.sessions.token !== null) await this.follow();
  }

  /** A ticket that is too old comes new with the page. */
  private reload(error: unknown): boolean {
    const old = error instanceof Trouble && error.code === 'TICKET' && Date.now() - this.began > FRESH_MS;
    if (old) location.reload();
    return old;
  }

  private speak(language: string | null): void {
    const code = languageOf(language, this.config.language, this.wanted);
    document.documentElement.lang = code;
    const locale = navigator.languages.find((one) => one.startsWith(code)) ?? code;
    this.state.set({ language: locale, texts: LANGUAGES[code] as Texts });
  }

  private tokenChanged(token: string | null, visitor: Visitor | null): void {
    this.bridge.post({ t: 'keep', name: 'token', value: token });
    if (token === null) return;
    this.bridge.post({ t: 'keep', name: 'known', value: visitor?.known ? '1' : null });
    const { sound, skipped } = this.state.value;
    if (sound) this.remember('sound', '1');
    if (skipped) this.remember('skipped', '1');
    this.state.set({ visitor });
    this.tabs({ k: 'token', token });
    void this.follow();
  }

  /** There is somebody to be heard: reads what was said, and asks for the stream. */
  private async follow(): Promise<void> {
    this.bridge.post({ t: 'lead' });
    this.visit();
    await this.sync().catch((error: unknown) => this.refused(error));
  }

  /** Tells the agents where he is, once he has written to them. */
  private visit(page = this.page): void {
    this.page = page;
    if (this.sessions.token !== null && this.config.pages) void this.api.post('page', this.page).catch(() => undefined);
  }

  private async sync(): Promise<void> {
    const synced = await this.api.post<Synced>('sync', { version: this.version, url: this.page.url });
    const { items, version, desk, visitor, readUpTo } = synced;
    const { items: before, readUpTo: was } = this.state.value;
    const fresh = this.version === undefined ? [] : items.filter(({ from, at }) => from !== 'visitor' && at > lastHeard(before));
    this.version = version;
    const all = synced.unchanged ? before : resync(before, items, synced.more);
    for (const { id } of all) this.outbox.drop(id);
    this.state.set({ items: all, desk, visitor, readUpTo: readUpTo !== null && readUpTo > was ? readUpTo : was, online: true });
    if (all[0]?.id === items[0]?.id) this.state.set({ more: synced.more });
    for (const item of fresh) this.arrived(item);
    this.look();
  }

  private refused(error: unknown): void {
    if (!(error instanceof Trouble) || error.status !== 401) return;
    this.sessions.drop();
    if (this.sessions.identity !== null) void this.identify();
  }

  private heard(line: string): void {
    const word = JSON.parse(line) as { type: 'ready' } | { type: 'event'; data: StreamEvent };
    if (word.type === 'ready') return this.reached();
    this.tabs({ k: 'event', event: word.data });
    if (word.data.kind === 'item' && this.state.value.sound) this.chimeFor(word.data.item);
    this.apply(word.data);
  }

  private reached(): void {
    this.stream.again();
    this.setOnline(true);
    this.outbox.resume();
    if (this.sessions.token !== null) void this.sync().catch((error: unknown) => this.refused(error));
  }

  private async broken(trouble: unknown): Promise<void> {
    if (this.sessions.token === null) return this.stream.stop();
    if (this.reload(trouble)) return;
    if (trouble instanceof Trouble && trouble.status === 401) return (this.stream.stop(), this.refused(trouble));
    // A way that lets no stream through may well let a question through.
    await this.sync().then(
      () => this.setOnline(true),
      () => this.setOnline(this.sessions.token === null),
    );
  }

  private setOnline(online: boolean): void {
    this.state.set({ online });
    this.tabs({ k: 'online', online });
  }

  private apply(event: StreamEvent): void {
    const { items, readUpTo, desk, texts, opened } = this.state.value;
    switch (event.kind) {
      case 'item': {
        const known = items.some(({ id }) => id === event.item.id);
        this.outbox.drop(event.item.id);
        this.state.set({ items: merge(items, [event.item]), copied: '' });
        if (!known && event.item.from !== 'visitor') this.arrived(event.item);
        return this.look();
      }
      case 'typing':
        return this.showTyping(event.active ? (event.name ?? desk?.agent?.name ?? texts.somebody) : null);
      case 'read':
        return this.state.set({ readUpTo: event.upTo > readUpTo ? event.upTo : readUpTo });
      case 'visitor':
        return this.state.set({ visitor: event.visitor });
      case 'desk':
        return this.state.set({ desk: ((event.own || !desk?.agent) && event.desks[opened?.flow?.id as string]) || desk });
    }
  }

  private showTyping(typing: string | null): void {
    clearTimeout(this.typingEnds);
    this.state.set({ typing });
    if (typing !== null) this.typingEnds = setTimeout(() => this.state.set({ typing: null }), TYPING_SHOWN_MS);
  }

  private arrived({ author, text, files }: Item): void {
    this.showTyping(null);
    const { texts } = this.state.value;
    const words = text || files.map(({ name }) => fill(texts.file, { name })).join(', ');
    this.state.set({ said: fill(texts.arrived, { name: author.name, text: words }) });
    this.tell('message', { name: author.name, text });
  }

  private chimeFor({ id, from }: Item): void {
    if (from !== 'visitor' && !this.state.value.items.some((item) => item.id === id)) chime();
  }

  private async deliver(message: Outgoing): Promise<void> {
    try {
      const { item } = await this.sessions.within(() => this.post(message));
      this.state.set({ online: true, items: merge(this.state.value.items, [item]) });
    } catch (error) {
      if (error instanceof Trouble && error.status === 0 && !this.uploads.get(message.id)?.signal.aborted)
        this.state.set({ online: false });
      throw error;
    } finally {
      this.uploads.delete(message.id);
    }
  }

  private async post(message: Outgoing): Promise<{ item: Item }> {
    const cancel = new AbortController();
    this.uploads.set(message.id, cancel);
    const files = await sendFiles(message, this.outbox, this.api, cancel.signal);
    return this.api.post('say', { id: message.id, text: message.text, files, ...(this.config.pages && { page: this.page }) });
  }

  // ── what was seen ──────────────────────────────────────────────────────────────────────────

  /** He looks at it now, so he has seen it. */
  private look(): void {
    const last = lastHeard(this.state.value.items);
    if (this.state.value.open && document.visibilityState === 'visible' && last > this.seen) {
      this.seen = last;
      this.remember('seen', last);
      this.tabs({ k: 'seen', at: last });
      void this.api.post('read', { upTo: last }).catch(() => undefined);
    }
    this.count();
  }

  private count(): void {
    const count = unreadOf(this.state.value.items, this.seen);
    if (count === this.unread) return;
    this.unread = count;
    this.bridge.post({ t: 'unread', count });
  }

  /** Nothing stays in the browser before he has sent something. */
  private remember(name: string, value: string | null): void {
    if (this.sessions.token !== null) this.bridge.post({ t: 'keep', name, value });
  }

  private tell(name: string, data: unknown): void {
    this.bridge.post({ t: 'event', name, data });
  }

  private tabs(data: TabWord): void {
    this.bridge.post({ t: 'tab', data });
  }
}
