/** Whom a chatflow greets, and on which pages (D30). */
export interface Target {
  id: string;
  /** Empty: everywhere. `/…` is held against the path, others against `host/path`; `*` stands for anything, `!…` excludes. */
  urls: string[];
  audience: 'everyone' | 'known' | 'unknown';
}

/** What the server writes into the loader of one channel. */
export interface Config {
  channel: string;
  /** The address of the frame's page. */
  frame: string;
  language: string;
  color: string;
  position: 'left' | 'right';
  consent: 'none' | 'wait';
  flows: Target[];
  fallbackEmail: string | null;
}

/** Open, close, unread, and that it can't be reached. */
export const textsOf = (language: string): [string, string, string, string] =>
  /^nl/i.test(language)
    ? ['Chat openen', 'Chat sluiten', 'ongelezen', 'De chat is nu niet bereikbaar.']
    : ['Open chat', 'Close chat', 'unread', 'The chat cannot be reached now.'];

/** Whether any chatflow greets this visitor on this page. */
export function isGreeted(flows: Target[], known: boolean, { host, pathname }: Pick<Location, 'host' | 'pathname'>): boolean {
  const fits = (pattern: string) =>
    RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')}$`).test(
      pattern[0] === '/' ? pathname : host + pathname,
    );
  return flows.some(
    ({ urls, audience }) =>
      (audience === 'everyone' || (audience === 'known') === known) &&
      !urls.some((url) => url[0] === '!' && fits(url.slice(1))) &&
      (urls.every((url) => url[0] === '!') || urls.some(fits)),
  );
}

/** Black or white, whichever is read better on a colour `#rrggbb`. */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#000' : '#fff';
}
