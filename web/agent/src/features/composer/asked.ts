import type { DraftKey } from './content.js';

/** True when it shows that editor. */
type Handler = (key: DraftKey) => boolean;
const handlers = new Set<Handler>();
/** What was asked for before its composer was there, such as by a key in the moment in which the thread appears. */
let waiting: DraftKey | null = null;

/** Hears which editor is asked for from elsewhere, such as by a key or the button of a message; also what was asked for just before. */
export function onAsked(handler: Handler): () => void {
  handlers.add(handler);
  const asked = waiting;
  waiting = null;
  if (asked) handler(asked);
  return () => {
    handlers.delete(handler);
  };
}

/** Asks for an editor: the composer of that conversation shows it and takes the focus. */
export function ask(key: DraftKey): void {
  const taken = [...handlers].map((handler) => handler(key)).includes(true);
  waiting = taken ? null : key;
}
