import { describe, expect, it } from '@jest/globals';
import type { Desk } from '@balie/plugin-sdk';
import { chat } from '../src/channel.js';
import { deskFor } from '../src/desk.js';
import { fitsPage, flowFor } from '../src/flows.js';
import { settings } from '../src/settings.js';
import { Site } from './site.js';

describe('where a chat shows (D30)', () => {
  it.each([
    [[], 'https://shop.example/', true],
    [['/shop/*'], 'https://shop.example/shop/lamps?x=1', true],
    [['/shop/*'], 'https://shop.example/help', false],
    [['/shop'], 'https://shop.example/SHOP', true],
    [['shop.example/help'], 'https://shop.example/help', true],
    [['*.example/help*'], 'https://www.shop.example/help/me', true],
    [['!/checkout*'], 'https://shop.example/checkout/pay', false],
    [['!/checkout*'], 'https://shop.example/', true],
    [['/a*b*c'], 'https://shop.example/aXbYc', true],
    [['/a*b*c'], 'https://shop.example/aXcYb', false],
    [['/aa*aa'], 'https://shop.example/aaa', false],
    [['/x'], 'not an address', false],
    [['/x'], null, false],
  ])('%j on %s: %s', (patterns, url, fits) => {
    expect(fitsPage(patterns, url)).toBe(fits);
  });

  it('takes no time for patterns that are made to take it', () => {
    const pattern = `/${'*a'.repeat(100)}b`;
    expect(fitsPage([pattern], `https://shop.example/${'a'.repeat(3000)}`)).toBe(false);
  });

  it('is the first of the list that fits the page and the visitor', () => {
    const given = settings.parse({
      name: 'Shop',
      flows: [
        { id: 'known', audience: 'known' },
        { id: 'help', urls: ['/help*'] },
        { id: 'rest', audience: 'unknown' },
      ],
    });
    const on = (path: string, known: boolean) => flowFor(given, { url: `https://shop.example${path}`, known })?.id;
    expect([on('/help', true), on('/help', false), on('/', false)]).toEqual(['known', 'help', 'rest']);
    expect(settings.safeParse({ name: 'Shop', flows: [{ id: 'a' }, { id: 'a' }] }).success).toBe(false);
  });
});

describe('who is there (D31, S66 to S68)', () => {
  const reopensAt = new Date('2026-11-24T08:00:00Z');
  const people = ['Ann', 'Ben', 'Cas', 'Dee', 'Eva'].map((name) => ({ name }));
  const shown = async (availability: string, desk: { open: boolean; available: boolean; agent?: { name: string } }) => {
    const site = new Site({ flows: [{ id: 'a', availability }] });
    const context = { ...site.context, desk: () => Promise.resolve({ name: 'Inbox', people, reopensAt, ...desk }) };
    return deskFor(context, site.context.settings.flows[0] ?? null, null);
  };

  it('is as the chat counts it', async () => {
    const cases = [
      ['always', { open: false, available: false }, true],
      ['hours', { open: true, available: false }, true],
      ['hours', { open: false, available: true }, false],
      ['users', { open: true, available: false }, false],
      ['users', { open: true, available: true }, true],
      ['users', { open: false, available: true }, false],
      ['users', { open: false, available: false, agent: { name: 'Ann' } }, true],
    ] as const;
    for (const [availability, desk, available] of cases)
      expect([availability, desk, (await shown(availability, desk)).available]).toEqual([availability, desk, available]);
  });

  it('shows three of many, and when they are back', async () => {
    const away = await shown('hours', { open: false, available: false });
    expect(away).toMatchObject({ heading: 'Inbox', reopensAt: reopensAt.toISOString(), agent: null });
    expect(away.people).toHaveLength(3);
    expect(new Set(away.people.map(({ name }) => name)).size).toBe(3);
  });
});

describe('that who answers has changed (S67, S68, D43)', () => {
  it('is published once for all who look, for each flow, and for one alone where it is about his conversation', async () => {
    const site = new Site({
      flows: [
        { id: 'always', availability: 'always' },
        { id: 'users', availability: 'users', urls: ['/help'] },
      ],
    });
    const asked: object[] = [];
    const mia = { name: 'Mia', avatarUrl: 'https://balie.example/mia.png', meetingUrl: 'https://meet.example/mia' };
    const desk: Desk = { name: 'Shop', open: true, available: false, people: [mia], writesTo: [] };
    const context = {
      ...site.context,
      desk: async (o: { threadKey?: string } = {}) => {
        asked.push(o);
        return o.threadKey === undefined ? desk : { ...desk, agent: mia };
      },
    };
    await chat.signalDesk!(null, context);
    await chat.signalDesk!({ id: 'thr_1', key: 'visitor-1' }, context);
    await chat.signalDesk!({ id: 'thr_2' }, context);
    expect(asked).toEqual([{}, { threadKey: 'visitor-1' }]);
    const { meetingUrl: _, ...face } = mia;
    const all = { people: [face], agent: null };
    expect(site.host.published).toMatchObject([
      {
        topic: 'desk',
        data: { kind: 'desk', own: false, desks: { always: { available: true, ...all }, users: { available: false, ...all } } },
      },
      { topic: 'visitor:visitor-1', data: { kind: 'desk', own: true, desks: { users: { available: true, agent: mia } } } },
    ]);
  });
});
