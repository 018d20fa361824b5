import { createHash } from 'node:crypto';
import type { RawResponse } from '@balie/plugin-sdk';
import type { Settings } from './settings.js';
import { styleOf } from './style.js';
import { htmlOf, type Tree } from './tree.js';
import { PROOF_BITS } from './guard.js';

/** Made by the build out of `browser/`: scripts that leave `balieForm` behind. */
declare const EMBED_SCRIPT: string;
declare const PAGE_SCRIPT: string;
declare const FIT_SCRIPT: string;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const PAGE_STYLE =
  'body{margin:0;font-family:system-ui,sans-serif}.form{margin:0 auto}@media (prefers-color-scheme:dark){body[data-theme=auto]{background:#161a21}}body[data-theme=dark]{background:#161a21}';

/** A page with the form, or with what is shown after it. It works without its script, which works out the proof and says how high the page is. */
export function pageOf(settings: Settings, tree: Tree, o: { status?: number; action: string; script?: boolean }): RawResponse {
  const style = `${PAGE_STYLE}${styleOf(settings)}`;
  const script = `(()=>{${PAGE_SCRIPT}balieForm.start(document.querySelector('form'),${PROOF_BITS})})()`;
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    `form-action ${new URL(o.action).origin}`,
    "base-uri 'none'",
    `frame-ancestors ${settings.origins.length > 0 ? ["'self'", ...settings.origins].join(' ') : '*'}`,
  ].join('; ');
  const scripts = o.script ? `<script>${script}</script>` : '';
  const title = htmlOf(['title', {}, settings.name]);
  const body = `<!doctype html><html lang="${settings.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${title}<style>${style}</style></head><body data-theme="${settings.theme}"><main>${htmlOf(tree)}</main>${scripts}</body></html>`;
  return {
    status: o.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'strict-origin',
    },
    body,
  };
}

interface EmbedOptions {
  tree: Tree;
  action: string;
  token: string;
  words: { sending: string; failed: string };
}

/** The script of a form, with the form in it; nothing else is loaded before somebody begins to fill it in. */
export function embedOf(settings: Settings, o: EmbedOptions): RawResponse {
  const config = JSON.stringify({ ...o, css: styleOf(settings) });
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=300, stale-while-revalidate=86400' },
    body: `(()=>{${EMBED_SCRIPT}balieForm.mount(${config},document.currentScript)})()`,
  };
}

/** What the page around a frame with the form may load, so that the frame is as high as what is in it. */
export function fitOf(address: string): RawResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=300, stale-while-revalidate=86400' },
    body: `(()=>{${FIT_SCRIPT}balieForm.fit(${JSON.stringify(address)})})()`,
  };
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): RawResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
