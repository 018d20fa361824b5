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
};
const KEY = 'balie.preferences';

let current: Preferences = { ...DEFAULTS, ...read() };
const watchers = new Set<() => void>();

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
  for (const watcher of watchers) watcher();
}

/** Takes over what the server knows; the device's own sizes win where they exist, columns are those of the person. */
export function adopt(fromServer: unknown): void {
  if (typeof fromServer !== 'object' || fromServer === null) return;
  const known = Object.fromEntries(Object.entries(fromServer).filter(([key]) => key in DEFAULTS));
  put({ ...known, ...read(), ...('columns' in known ? { columns: known['columns'] } : {}) });
}

const watch = (watcher: () => void) => {
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
      timer = setTimeout(() => void client.mutation(SavePreferencesDocument, { preferences: { ...current } }).toPromise(), 1000);
    },
    [client],
  );
  return [useSyncExternalStore(watch, () => current), save];
}
