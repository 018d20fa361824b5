/** An origin of its own, in which a page may do as it likes with what it brings along, and reach nothing but what this server gives to anyone. */
export const FRAME_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': [
    'sandbox allow-scripts allow-forms',
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
};

/**
 * Shows each page that it is handed (`{ page }`) in a frame inside, which inherits the policy; the one before stays until the next is there.
 * Only the page around it is heard: not what runs inside.
 */
export const FRAME = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Preview</title>
<style>html,body{margin:0;height:100%;overflow:hidden;background:#fff}iframe{position:absolute;inset:0;width:100%;height:100%;border:0}iframe+iframe{visibility:hidden}</style>
<body>
<script>
addEventListener('message', (event) => {
  if (event.source !== parent || typeof event.data?.page !== 'string') return;
  const next = document.createElement('iframe');
  next.title = document.title = String(event.data.title ?? document.title);
  next.setAttribute('sandbox', 'allow-scripts allow-forms');
  next.srcdoc = event.data.page;
  next.onload = () => {
    while (next.previousElementSibling instanceof HTMLIFrameElement) next.previousElementSibling.remove();
  };
  document.body.append(next);
});
parent.postMessage({ frame: 'ready' }, '*');
</script>
`;
