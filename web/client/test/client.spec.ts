import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Balie, BalieError, must, newId } from '../src/index.js';

interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  text: string;
}
const asked: Asked[] = [];
const answers: { status?: number; body: string }[] = [];
let server: Server;
let balie: Balie;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', headers: request.headers, text: Buffer.concat(chunks).toString() });
      const { status = 200, body } = answers.shift() ?? { body: '{"data":{}}' };
      response.writeHead(status, { 'content-type': body.startsWith('{') ? 'application/json' : 'text/html' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  balie = new Balie({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: () => 'balie_x' });
});
beforeEach(() => {
  asked.length = 0;
  answers.length = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const answer = (body: object, status = 200) => answers.push({ status, body: JSON.stringify(body) });
const limit = { errors: [{ message: 'Wait.', extensions: { code: 'LIMIT', retryAfterMs: 2 } }] };

describe('a request', () => {
  it('shows the token, sends its variables and gives the data', async () => {
    answer({ data: { viewer: { name: 'Ann' } } });
    expect(await balie.request('query ($a: Int) { viewer { name } }', { a: 1 })).toEqual({ viewer: { name: 'Ann' } });
    expect(asked[0]?.headers.authorization).toBe('Bearer balie_x');
    expect(JSON.parse(asked[0]?.text ?? '')).toEqual({ query: 'query ($a: Int) { viewer { name } }', variables: { a: 1 } });
  });

  it('throws what the API refuses with its code, and what is no answer of it', async () => {
    answer({ data: null, errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] });
    await expect(balie.request('{ x }')).rejects.toMatchObject({ name: 'BalieError', code: 'FORBIDDEN', message: 'No.' });
    answer({ errors: [{ message: 'Oh', extensions: { code: 'INTERNAL', correlationId: 'c1' } }] }, 500);
    await expect(balie.request('{ x }')).rejects.toMatchObject({ code: 'INTERNAL', correlationId: 'c1' });
    answers.push({ status: 502, body: '<html>' });
    await expect(balie.request('{ x }')).rejects.toThrow('502');
  });

  it('waits as long as it is told when its points are spent, and not for ever', async () => {
    answer(limit, 429);
    answer({ data: { ok: true } });
    expect(await balie.request('{ ok }')).toEqual({ ok: true });
    expect(asked).toHaveLength(2);
    for (let index = 0; index < 4; index += 1) answer(limit, 429);
    await expect(balie.request('{ ok }')).rejects.toMatchObject({ code: 'LIMIT' });
    expect(asked).toHaveLength(6);
  });

  it('is given up when it is called off', async () => {
    answer({ errors: [{ message: 'Wait.', extensions: { code: 'LIMIT', retryAfterMs: 60_000 } }] }, 429);
    const stop = new AbortController();
    const request = balie.request('{ ok }', {}, stop.signal);
    stop.abort();
    await expect(request).rejects.toThrow(/abort/i);
  });
});

describe('a file', () => {
  const ticket = (part: object) =>
    answer({
      data: {
        uploadCreate: { id: 'upl_1', url: '/files/uploads/upl_1', headers: { 'x-balie-upload': 's' }, userErrors: [], ...part },
      },
    });

  it('is put where the server says, with what it says', async () => {
    ticket({});
    answers.push({ status: 204, body: '' });
    expect(await balie.upload({ name: 'a.txt', mime: 'text/plain', bytes: new TextEncoder().encode('hi') })).toBe('upl_1');
    expect(JSON.parse(asked[0]?.text ?? '')).toMatchObject({ variables: { name: 'a.txt', mime: 'text/plain', bytes: 2 } });
    expect(asked[1]).toMatchObject({ path: '/files/uploads/upl_1', text: 'hi', headers: { 'x-balie-upload': 's' } });
  });

  it('that is refused or does not arrive is an error', async () => {
    const file = { name: 'a', mime: 'b', bytes: new Uint8Array(1) };
    ticket({ id: null, url: null, userErrors: [{ code: 'LIMIT', message: 'Too big.', path: ['bytes'] }] });
    await expect(balie.upload(file)).rejects.toMatchObject({ code: 'LIMIT', path: ['bytes'] });
    ticket({});
    answers.push({ status: 410, body: '' });
    await expect(balie.upload(file)).rejects.toMatchObject({ code: 'UPLOAD_FAILED' });
  });
});

describe('what comes along', () => {
  it('must() gives the payload or throws its first error', () => {
    const fine = { id: 1, userErrors: [] };
    expect(must(fine)).toBe(fine);
    const wrong = { userErrors: [{ code: 'STALE', message: 'Somebody was quicker.' }] };
    expect(() => must(wrong)).toThrow(new BalieError('STALE', 'Somebody was quicker.'));
  });

  it('ids made later sort later, and are version 7', () => {
    const [one, two] = [newId('msg', 1_000), newId('msg', 2_000)];
    expect(one).toMatch(/^msg_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
    expect(one < two).toBe(true);
  });
});
