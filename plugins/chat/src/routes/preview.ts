import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import type { ChatContext } from '../answer.js';
import type { Settings } from '../settings.js';

const WORDS = {
  en: { heading: 'Chat', welcome: 'How can we help?', write: 'Write a message' },
  nl: { heading: 'Chat', welcome: 'Waar kunnen we mee helpen?', write: 'Schrijf een bericht' },
};

/** How the chat will look, made with settings that are not kept yet. It runs nothing. */
export function preview(_request: RawRequest, { settings }: ChatContext): Promise<RawResponse> {
  const [flow] = settings.flows;
  const language = flow?.language === 'nl' ? 'nl' : 'en';
  const words = WORDS[language];
  const side = settings.position;
  const ink = inkOn(settings.color);
  const body = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Chat</title><style>
body{margin:0;min-height:100vh;background:#eef1f5;font:15px/1.45 system-ui,sans-serif;color:#1b1f24}
main{position:absolute;inset:16px;display:flex;flex-direction:column;gap:12px;align-items:flex-${side === 'right' ? 'end' : 'start'};justify-content:flex-end}
section{width:min(100%,320px);background:#fff;border-radius:14px;overflow:hidden;box-shadow:0 6px 28px #0003}
header{background:${settings.color};color:${ink};padding:14px 16px;font-weight:600}
p{margin:16px;padding:10px 14px;background:#eef1f5;border-radius:12px;max-width:80%;white-space:pre-wrap;overflow-wrap:anywhere;width:fit-content}
footer{border-top:1px solid #dfe3e8;padding:14px 16px;color:#5b6470}
i{width:56px;height:56px;border-radius:50%;background:${settings.color};box-shadow:0 4px 14px #0004;display:grid;place-items:center}
</style><main>${flow ? panel(flow, words) : ''}<i aria-hidden="true"><svg width="26" height="26" viewBox="0 0 24 24" fill="${ink}"><path d="M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"/></svg></i></main></html>`;
  return Promise.resolve({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
}

function panel({ heading, welcome }: Settings['flows'][number], words: (typeof WORDS)['en']): string {
  return `<section><header>${text(heading || words.heading)}</header><p>${text(welcome || words.welcome)}</p><footer>${words.write}</footer></section>`;
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Black or white, whichever can be read better on the colour (WCAG 2.2, relative luminance). */
function inkOn(color: string): string {
  const part = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}
