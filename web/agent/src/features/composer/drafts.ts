import { now } from '../../lib/clock.js';
import type { DraftMode, PersonalDraftFragment } from '../../generated/graphql.js';

/** What somebody is writing, as the editor keeps it. */
export interface DraftText {
  text: string;
  html: string | null;
}
interface Kept extends DraftText {
  at: number;
}
type Save = (conversationId: string, mode: DraftMode, draft: DraftText) => Promise<unknown>;

const SERVER_AFTER = 1000;
const EMPTY: DraftText = { text: '', html: null };
const keyOf = (conversationId: string, mode: DraftMode): string => `balie.draft.${conversationId}.${mode}`;

/**
 * Unsent texts, one for each conversation and mode. Kept on this device at once and on the server a second later;
 * nothing that happens elsewhere touches what is being written here (U11).
 */
export class DraftStore {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly waiting = new Map<string, () => void>();
  private readonly watchers = new Map<string, Set<(draft: DraftText) => void>>();

  constructor(
    private readonly storage: Storage,
    private readonly save: Save,
  ) {}

  get(conversationId: string, mode: DraftMode): DraftText {
    const kept = this.read(keyOf(conversationId, mode));
    return kept ? { text: kept.text, html: kept.html } : EMPTY;
  }

  /** Keeps what was just typed. */
  set(conversationId: string, mode: DraftMode, draft: DraftText): void {
    const key = keyOf(conversationId, mode);
    if (draft.text.trim() === '') this.storage.removeItem(key);
    else this.storage.setItem(key, JSON.stringify({ ...draft, at: now() } satisfies Kept));
    clearTimeout(this.timers.get(key));
    const send = () => {
      this.waiting.delete(key);
      void this.save(conversationId, mode, draft);
    };
    this.waiting.set(key, send);
    this.timers.set(key, setTimeout(send, SERVER_AFTER));
  }

  /** Forgets a text that was sent. */
  clear(conversationId: string, mode: DraftMode): void {
    this.set(conversationId, mode, EMPTY);
  }

  /** Takes over what was written on another device, unless the one here is newer or still on its way. */
  adopt(conversationId: string, drafts: readonly PersonalDraftFragment[]): void {
    for (const draft of drafts) {
      const key = keyOf(conversationId, draft.mode);
      const kept = this.read(key);
      const theirs = new Date(draft.updatedAt).getTime();
      if (this.waiting.has(key) || (kept && kept.at >= theirs) || draft.text.trim() === '') continue;
      this.storage.setItem(key, JSON.stringify({ text: draft.text, html: draft.html, at: theirs } satisfies Kept));
    }
  }

  /** Puts a text back into the editor, such as that of a message that was stopped. An editor that is in use is not overwritten. */
  putBack(conversationId: string, mode: DraftMode, draft: DraftText): void {
    const before = this.get(conversationId, mode);
    const joined: DraftText =
      before.text.trim() === '' ? draft : { text: `${draft.text}\n\n${before.text}`, html: joinHtml(draft, before) };
    this.set(conversationId, mode, joined);
    for (const watcher of this.watchers.get(keyOf(conversationId, mode)) ?? []) watcher(joined);
  }

  onPutBack(conversationId: string, mode: DraftMode, watcher: (draft: DraftText) => void): () => void {
    const key = keyOf(conversationId, mode);
    const set = this.watchers.get(key) ?? new Set();
    set.add(watcher);
    this.watchers.set(key, set);
    return () => {
      set.delete(watcher);
    };
  }

  /** Sends at once what still waits, when the page goes away. */
  flush(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const send of [...this.waiting.values()]) send();
  }

  private read(key: string): Kept | null {
    try {
      return JSON.parse(this.storage.getItem(key) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }
}

function joinHtml(first: DraftText, second: DraftText): string | null {
  if (first.html === null && second.html === null) return null;
  return (first.html ?? asHtml(first.text)) + (second.html ?? asHtml(second.text));
}

/** Plain text as the simplest HTML that keeps its lines. */
export function asHtml(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
