/** What is kept of this browser: in memory until it may be stored, which is at once, or when consent comes. */
import type { Kept } from '../wire.js';

export interface Store {
  readonly kept: Kept;
  keep(name: string, value: string | null): void;
  /** With `true` what was kept before is there again, and what is kept from now on stays; with `false` nothing of ours stays behind. */
  consent(yes: boolean): void;
  /** Forgets all of it, here and in the browser. */
  clear(): void;
}

/** `shelf` (localStorage) is looked at only when `allowed`: reading is as much a matter of consent as writing. */
export function createStore(channel: string, allowed: boolean, shelf: () => Kept): Store {
  const kept: Kept = {};
  const prefix = `balie:${channel}:`;
  // Storage that is full or refused by the browser is nobody's error: then all is kept for as long as the page is.
  const attempt = (work: (shelf: Kept) => void): void => {
    try {
      work(shelf());
    } catch {
      return;
    }
  };
  const each = (work: (shelf: Kept, name: string) => void): void =>
    attempt((shelf) => {
      for (const name of Object.keys(shelf)) if (name.startsWith(prefix)) work(shelf, name);
    });
  const load = (): void => {
    each((shelf, name) => (kept[name.slice(prefix.length)] ??= shelf[name] ?? ''));
    attempt((shelf) => {
      for (const name in kept) shelf[prefix + name] = kept[name] ?? '';
    });
  };
  const wipe = (): void => each((shelf, name) => delete shelf[name]);
  if (allowed) load();
  return {
    kept,
    keep(name, value) {
      if (value === null) delete kept[name];
      else kept[name] = value;
      if (allowed)
        attempt((shelf) => {
          if (value === null) delete shelf[prefix + name];
          else shelf[prefix + name] = value;
        });
    },
    consent(yes) {
      allowed = yes;
      if (yes) load();
      else wipe();
    },
    clear() {
      for (const name in kept) delete kept[name];
      wipe();
    },
  };
}
