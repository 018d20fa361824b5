import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RawRequest } from '@balie/plugin-sdk';
import { frameRoute, widgetFiles, widgetRoute } from '../src/routes/files.js';
import { Site } from './site.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'balie-widget-'));
  await writeFile(path.join(folder, 'loader.js'), 'const config = __BALIE_CONFIG__; start(config);');
  await writeFile(path.join(folder, 'chat.js'), 'chat()');
  await writeFile(path.join(folder, 'chat.css'), 'body{}');
  await writeFile(path.join(folder, 'notes.txt'), 'not for anybody');
});
afterAll(() => rm(folder, { recursive: true }));

const get = (site: Site, file: string, headers: Record<string, string> = {}, query: Record<string, string> = {}) => {
  const request: RawRequest = {
    ...{ method: 'GET', path: `/${file}`, query, headers, body: new Uint8Array() },
    ...{ ip: '192.0.2.1', receivedAt: site.now },
  };
  return widgetRoute(() => folder)(request, site.context);
};

it('serves the bundle, for ever where its version is named, and nothing beside it', async () => {
  const site = new Site();
  const { version } = widgetFiles(folder);
  const named = await get(site, 'chat.js', {}, { v: version });
  expect([named.status, named.headers?.['cache-control'], String(named.body)]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'chat()',
  ]);
  const plain = await get(site, 'chat.js');
  expect(plain.headers?.['cache-control']).toBe('public, max-age=300');
  expect((await get(site, 'chat.js', { 'if-none-match': plain.headers?.['etag'] ?? '' })).status).toBe(304);
  for (const file of ['notes.txt', '../index.cjs', '..%2findex.cjs', '', 'constructor'])
    expect([file, (await get(site, file)).status]).toEqual([file, 404]);
});

it('goes packed over the wire to who can unpack it, under the same tag', async () => {
  const site = new Site();
  const plain = await get(site, 'chat.js');
  const packed = await get(site, 'chat.js', { 'accept-encoding': 'br, gzip' });
  expect(packed.headers).toEqual({ ...plain.headers, 'content-encoding': 'gzip' });
  expect(plain.headers).toMatchObject({ vary: 'accept-encoding', etag: expect.stringMatching(/^W\//) });
  expect(gunzipSync(packed.body as Uint8Array).toString()).toBe('chat()');
});

it('puts the settings into the loader, in which no text can end the script', async () => {
  const site = new Site({ color: '#aa3300', flows: [{ id: 'a', urls: ['</script>\u2028/x'] }], waitForConsent: true });
  const { body, headers } = await get(site, 'loader.js');
  expect(headers?.['cache-control']).toBe('public, max-age=300, stale-while-revalidate=86400');
  expect(String(body)).not.toMatch(/<|\u2028/);
  const config = /config = (\{.*\});/.exec(String(body))?.[1] ?? '{}';
  expect(JSON.parse(config)).toMatchObject({
    color: '#aa3300',
    consent: 'wait',
    base: `https://balie.example/p/plugin/routes/${site.host.id}`,
    flows: [{ id: 'a', urls: ['</script>\u2028/x'], audience: 'everyone' }],
  });
  expect(String(body)).not.toContain('secret');
});

it('makes a frame that runs its own code only, where it may be embedded', async () => {
  const request = (site: Site): RawRequest => ({
    ...{ method: 'GET', path: '', query: {}, headers: {}, body: new Uint8Array() },
    ...{ ip: '192.0.2.1', receivedAt: site.now },
  });
  const site = new Site({ origins: ['https://*.shop.example'] });
  const { headers, body } = await frameRoute(() => folder)(request(site), site.context);
  expect(headers?.['content-security-policy']).toMatch(
    /default-src 'none'; script-src https:\/\/balie\.example; .*frame-ancestors 'self' https:\/\/\*\.shop\.example;/,
  );
  expect(String(body)).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
  expect((await site.ask('open', {}, { origin: 'https://www.shop.example' })).status).toBe(200);
  for (const origin of [
    'https://shop.example',
    'https://evilshop.example',
    'http://www.shop.example',
    'https://www.shop.example.evil.example',
  ])
    expect([origin, (await site.ask('open', {}, { origin })).status]).toEqual([origin, 403]);
  const open = new Site({ origins: [] });
  const anywhere = await frameRoute(() => folder)(request(open), open.context);
  expect(anywhere.headers?.['content-security-policy']).toContain('frame-ancestors *;');
});

it('shows how it will look, with settings that are not kept yet, in which no text can be a page', async () => {
  const flows = [{ heading: '<b>Shop</b>', welcome: 'Hi & welcome', language: 'nl' }];
  for (const [color, ink] of [
    ['#ffee00', '#000000'],
    ['#1f5eff', '#ffffff'],
  ] as const) {
    const { text } = await new Site({ flows, color, position: 'left' }).ask('preview');
    expect(text).toContain('&lt;b>Shop&lt;/b>');
    expect(text).toContain('Hi &amp; welcome');
    expect(text).toContain(`background:${color};color:${ink}`);
  }
  expect((await new Site({ flows: [] }).ask('preview')).text).not.toContain('<section>');
});
