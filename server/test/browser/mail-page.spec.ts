import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type Person } from './browser.js';
import { mailPage, MAIL_PAGE_HEADERS } from '../../src/features/messages/mail-page.js';

// As if the sanitiser did nothing at all: the second wall must hold by itself (reliability 2, row 7).
const ATTACK = `<p id="text" style="color: rgb(1, 2, 3)">Hello</p><script>top.__xss = 1; document.title = 'ran'</script>
  <img src="/missing.png" onerror="parent.__xss = 2"><img src="http://127.0.0.1:PORT/pixel"><svg onload="parent.__xss = 3"></svg>
  <a id="link" href="javascript:parent.__xss=4">x</a><iframe srcdoc="<script>top.__xss = 5</script>"></iframe>
  <form id="form" action="http://127.0.0.1:PORT/form"><button>send</button></form><link rel="stylesheet" href="http://127.0.0.1:PORT/style.css">
  <style>@import "http://127.0.0.1:PORT/import.css"; body { background: url(http://127.0.0.1:PORT/background) }</style>
  <meta http-equiv="refresh" content="0;url=http://127.0.0.1:PORT/refresh">`;

let app: Server;
let elsewhere: Server;
let person: Person;
const leaked: string[] = [];
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listen = (server: Server): Promise<void> => new Promise((done) => server.listen(0, '127.0.0.1', done));

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    leaked.push(request.url ?? '');
    response.end();
  });
  await listen(elsewhere);
  app = createServer((request, response) => {
    if (request.url === '/mail') {
      response.writeHead(200, MAIL_PAGE_HEADERS).end(mailPage(ATTACK.replaceAll('PORT', String(portOf(elsewhere)))));
      return;
    }
    const frame = '<iframe src="/mail" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>';
    response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Type': 'text/html' }).end(request.url === '/' ? frame : '');
  });
  await listen(app);
  person = await openBrowser(`http://127.0.0.1:${portOf(app)}`);
}, 240_000);
afterAll(async () => {
  await person.close();
  for (const server of [app, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
});

it('shows a mail with its styles, and neither runs nor loads anything, were it never cleaned', async () => {
  const { page } = person;
  await page.goto('/');
  const frame = page.frames().find((one) => one.url().endsWith('/mail'))!;
  const text = frame.locator('#text');
  await text.waitFor();
  expect(await frame.evaluate('getComputedStyle(document.querySelector("#text")).color')).toBe('rgb(1, 2, 3)');
  await frame.locator('#link').click();
  await frame.locator('#form button').click();
  // The app around it can still measure it.
  expect(await page.evaluate('document.querySelector("iframe").contentDocument.body.scrollHeight')).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate('window.__xss')).toBeUndefined();
  expect(await frame.title()).toBe('Message');
  expect(leaked).toEqual([]);
  person.expected(/.*/);
});
