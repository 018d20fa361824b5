/** Nothing runs, nothing loads but our own pictures; styles are the mail's own; the height can be read by the app around it (ux 3.6.8). */
export const MAIL_PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; " +
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-cache',
};

// Mails are written for a light sheet; they keep it in a dark app too (R-HTM-4).
const STYLE =
  'html{color-scheme:light;background:#fff;color:#1a1a1a}body{margin:0;font:14px/1.5 system-ui,sans-serif;overflow-wrap:break-word}' +
  'img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}' +
  'blockquote{margin:0 0 0 8px;padding-left:10px;border-left:2px solid #ccc}img[data-remote-src]{min-width:16px;min-height:16px;background:#eee}';

/** Clean HTML as a whole page. */
export function mailPage(clean: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Message</title><style>${STYLE}</style>`;
  return `<!doctype html><html><head>${head}</head><body>${clean}</body></html>`;
}
