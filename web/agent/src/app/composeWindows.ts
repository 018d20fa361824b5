import { makeId } from '../lib/ids.js';

/** A window in which a new message is written. Its draft is found by the id that the conversation will have. */
export interface ComposeWindow {
  conversationId: string;
  look: 'open' | 'large' | 'small';
  /** Counts up each time it is asked for, so that it takes the focus. */
  asked: number;
}

const KEY = 'balie.compose';
const watchers = new Set<() => void>();
let windows: readonly ComposeWindow[] = read();

function read(): readonly ComposeWindow[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as ComposeWindow[];
  } catch {
    return [];
  }
}
function put(next: readonly ComposeWindow[]): void {
  windows = next;
  sessionStorage.setItem(KEY, JSON.stringify(next));
  for (const watcher of watchers) watcher();
}

export const watchCompose = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};
export const composeWindows = (): readonly ComposeWindow[] => windows;

/** Opens a window for a new message, or that of a draft; the others make place and become small. */
export function openCompose(conversationId: string = makeId('cnv')): void {
  const known = windows.find((one) => one.conversationId === conversationId);
  const others = windows.filter((one) => one !== known).map((one) => ({ ...one, look: 'small' as const }));
  put([...others, { conversationId, look: known?.look === 'large' ? 'large' : 'open', asked: (known?.asked ?? 0) + 1 }]);
}
export function lookOfCompose(conversationId: string, look: ComposeWindow['look']): void {
  put(windows.map((one) => (one.conversationId === conversationId ? { ...one, look } : one)));
}
export function closeCompose(conversationId: string): void {
  put(windows.filter((one) => one.conversationId !== conversationId));
}
