import { expect, it } from '@jest/globals';
import { pageOf } from '../src/page.js';
import { settings } from '../src/settings.js';
import { Site } from './site.js';

const shown = (url: string, more: object = {}, given: object = {}) =>
  pageOf({ url, ...more }, settings.parse({ name: 'Shop', ...given }));

it.each([
  ['https://shop.example/bread?token=abc#part', 'https://shop.example/bread'],
  ['https://ada:word@shop.example/', 'https://shop.example/'],
  ['https://shop.example/reset/0f3c9a7be1d24b6c8a90e2f4', 'https://shop.example/reset/…'],
  ['https://shop.example/how-to-bake-the-best-rye-bread-at-home', 'https://shop.example/how-to-bake-the-best-rye-bread-at-home'],
  ['javascript:alert(1)', undefined],
  ['file:///home/ada/letter.html', undefined],
  ['', undefined],
])('tells of %s what is no secret', (url, expected) => {
  expect(shown(url)?.url).toBe(expected);
});

it('tells from which site he came, and nothing when the inbox does not want it', () => {
  const from = { referrer: 'https://search.example/find?q=my+illness', title: ' Bread ' };
  expect(shown('https://shop.example/', from)).toEqual({
    url: 'https://shop.example/',
    title: 'Bread',
    referrer: 'https://search.example',
  });
  expect(shown('https://shop.example/b', { referrer: 'https://shop.example/a' })).not.toHaveProperty('referrer');
  expect(shown('https://shop.example/', from, { pages: false })).toBeUndefined();
});

it('goes with what he writes, and alone when he goes on', async () => {
  const site = new Site();
  const token = await site.visit();
  const page = { url: 'https://shop.example/bread?x=1' };
  await site.ask('say', { id: 'message-1', text: 'Hi', page }, { token });
  expect((await site.ask('page', { ...page, url: 'https://shop.example/cake' }, { token })).status).toBe(204);
  const told = site.host.events.flatMap((event) =>
    'thread' in event && event.thread.page ? [[event.type, event.thread.page]] : [],
  );
  expect(told).toEqual([
    ['message', { url: 'https://shop.example/bread' }],
    ['online', { url: 'https://shop.example/cake' }],
  ]);
  const silent = new Site({ pages: false });
  const other = await silent.visit();
  expect((await silent.ask('page', page, { token: other })).status).toBe(204);
  expect(silent.host.events).toEqual([]);
  expect((await silent.ask('page', page)).status).toBe(401);
});
