import type { PageFragment } from '../generated/graphql.js';
import { now } from '../lib/clock.js';
import type { Signal } from './live.js';

/** Somebody else who has a conversation open, or is writing in it; `outside`: the contact. */
export interface Present {
  id: string;
  /** Empty for a contact without one. */
  name: string;
  typing: boolean;
  outside: boolean;
}
interface Sign {
  name: string;
  viewing: number;
  typing: number;
  outside: boolean;
}
/** Shown until this long after the last sign (ux R9). */
const SILENCE = 15_000;
/** Of so many conversations the page is known. */
const PAGES = 200;
const NOBODY: readonly Present[] = [];

/** Who is where, from signals that may be dropped: whoever is silent disappears. */
export class Presence {
  private readonly signs = new Map<string, Map<string, Sign>>();
  private shown = new Map<string, readonly Present[]>();
  private readonly watchers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Where visitors of a website have gone since they were loaded; the oldest are forgotten. */
  private readonly pages = new Map<string, PageFragment>();
  self: string | null = null;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly in = (conversationId: string): readonly Present[] => this.shown.get(conversationId) ?? NOBODY;

  readonly page = (conversationId: string): PageFragment | undefined => this.pages.get(conversationId);

  take(signal: Signal): void {
    if (signal.page) this.moved(signal.conversationId, signal.page);
    const who = signal.agent ?? signal.contact;
    if (!who || who.id === this.self) return;
    const here = this.signs.get(signal.conversationId) ?? new Map<string, Sign>();
    const sign = here.get(who.id) ?? { name: who.name ?? '', viewing: 0, typing: 0, outside: !signal.agent };
    const until = signal.active ? now() + SILENCE : 0;
    if (signal.kind === 'TYPING') sign.typing = until;
    else sign.viewing = until;
    if (signal.kind === 'TYPING' && signal.active) sign.viewing = Math.max(sign.viewing, until);
    here.set(who.id, sign);
    this.signs.set(signal.conversationId, here);
    this.refresh();
  }

  private moved(conversationId: string, page: PageFragment): void {
    this.pages.delete(conversationId);
    this.pages.set(conversationId, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > PAGES && oldest !== undefined) this.pages.delete(oldest);
    for (const watcher of this.watchers) watcher();
  }

  private refresh(): void {
    const time = now();
    const next = new Map<string, readonly Present[]>();
    for (const [conversationId, here] of this.signs) {
      const list: Present[] = [];
      for (const [id, sign] of here) {
        if (sign.viewing <= time && sign.typing <= time) here.delete(id);
        else list.push({ id, name: sign.name, typing: sign.typing > time, outside: sign.outside });
      }
      if (list.length === 0) this.signs.delete(conversationId);
      else next.set(conversationId, sameAs(this.shown.get(conversationId), list));
    }
    this.shown = next;
    for (const watcher of this.watchers) watcher();
    clearTimeout(this.timer);
    if (next.size > 0) this.timer = setTimeout(() => this.refresh(), 2000);
  }
}

function sameAs(before: readonly Present[] | undefined, list: Present[]): readonly Present[] {
  return before && JSON.stringify(before) === JSON.stringify(list) ? before : list;
}
