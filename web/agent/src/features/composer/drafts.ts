import { now } from '../../lib/clock.js';
import type { PersonalDraftFragment } from '../../generated/graphql.js';
import { contentOf, EMPTY, isEmpty, joined, signatureOf, type DraftContent, type DraftKey } from './content.js';

/** How far keeping is: nothing to keep, still to be sent, on its way, kept on the server, or only on this device. */
export type Keeping = 'nothing' | 'waiting' | 'saving' | 'saved' | 'failed';
/** What an editor shows of its draft besides the text. */
export interface DraftStatus {
  keeping: Keeping;
  /** Another window changed the same draft while it was being changed here. */
  other: DraftContent | null;
}
/** Keeps a draft on the server, and answers with its id there; null once it is removed. */
export type SaveDraft = (key: DraftKey, content: DraftContent) => Promise<string | null>;
type Stored = DraftContent & { at: number };

const SERVER_AFTER = 1000;
const AGAIN_AFTER = 5000;
const SLOWEST = 60_000;
/** An echo comes within this time, in milliseconds. */
const ECHO = 15_000;
const PREFIX = 'balie.draft.';
const NOTHING: DraftStatus = { keeping: 'nothing', other: null };
const nameOf = ({ conversationId, mode }: DraftKey): string => `${PREFIX}${conversationId}.${mode}`;

/** One text in this window. */
interface Entry {
  key: DraftKey;
  content: DraftContent;
  at: number;
  status: DraftStatus;
  timer: ReturnType<typeof setTimeout> | undefined;
  underWay: Promise<void> | null;
  /** What was kept or seen lately and until when, so that an echo is not taken for news. */
  seen: Map<string, number>;
  failures: number;
  draftId: string | null;
}

/**
 * Unsent texts, one for each conversation and mode. Kept on this device at once and on the server a second later. What
 * another window writes is taken over where nothing waits to be kept here; else both are kept and the author chooses (U11).
 */
