/** What lies over the screens: the palette and the sheet of keys. */
export type Layer = 'palette' | 'keys' | null;

let layer: Layer = null;
const watchers = new Set<() => void>();

export const watchLayer = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};
export const currentLayer = (): Layer => layer;
export function openLayer(next: Layer): void {
  layer = next;
  for (const watcher of watchers) watcher();
}
