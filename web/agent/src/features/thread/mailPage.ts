const COLOURED = '[bgcolor],[color],[style*="color" i],[style*="background" i]';
const COLOURS = ['--t1', '--accent', '--border', '--t3'] as const;

/** Whether the page would load something from elsewhere, had the server not held it back. */
export const hasRemotePictures = (page: Document): boolean =>
  page.querySelector('[data-remote-src],[data-remote-background]') !== null;

/** Whether a mail names colours itself: then it keeps its white sheet, because they were chosen for it. */
export const saysColours = (page: Document): boolean => page.body.querySelector(COLOURED) !== null;

/** Gives a page without colours of its own those of the app, whatever the theme. */
export function wearAppColours(page: Document, scheme: 'light' | 'dark'): void {
  const app = getComputedStyle(document.documentElement);
  const [text, link, line, faint] = COLOURS.map((name) => app.getPropertyValue(name).trim());
  const style = page.getElementById('app-colours') ?? page.createElement('style');
  style.id = 'app-colours';
  style.textContent =
    `html{color-scheme:${scheme};background:transparent;color:${text}}a{color:${link}}` +
    `blockquote{border-left-color:${line};color:${faint}}hr{border-color:${line}}`;
  if (!style.isConnected) page.head.append(style);
}
