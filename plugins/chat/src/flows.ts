import type { Flow, Settings } from './settings.js';

/** A page, and who looks at it. */
export interface View {
  url: string | null;
  known: boolean;
}

/** The first in the order of the list that fits page and visitor; who is there to answer does not matter (D30). */
export function flowFor({ flows }: Settings, view: View): Flow | null {
  return flows.find((flow) => fitsPage(flow.urls, view.url) && fitsVisitor(flow, view.known)) ?? null;
}

function fitsVisitor({ audience }: Flow, known: boolean): boolean {
  return audience === 'everyone' || (audience === 'known') === known;
}

/** `/…` is held against the path, anything else against host and path; `*` is anything, `!` excludes and wins. Without a page only what is shown everywhere fits. */
export function fitsPage(patterns: readonly string[], url: string | null): boolean {
  if (patterns.length === 0) return true;
  if (url === null || !URL.canParse(url)) return false;
  const { host, pathname } = new URL(url);
  const fits = (pattern: string) => holds(pattern, pattern.startsWith('/') ? pathname : host + pathname);
  if (patterns.some((pattern) => pattern.startsWith('!') && fits(pattern.slice(1)))) return false;
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  return wanted.length === 0 || wanted.some(fits);
}

/** Piece by piece, so that no pattern takes long. */
function holds(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const lower = text.toLowerCase();
  if (rest.length === 0) return lower === first;
  if (!lower.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const piece of rest) {
    const found = lower.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return lower.length - last.length >= at && lower.endsWith(last);
}
