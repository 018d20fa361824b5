import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HttpAdapterHost } from '@nestjs/core';
import type { Application } from 'express';
import { TestServer } from '../server/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());

/** What is answered to these bytes until the server closes the connection. */
function raw(...lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(lines.join('\r\n')));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
  });
}
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const answersIn = (answer: string): number => answer.split(/^HTTP\/1\.1 /m).length - 1;

/** Each route that is there, with something in the place of what it takes. */
function routes(): { method: string; path: string }[] {
  type Layer = { route?: { path: string | string[]; methods: Record<string, boolean> } };
  const { router } = server.get(HttpAdapterHost).httpAdapter.getInstance() as Application;
  return (router.stack as unknown as Layer[]).flatMap(({ route }) => {
    if (!route) return [];
    const method = Object.keys(route.methods)[0]!.replace('_all', 'get').toUpperCase();
    return [route.path].flat().map((path) => ({ method, path: path.replace(/[:*](\w+)/g, 'x') }));
  });
}

test('each route, found or refused, answers with a policy that runs no script of another, and with a type that is not guessed', async () => {
  const all = routes();
  expect(all.length).toBeGreaterThan(20);
  const bare: string[] = [];
  for (const { method, path } of [...all, { method: 'GET', path: '/' }, { method: 'GET', path: '/nothing.js' }]) {
    const { status, headers } = await server.browser().send(path, { method, headers: {} });
    const policy = headers.get('content-security-policy') ?? '';
    const scripts = /(?:script-src|default-src) ([^;]*)/.exec(policy)?.[1] ?? "'unsafe-inline'";
    const safe = !scripts.includes("'unsafe-inline'") && headers.get('x-content-type-options') === 'nosniff';
    if (!safe || status >= 500) bare.push(`${method} ${path}: ${status} ${policy}`);
  }
  expect(bare).toEqual([]);
});

test('a Host of somebody else comes into no link, no redirect and no page', async () => {
  const paths = routes().filter(({ method }) => method === 'GET');
  for (const { path } of [...paths, { path: '/' }, { path: '/inbox' }]) {
    const answer = await raw(
      `GET ${path} HTTP/1.1`,
      'Host: evil.example',
      'X-Forwarded-Host: evil.example',
      'Connection: close',
      '',
      '',
    );
    expect([path, answer.includes('evil.example')]).toEqual([path, false]);
  }
  const body = JSON.stringify({ email: 'olga@team.example' });
  const head = ['Content-Type: application/json', 'X-Balie-Csrf: 1', `Content-Length: ${body.length}`, 'Connection: close'];
  const forgot = await raw('POST /api/access/forgot HTTP/1.1', 'Host: evil.example', ...head, '', body);
  expect(forgot).not.toContain('evil.example');
});

test('thousands of headers, one that is too long, and a request that is two, are refused and take nothing with them', async () => {
  const many = Array.from({ length: 5_000 }, (_, n) => `X-${n}: y`);
  expect(statusOf(await raw('GET /health/live HTTP/1.1', 'Host: a', ...many, '', ''))).toBe(431);
  expect(statusOf(await raw('GET /health/live HTTP/1.1', 'Host: a', `X-Long: ${'y'.repeat(70_000)}`, '', ''))).toBe(431);
  const inside = ['GET /health/live HTTP/1.1', 'Host: a', '', ''];
  const both = [
    'POST /api/sign-in HTTP/1.1',
    'Host: a',
    'Content-Length: 5',
    'Transfer-Encoding: chunked',
    '',
    '0',
    '',
    ...inside,
  ];
  const twice = ['POST /api/sign-in HTTP/1.1', 'Host: a', 'Content-Length: 4', 'Content-Length: 40', '', 'abcd', ...inside];
  const odd = ['POST /api/sign-in HTTP/1.1', 'Host: a', 'Transfer-Encoding: xchunked', '', '0', '', ...inside];
  const spaced = ['POST /api/sign-in HTTP/1.1', 'Host: a', 'Transfer-Encoding : chunked', '', '0', '', ...inside];
  for (const request of [both, twice, odd, spaced]) {
    const answer = await raw(...request);
    expect([request[2], statusOf(answer), answersIn(answer)]).toEqual([request[2], 400, 1]);
  }
  expect((await server.browser().get('/health/live')).status).toBe(200);
});
