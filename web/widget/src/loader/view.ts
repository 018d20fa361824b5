/** What the loader draws, in a shadow root: no style of the site reaches in, none of ours out, and a policy without `unsafe-inline` allows it. */
import { inkOn } from './config.js';

/** Where the chat would fill the whole screen. */
export const SMALL = '(max-width:479px),(max-height:420px)';

const styles = (side: string, color: string): string => `:host{all:initial;position:fixed;z-index:2147483000}
:host([hidden]),[hidden]{display:none!important}
button,div{position:fixed;${side}:20px;bottom:20px}
button{width:56px;height:56px;border:2px solid transparent;border-radius:50%;background:${color};color:${inkOn(color)};cursor:pointer;box-shadow:0 4px 16px #0004;display:grid;place-items:center}
button:focus-visible{outline:3px solid ${color};outline-offset:3px}
b{width:24px;height:24px;background:currentColor;forced-color-adjust:none;clip-path:path("M2 3h20v14H10l-5 4v-4H2z")}
[aria-expanded=true] b{clip-path:path("M4 6l2-2 6 6 6-6 2 2-6 6 6 6-2 2-6-6-6 6-2-2 6-6z")}
i{position:absolute;top:-4px;right:-4px;padding:0 6px;border-radius:10px;background:#b9222b;color:#fff;font:600 12px/20px system-ui}
i:empty{display:none}
div{bottom:88px;width:380px;height:min(640px,100dvh - 108px);border-radius:14px;box-shadow:0 8px 40px #0005;overflow:hidden;background:Canvas;color:CanvasText;color-scheme:light dark}
p{padding:8px 24px;font:16px/1.5 system-ui}
iframe{width:100%;height:100%;border:0}
@media${SMALL}{div{inset:0;width:100%;height:100dvh;border-radius:0}.r+button{display:none}}
@media print{:host{display:none}}`;

export const [host, panel, button, icon, badge, words, link] = (['div', 'div', 'button', 'b', 'i', 'p', 'a'] as const).map(
  (name) => document.createElement(name),
) as [HTMLElement, HTMLElement, HTMLButtonElement, HTMLElement, HTMLElement, HTMLElement, HTMLAnchorElement];
export const root = host.attachShadow({ mode: 'open' });

export function build(side: string, color: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles(side, color));
  root.adoptedStyleSheets = [sheet];
  host.id = 'balie-chat';
  button.append(icon, badge);
  words.role = 'status';
  panel.append(words);
  root.append(panel, button);
}

/** `full`: the frame has a button of its own to close it. */
export function draw(texts: string[], open: boolean, unread: number, full: boolean): void {
  panel.hidden = !open;
  panel.className = full ? 'r' : '';
  button.ariaLabel = texts[+open] + (unread && !open ? `, ${unread} ${texts[2]}` : '');
  button.ariaExpanded = `${open}`;
  badge.textContent = unread && !open ? `${Math.min(unread, 99)}` : '';
}

/** Words in the place of the frame; empty ones take them away. */
export function say(text: string, mail?: string | null): void {
  words.hidden = !text;
  words.textContent = text;
  if (!mail) return;
  link.href = `mailto:${mail}`;
  link.textContent = mail;
  words.append(' ', link);
}
