import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Json } from '@balie/plugin-sdk';
import { freshTokens, TOKENS, tokensOf } from '../src/oauth/tokens.js';
import { settings as schema } from '../src/settings.js';
import { FakeHost } from './host.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
let provider: Server;
let handedOut = 0;
let host: FakeHost;

beforeEach(async () => {
  handedOut = 0;
  provider = createServer((_request, response) =>
    response.end(JSON.stringify({ access_token: `access ${++handedOut}`, expires_in: 3600 })),
  );
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  host = new FakeHost(
    schema.parse({
      address: 'support@shop.test',
      signIn: 'other',
      clientId: 'id',
      clientSecret: 'secret',
      authorizeUrl: `${url}/authorize`,
      tokenUrl: `${url}/token`,
      scopes: 'mail',
      imapHost: '127.0.0.1',
      smtpHost: '127.0.0.1',
      allowPrivateAddress: true,
    }),
  );
});
afterEach(() => {
  provider.close();
});

/** Tokens as they were kept at a time, and perhaps being renewed by somebody since. */
const keep = (at: number, more: { renewingUntil?: number } = {}) =>
  host.context().state.set(TOKENS, {
    ...tokensOf({ accessToken: 'old', lifetimeMs: HOUR_MS, refreshToken: 'refresh', scopes: null }, at),
    ...more,
  } as unknown as Json);
const fresh = async () => (await freshTokens(host.context(), ({ renewAt }, now) => now >= renewAt)).access;

test('tokens are good until shortly before they end', async () => {
  await keep(Date.now());
  expect([await fresh(), handedOut]).toEqual(['old', 0]);
  await host.context().state.delete(TOKENS);
  await keep(Date.now() - HOUR_MS);
  expect([await fresh(), handedOut]).toEqual(['access 1', 1]);
});

test('tokens that came while the clock was two days ahead are not taken for good for so long (F18, R-OAU-1)', async () => {
  await keep(Date.now() + 2 * DAY_MS);
  expect(await fresh()).toBe('access 1');
  // Those are of now.
  expect([await fresh(), handedOut]).toEqual(['access 1', 1]);
});

test('whoever began to renew them while the clock was ahead is not waited for (F18)', async () => {
  await keep(Date.now() - HOUR_MS, { renewingUntil: Date.now() + 2 * DAY_MS });
  expect(await fresh()).toBe('access 1');
});