export class DraftStore {
  private readonly entries = new Map<string, Entry>();
  private readonly editors = new Map<string, Set<(content: DraftContent) => void>>();
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly storage: Storage,
    private readonly save: SaveDraft,
  ) {}

  get(key: DraftKey): DraftContent {
    return this.entry(key).content;
  }
  status(key: DraftKey): DraftStatus {
    return this.entries.get(nameOf(key))?.status ?? NOTHING;
  }
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  };
  /** Tells an editor what it must show now, such as a message that was stopped. */
  onContent(key: DraftKey, editor: (content: DraftContent) => void): () => void {
    const name = nameOf(key);
    const set = this.editors.get(name) ?? new Set();
    set.add(editor);
    this.editors.set(name, set);
    return () => {
      set.delete(editor);
    };
  }

  /** Keeps what was just changed. */
  set(key: DraftKey, content: DraftContent): void {
    const entry = this.entry(key);
    if (signatureOf(entry.content) === signatureOf(content)) return this.here(entry, content, entry.at);
    // Where nothing was, nothing worth keeping came: the server may have a draft that is not read yet.
    if (isEmpty(entry.content, key.mode) && isEmpty(content, key.mode)) return this.here(entry, content, entry.at);
    this.here(entry, content);
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.send(entry), SERVER_AFTER);
    this.tell(entry, { keeping: 'waiting' });
  }

  /** Empties it without telling the server, which forgets it by itself once the message is stored. Waits for what is on its way. */
  async sending(key: DraftKey): Promise<void> {
    const entry = this.entry(key);
    clearTimeout(entry.timer);
    entry.timer = undefined;
    await entry.underWay;
    clearTimeout(entry.timer);
    this.here(entry, EMPTY);
    this.tell(entry, NOTHING);
    this.show(key, EMPTY);
  }

  /** Throws it away, here and on the server; answers with what it was. */
  discard(key: DraftKey): DraftContent {
    const before = this.get(key);
    this.set(key, EMPTY);
    this.show(key, EMPTY);
    return before;
  }

  /** Puts a content back into the editor, above what was begun since. */
  putBack(key: DraftKey, content: DraftContent): void {
    const next = joined(content, this.get(key));
    this.set(key, next);
    this.show(key, next);
  }

  /** Shows what the server has just given back, over whatever is here. */
  restore(key: DraftKey, content: DraftContent, draftId: string): void {
    const entry = this.entry(key);
    entry.draftId = draftId;
    this.set(key, content);
    this.show(key, content);
  }

  /** Empties the server's copy at once, so that it can hold something else; answers with what it was. */
  async setAside(key: DraftKey): Promise<DraftContent> {
    const before = this.get(key);
    if (isEmpty(before, key.mode)) return before;
    const entry = this.entry(key);
    this.here(entry, EMPTY);
    await this.send(entry);
    return before;
  }

  /** Takes over what the server has when a conversation opens, unless it is older than what is here. */
  adopt(drafts: readonly PersonalDraftFragment[]): void {
    for (const draft of drafts) {
      const entry = this.entry(draft);
      entry.draftId = draft.id;
      const content = contentOf(draft);
      const theirs = new Date(draft.updatedAt).getTime();
      if (isDirty(entry) || entry.at >= theirs || isEmpty(content, draft.mode)) continue;
      this.here(entry, { ...content, fromId: entry.content.fromId, without: entry.content.without }, theirs);
      this.tell(entry, { keeping: 'saved', other: null });
    }
  }

  /** What the server tells of a draft that was changed somewhere. */
  takeServer(draft: PersonalDraftFragment): void {
    const entry = this.entry(draft);
    entry.draftId = draft.id;
    this.news(entry, contentOf(draft));
  }
  /** The server forgot it: it was sent or thrown away somewhere. */
  takeRemoval(draftId: string): void {
    for (const entry of this.entries.values())
      if (entry.draftId === draftId && !isDirty(entry) && !isEmpty(entry.content, entry.key.mode)) this.news(entry, EMPTY);
  }
  /** What another tab of this browser kept. */
  takeTab(name: string | null, value: string | null): void {
    const entry = name === null ? undefined : this.entries.get(name);
    if (entry) this.news(entry, parsed(value) ?? EMPTY, true);
  }

  /** Two windows disagree: the author keeps what is here, or takes what is there. */
  settle(key: DraftKey, take: 'mine' | 'theirs'): void {
    const entry = this.entry(key);
    const { other } = entry.status;
    if (!other) return;
    this.tell(entry, { other: null });
    if (take === 'theirs') {
      this.set(key, other);
      this.show(key, other);
    } else void this.send(entry);
  }

  /** Sends at once what still waits, when the page goes away. */
  flush(): void {
    for (const entry of this.entries.values()) if (entry.timer !== undefined) void this.send(entry);
  }

  private news(entry: Entry, content: DraftContent, sameBrowser = false): void {
    const signature = signatureOf(content);
    if (signature === signatureOf(entry.content) || (entry.seen.get(signature) ?? 0) > now()) return;
    remember(entry, signature);
    if (isDirty(entry)) {
      if (!isEmpty(content, entry.key.mode)) this.tell(entry, { other: content });
      return;
    }
    if (sameBrowser) Object.assign(entry, { content, at: now() });
    // What only this device keeps stays as it is.
    else this.here(entry, { ...content, fromId: entry.content.fromId, without: entry.content.without });
    this.tell(entry, { keeping: isEmpty(content, entry.key.mode) ? 'nothing' : 'saved', other: null });
    this.show(entry.key, content);
  }

  private async send(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    await entry.underWay;
    const { content, key } = entry;
    const signature = signatureOf(content);
    remember(entry, signature);
    this.tell(entry, { keeping: 'saving' });
    entry.underWay = this.save(key, content).then(
      (id) => {
        entry.draftId = id ?? entry.draftId;
        entry.failures = 0;
        if (entry.timer === undefined) this.tell(entry, { keeping: isEmpty(entry.content, key.mode) ? 'nothing' : 'saved' });
      },
      () => {
        if (entry.timer !== undefined) return;
        entry.timer = setTimeout(() => void this.send(entry), Math.min(SLOWEST, AGAIN_AFTER * 2 ** entry.failures++));
        this.tell(entry, { keeping: 'failed' });
      },
    );
    await entry.underWay;
    entry.underWay = null;
  }

  private show(key: DraftKey, content: DraftContent): void {
    for (const editor of this.editors.get(nameOf(key)) ?? []) editor(content);
  }
  private here(entry: Entry, content: DraftContent, at = now()): void {
    entry.content = content;
    entry.at = at;
    if (isEmpty(content, entry.key.mode)) this.storage.removeItem(nameOf(entry.key));
    else this.storage.setItem(nameOf(entry.key), JSON.stringify({ ...content, at } satisfies Stored));
    this.changed();
  }
  private tell(entry: Entry, part: Partial<DraftStatus>): void {
    entry.status = { ...entry.status, ...part };
    this.changed();
  }
  private changed(): void {
    for (const watcher of this.watchers) watcher();
  }

  private entry({ conversationId, mode }: DraftKey): Entry {
    const key = { conversationId, mode };
    const known = this.entries.get(nameOf(key));
    if (known) return known;
    const stored = parsed(this.storage.getItem(nameOf(key)));
    const entry: Entry = {
      key,
      content: stored ?? EMPTY,
      at: stored?.at ?? 0,
      status: stored ? { keeping: 'saved', other: null } : NOTHING,
      timer: undefined,
      underWay: null,
      seen: new Map(),
      failures: 0,
      draftId: null,
    };
    this.entries.set(nameOf(key), entry);
    return entry;
  }
}

/** Whether something here has not reached the server yet. */
const isDirty = (entry: Entry): boolean =>
  entry.timer !== undefined || entry.underWay !== null || entry.status.keeping === 'failed';

function remember(entry: Entry, signature: string): void {
  const time = now();
  for (const [old, until] of entry.seen) if (until <= time) entry.seen.delete(old);
  entry.seen.set(signature, time + ECHO);
}

function parsed(value: string | null): Stored | null {
  try {
    const stored = JSON.parse(value ?? 'null') as Partial<Stored> | null;
    return stored ? { ...EMPTY, at: 0, ...stored } : null;
  } catch {
    return null;
  }
}
