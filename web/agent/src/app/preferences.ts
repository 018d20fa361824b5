import { useCallback, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { SavePreferencesDocument } from '../generated/graphql.js';

/** What a person set for himself. Kept here for the next start, and on the server for the next device. */
export interface Preferences {
  views: number;
  list: number;
  about: number;
  viewsClosed: boolean;
  aboutClosed: boolean;
  afterClose: 'next' | 'list';
  /** In which order conversations are listed. */
  order: 'newest' | 'due';
  /** Which columns a list of contacts or records shows, by the list; one without shows its usual ones. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** Borders and texts that stand out more, whatever the system says. */
  contrast: 'auto' | 'more';
  /** Whether keys without Ctrl or ⌘ do anything (WCAG 2.1.4). */
  singleKeys: boolean;
  /** Keys that take the place of a command's own, by its id; empty for none. */
  keys: Record<string, string>;
}
const DEFAULTS: Preferences = {
  views: 232,
  list: 344,
  about: 312,
  viewsClosed: false,
  aboutClosed: false,
  afterClose: 'next',
  order: 'newest',
  columns: {},
  contrast: 'auto',
  singleKeys: true,
  keys: {},
};
/** The same on every device, and another's in the browser of another: the server's word holds. */
const PERSONAL = ['contrast', 'singleKeys', 'keys'] as const;
const KEY = 'balie.preferences';

let current: Preferences = { ...DEFAULTS, ...read() };
const watchers = new Set<() => void>();
paint();

/** The colours are a matter of style sheets. */
function paint(): void {
  document.documentElement.dataset['contrast'] = current.contrast;
}

function read(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}
function put(part: Partial<Preferences>): void {
  current = { ...current, ...part };
  localStorage.setItem(KEY, JSON.stringify(current));
  paint();
  for (const watcher of watchers) watcher();
}

/** Takes over what the server knows; the device's own sizes win where they exist, columns are those of the person. */
export function adopt(fromServer: unknown): void {
  if (typeof fromServer !== 'object' || fromServer === null) return;
  const known = Object.fromEntries(Object.entries(fromServer).filter(([key]) => key in DEFAULTS));
  const own = Object.fromEntries(PERSONAL.map((key) => [key, known[key] ?? DEFAULTS[key]]));
  put({ ...known, ...read(), ...('columns' in known ? { columns: known['columns'] } : {}), ...own });
}

/** What holds now. */
export const preferencesNow = (): Preferences => current;

export const watchPreferences = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

let timer: ReturnType<typeof setTimeout> | undefined;

export function usePreferences(): [Preferences, (part: Partial<Preferences>) => void] {
  const client = useClient();
  const save = useCallback(
    (part: Partial<Preferences>) => {
      put(part);
      clearTimeout(timer);
      // Sizes come many at a time; what is chosen is kept at once.
      const wait = PERSONAL.some((key) => key in part) ? 0 : 1000;
      timer = setTimeout(() => void client.mutation(SavePreferencesDocument, { preferences: { ...current } }).toPromise(), wait);
    },
    [client],
  );
  return [useSyncExternalStore(watchPreferences, () => current), save];
}
