import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { encodeFrame, FrameReader, MAX_FRAME_BYTES } from '../../src/plugin-host/child/frames.js';
import { allowedFetch, isAllowed } from '../../src/plugin-host/child/http.js';
import { toWireError } from '../../src/plugin-host/child/wire-error.js';
import { Redactor } from '../../src/plugin-host/redact.js';
import { joinSecrets, splitSecrets } from '../../src/features/channels/secret-paths.js';

describe('frames', () => {
  it('arrive as they were sent, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (values, cuts) => {
          const bytes = Buffer.concat(
            values.flatMap((value) => encodeFrame({ value, at: new Date(5), bytes: Buffer.from([1, 2]) })),
          );
          const reader = new FrameReader();
          const read: unknown[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn++) {
            const size = cuts[turn % cuts.length] ?? 1;
            read.push(...reader.push(bytes.subarray(at, at + size)));
            at += size;
          }
          expect(read.map((frame) => JSON.stringify((frame as { value: unknown }).value))).toEqual(
            values.map((value) => JSON.stringify(value)),
          );
        },
      ),
    );
  });

  it('that are too long or broken are refused', () => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(MAX_FRAME_BYTES + 1);
    expect(() => new FrameReader().push(head)).toThrow('was announced');
    expect(() => new FrameReader().push(Buffer.from([0, 0, 0, 2, 9, 9]))).toThrow('can not be read');
    expect(() => encodeFrame(() => 1)).toThrow("can't be sent");
  });
});

describe('errors that cross', () => {
  it('keep their kind and detail, whoever made them, and nothing else', () => {
    const thrown = Object.assign(new Error('no'), {
      kind: 'rate_limited',
      detail: { retryAfterMs: 5, code: 429, secret: 'x' },
      other: 1,
    });
    expect(toWireError(thrown)).toMatchObject({ message: 'no', kind: 'rate_limited', detail: { retryAfterMs: 5, code: '429' } });
    expect(toWireError(thrown)).not.toHaveProperty('other');
    expect(toWireError(Object.assign(new Error('no'), { kind: 'made up' }))).not.toHaveProperty('kind');
    expect(toWireError('just text')).toEqual({ name: 'Error', message: 'just text' });
    expect(toWireError(null).message).toBe('null');
    expect(toWireError({ issues: [{ path: ['a', 0], message: 'expected string, received undefined' }] }).issues).toEqual([
      { path: ['a', '0'], message: 'This is needed.' },
    ]);
  });
});

describe('the http of a plugin', () => {
  it('knows its hosts', () => {
    const allowed = (entry: string, url: string) => isAllowed([entry], new URL(url));
    expect(allowed('*', 'http://anything:1')).toBe(true);
    expect(allowed('a.example:443', 'https://a.example/x')).toBe(true);
    expect(allowed('a.example', 'https://A.example')).toBe(true);
    expect(allowed('a.example:443', 'http://a.example')).toBe(false);
    expect(allowed('a.example:443', 'https://b.a.example')).toBe(false);
    expect(allowed('*.a.example:443', 'https://b.a.example')).toBe(true);
    expect(allowed('*.a.example:443', 'https://evila.example')).toBe(false);
    expect(allowed('a.example:*', 'http://a.example:8080')).toBe(true);
  });

  it('is not led elsewhere by a redirect, and takes no credentials along to another origin', async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      seen.push(
        `${request.method} ${request.url} ${request.headers.host?.split(':')[0]} ${request.headers.authorization ?? '-'}`,
      );
      if (request.url === '/away') response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
      else if (request.url === '/over') response.writeHead(303, { location: `http://localhost:${port}/end` }).end();
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else response.end('there');
    }).listen(0);
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const get = allowedFetch(['127.0.0.1:*', 'localhost:*'], new AbortController().signal);
    try {
      await expect(get(`${url}/away`)).rejects.toThrow('elsewhere.example is not among the hosts');
      await expect(get(`${url}/loop`)).rejects.toThrow('Too many redirects.');
      seen.length = 0;
      const over = await get(`${url}/over`, { method: 'POST', body: 'x', headers: { authorization: 'secret' } });
      expect(await over.text()).toBe('there');
      expect(seen).toEqual(['POST /over 127.0.0.1 secret', 'GET /end localhost -']);
      expect((await get(`${url}/away`, { redirect: 'manual' })).status).toBe(302);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('secrets', () => {
  it('are found in every form and at every place in base64', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 30 }),
        fc.string({ maxLength: 5 }),
        fc.string({ maxLength: 5 }),
        (secret, before, after) => {
          fc.pre(secret.trim().length >= 8 && !'•••'.includes(secret));
          const redactor = new Redactor();
          redactor.add(secret);
          expect(redactor.text(before + secret + after)).not.toContain(secret);
          const encoded = Buffer.from(before + secret + after).toString('base64');
          expect(redactor.text(encoded)).toContain('•••');
          expect(JSON.stringify(redactor.deep({ a: [{ b: secret }] }))).toBe('{"a":[{"b":"•••"}]}');
        },
      ),
    );
  });

  it('are parted from the settings and joined again, and an empty one keeps the old', () => {
    const paths = ['token', 'smtp.password', 'missing.x'];
    const settings = { token: 't', smtp: { host: 'h', password: 'p' }, note: '' };
    const { shown, secrets } = splitSecrets(settings, paths);
    expect(shown).toEqual({ smtp: { host: 'h' }, note: '' });
    expect(secrets).toEqual({ token: 't', 'smtp.password': 'p' });
    expect(joinSecrets(shown, secrets)).toEqual(settings);
    expect(joinSecrets({ token: '', note: 'n' }, secrets)).toEqual({ token: 't', smtp: { password: 'p' }, note: 'n' });
    expect(joinSecrets({ token: 'new' }, secrets)).toMatchObject({ token: 'new' });
  });
});
