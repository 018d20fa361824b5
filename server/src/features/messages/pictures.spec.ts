import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OutgoingHttp } from '../../adapters/outgoing/outgoing-http.js';
import { PictureFetcher } from './picture-fetcher.js';
import { loadsFromElsewhere, remotePictures } from './remote-pictures.js';
import { sanitize } from './sanitize.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000002', 'hex');
const TOO_LARGE = 11 * 1024 * 1024;
const fetchers: PictureFetcher[] = [];
const fetcherFor = (...privateNetworks: string[]): PictureFetcher => {
  const fetcher = new PictureFetcher({ privateNetworks }, new OutgoingHttp(null));
  fetchers.push(fetcher);
  return fetcher;
};

let elsewhere: Server;
let port: number;
const asked: IncomingMessage[] = [];

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    asked.push(request);
    const to = (location: string) => response.writeHead(302, { location, 'set-cookie': 'id=1' }).end();
    switch (request.url) {
      case '/a.png?x=1&y=2':
        return response.writeHead(200, { 'content-type': 'image/png', 'set-cookie': 'id=1' }).end(PNG);
      case '/svg':
        return response.writeHead(200, { 'content-type': 'image/png' }).end('<svg onload="x()"/>');
      case '/page':
        return response.writeHead(200, { 'content-type': 'image/png' }).end('<html>');
      case '/moved':
        return to('/a.png?x=1&y=2');
      case '/inside':
        return to(`http://127.0.0.2:${port}/a.png?x=1&y=2`);
      case '/round':
        return to('/round');
      case '/says-large':
        return response.writeHead(200, { 'content-length': TOO_LARGE }).end();
      case '/is-large':
        response.writeHead(200);
        return response.end(Buffer.concat([PNG, Buffer.alloc(TOO_LARGE)]));
      default:
        return response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '0.0.0.0', resolve));
  port = (elsewhere.address() as AddressInfo).port;
});
beforeEach(() => void asked.splice(0));
afterAll(async () => {
  for (const fetcher of fetchers) fetcher.onModuleDestroy();
  elsewhere.closeAllConnections();
  await new Promise((resolve) => elsewhere.close(resolve));
});

describe('pictures from elsewhere', () => {
  it('are remembered by their addresses, each once, in the order of the mail', () => {
    const { html } = sanitize(
      '<img src="https://a.example/1.png?x=1&amp;y=2"><table background="http://b.example/2.gif"><tr><td><img src="https://a.example/1.png?x=1&y=2">' +
        '<img src=\'https://c.example/%22"\'><img src="cid:own@x"></td></tr></table>',
      { mode: 'keep' },
    );
    expect(remotePictures(html)).toEqual(['https://a.example/1.png?x=1&y=2', 'http://b.example/2.gif']);
    expect(loadsFromElsewhere(html)).toBe(true);
    expect(loadsFromElsewhere(sanitize('<img src="cid:own@x"> data-remote-src="x"', { mode: 'keep' }).html)).toBe(false);
  });

  it('are shown by our address once the reader asks, but not the pixels that count readers', () => {
    const pictures = { 'https://a.example/1.png': '/files/pictures/m/0', 'https://b.example/2.gif': '/files/pictures/m/1' };
    const kept = sanitize(
      '<img src="https://a.example/1.png" alt="One"><table background="https://b.example/2.gif"><tr><td></td></tr></table>' +
        '<img src="https://a.example/1.png" width="1" height="1" alt="."><img src="https://a.example/1.png" style="width:1px">' +
        '<img src="https://unknown.example/3.png">',
      { mode: 'keep' },
    ).html;
    const { html } = sanitize(kept, { mode: 'show', pictures });
    expect(html.match(/<img[^>]*>/g)).toEqual(['<img alt="One" src="/files/pictures/m/0" />']);
    expect(html).toContain('<table background="/files/pictures/m/1">');
    expect(html).not.toContain('example');
    expect(sanitize(kept, { mode: 'show' }).html).not.toMatch(/\s(?:src|background)=/);
  });
});

describe('the fetcher of pictures', () => {
  it('asks as nobody in particular, and follows a few moves', async () => {
    const fetcher = fetcherFor('127.0.0.1');
    expect(await fetcher.fetch(`http://127.0.0.1:${port}/a.png?x=1&y=2`)).toEqual({ bytes: PNG, mime: 'image/png' });
    expect(await fetcher.fetch(`http://127.0.0.1:${port}/moved`)).toEqual({ bytes: PNG, mime: 'image/png' });
    expect(asked).toHaveLength(3);
    for (const { headers } of asked) {
      expect(headers['user-agent']).toBe('Mozilla/5.0 (compatible; Balie picture proxy)');
      expect(Object.keys(headers).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent']);
    }
  });

  it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '[::1]', '2130706433', '0x7f.1', '0.0.0.0'])(
    'never reaches this machine by %s',
    async (host) => {
      await expect(fetcherFor().fetch(`http://${host}:${port}/a.png?x=1&y=2`)).rejects.toThrow(/not allowed/);
      expect(asked).toEqual([]);
    },
  );

  it.each(['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '[fe80::1]', '[fd00::1]'])(
    'never reaches a private network by %s',
    async (host) => {
      await expect(fetcherFor('127.0.0.1').fetch(`http://${host}/latest/meta-data`)).rejects.toThrow(/not allowed/);
      await expect(fetcherFor('127.0.0.1').fetch(`https://${host}/latest/meta-data`)).rejects.toThrow(/not allowed/);
    },
  );

  it('is not led into a private network by a move', async () => {
    await expect(fetcherFor('127.0.0.1').fetch(`http://127.0.0.1:${port}/inside`)).rejects.toThrow(/not allowed/);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['/svg', /safely/],
    ['/page', /safely/],
    ['/nothing', /404/],
    ['/round', /too often/],
    ['/says-large', /too large/],
    ['/is-large', /too large/],
  ])('refuses %s', async (path, why) => {
    await expect(fetcherFor('127.0.0.1').fetch(`http://127.0.0.1:${port}${path}`)).rejects.toThrow(why);
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/x', 'gopher://127.0.0.1', 'no address'])('does not ask %s', async (address) => {
    await expect(fetcherFor('127.0.0.1').fetch(address)).rejects.toThrow();
  });
});
