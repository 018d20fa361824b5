/** When a visitor is asked how he can be reached (D22, D23). */
import type { Answer, Desk, Flow, Item, Visitor } from './protocol.js';

/** `before` and `away` stand in the place of the text box; `waiting` beside it, and may be put off. */
export type Ask = 'before' | 'away' | 'waiting' | null;

export function askOf(o: {
  flow: Flow | null;
  desk: Desk | null;
  visitor: Visitor | null;
  items: readonly Item[];
  waiting: number;
  skipped: boolean;
  /** He wants a copy, which needs an address. */
  copying: boolean;
}): Ask {
  const { flow, desk, items } = o;
  if (!flow || o.visitor?.email) return null;
  if (o.copying) return 'waiting';
  const began = items.length + o.waiting > 0;
  // A bot that asks for it has a field of its own.
  const asked = items.at(-1)?.ask === 'email';
  const beside = o.skipped || asked || items.some(({ from }) => from === 'agent') ? null : 'waiting';
  if (desk && !desk.available && flow.awayEmail) return began ? beside : 'away';
  if (began) return flow.email === 'waiting' ? beside : null;
  return flow.email === 'before' ? 'before' : null;
}

/** As browsers check `<input type=email>`, with a dot in the domain: what is mistyped most is found, nothing that works is refused. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());

/** Whether a text can be what was asked for; what it means is decided by who asked. */
export function fits(kind: Answer, text: string): boolean {
  if (kind === 'email') return isEmail(text);
  return { phone: /(\d\D*){6}/, number: /\d/, date: /^\d{4}-\d\d-\d\d$/ }[kind].test(text.trim());
}
