import { describe, expect, it } from '@jest/globals';
import { chat } from '../src/channel.js';
import { Site } from './site.js';

const to = (site: Site, key: string, why: 'asked' | 'ended') =>
  chat.transcriptTo!({ id: 'thr_1', key }, why, site.context) as Promise<unknown>;
const keyIn = (site: Site): string => (site.host.events.at(-1) as { threadKey: string }).threadKey;

describe('a copy of the chat (D36)', () => {
  it('is asked for once the visitor has said where to, and goes there and nowhere else', async () => {
    const site = new Site();
    const token = await site.visit();
    const refused = await site.ask('transcript', {}, { token });
    expect([refused.status, refused.json]).toMatchObject([422, { error: { field: 'email' } }]);
    expect(site.host.events).toEqual([]);
    await site.ask('details', { email: 'ada@client.example' }, { token });
    expect((await site.ask('transcript', { email: 'bob@client.example' }, { token })).status).toBe(204);
    expect(site.host.events.at(-1)).toMatchObject({ type: 'transcript' });
    const key = keyIn(site);
    expect(await to(site, key, 'asked')).toEqual({ kind: 'email', value: 'ada@client.example', trust: 'claimed' });
    expect(await to(site, key, 'ended')).toBeNull();
    expect(await to(site, 'visitor-of-another', 'asked')).toBeNull();
    await site.ask('transcript', {}, { token });
    await site.ask('transcript', {}, { token });
    expect((await site.ask('transcript', {}, { token })).status).toBe(429);
    expect((await site.ask('transcript')).status).toBe(401);
  });

  it('goes to the address that the site vouches for, at the end where the inbox wants it', async () => {
    const site = new Site({ transcript: 'always' });
    const token = await site.visit({ identity: site.identity({ sub: 'c-7', email: 'dora@client.example' }) });
    await site.ask('details', { email: 'other@client.example' }, { token });
    await site.ask('transcript', {}, { token });
    expect(await to(site, keyIn(site), 'ended')).toEqual({ kind: 'email', value: 'dora@client.example', trust: 'verified' });
  });

  it('is not to be had where the inbox sends none, and the page knows', async () => {
    const site = new Site({ transcript: 'never' });
    const token = await site.visit();
    await site.ask('details', { email: 'ada@client.example' }, { token });
    expect((await site.ask('transcript', {}, { token })).status).toBe(404);
    expect((await site.ask('open')).json).toMatchObject({ desk: { copies: false } });
    expect((await new Site().ask('open')).json).toMatchObject({ desk: { copies: true } });
  });

  it('and the end of a talk are as the settings say (D26)', async () => {
    for (const [closeAfter, ending] of [
      [undefined, { afterMinutes: 30, closes: true }],
      [5, { afterMinutes: 5, closes: true }],
      [0, { afterMinutes: 30, closes: false }],
    ] as const)
      expect(await chat.check(new Site({ closeAfter }).context as never)).toMatchObject({ capabilities: { ending } });
  });
});
