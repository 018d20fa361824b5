import { describe, expect, it } from '@jest/globals';
import { Site } from './site.js';

const DAY_MS = 24 * 3_600_000;
const id = 'message-1';

describe('the token of a visitor', () => {
  it('holds for thirteen months, is renewed while it is used, and is worth nothing elsewhere (D24, D25)', async () => {
    const site = new Site();
    const token = await site.visit();
    expect((await site.ask('say', { id, text: 'Hi' }, { token })).status).toBe(200);
    expect((await new Site().ask('say', { id, text: 'Hi' }, { token })).status).toBe(401);
    site.pass(20 * DAY_MS);
    expect(await site.visit({ token })).toBe(token);
    site.pass(20 * DAY_MS);
    const renewed = await site.visit({ token });
    expect(renewed).not.toBe(token);
    site.pass(370 * DAY_MS);
    expect((await site.ask('sync', {}, { token })).status).toBe(401);
    expect((await site.ask('sync', {}, { token: renewed })).status).toBe(200);
  });

  it('is one of many that nobody can guess', async () => {
    const site = new Site();
    const tokens = new Set<string>();
    for (let n = 0; n < 50; n++) {
      tokens.add(await site.visit());
      site.pass(2000);
    }
    expect(tokens.size).toBe(50);
  });

  it('is no ticket and no file, and neither is a token', async () => {
    const site = new Site();
    const token = await site.visit();
    const page = await site.ask('frame', '', { origin: null });
    const ticket = /&quot;ticket&quot;:&quot;([\w.-]+)&quot;/.exec(page.text)?.[1] ?? '';
    expect((await site.ask('session', { ticket }, { origin: 'null' })).status).toBe(200);
    expect((await site.ask('session', { ticket: token }, { origin: 'null' })).status).toBe(403);
    expect((await site.ask('sync', {}, { token: ticket })).status).toBe(401);
    expect((await site.ask('say', { id, text: '', files: [token] }, { token })).status).toBe(422);
    site.pass(2 * DAY_MS);
    expect((await site.ask('session', { ticket }, { origin: 'null' })).status).toBe(403);
  });

  it('is given only with consent where the site asks for it', async () => {
    const site = new Site({ consentText: 'We keep what you write.', consentLink: 'https://shop.example/privacy' });
    const opened = (await site.ask('open')).json as { consent: object };
    expect(opened.consent).toEqual({ text: 'We keep what you write.', link: 'https://shop.example/privacy' });
    const refused = await site.ask('session');
    expect([refused.status, refused.json]).toMatchObject([403, { error: { code: 'CONSENT', field: 'consent' } }]);
    expect(await site.visit({ consent: true })).toEqual(expect.any(String));
    expect((await site.ask('session', { token: 'nonsense' })).status).toBe(403);
    expect(site.host.events).toEqual([]);
  });
});

describe('whom the site signs for (D27)', () => {
  it('is the same person each time, for as long as the site says', async () => {
    const site = new Site();
    const identity = site.identity({ sub: 7, email: 'ada@client.example', name: 'Ada' });
    const answer = (await site.ask('session', { identity })).json as { token: string; visitor: object };
    expect(answer.visitor).toEqual({ known: true, identified: true, name: 'Ada', email: 'ada@client.example' });
    await site.ask('say', { id, text: 'Hi' }, { token: answer.token });
    const again = await site.visit({ identity: site.identity({ sub: '7' }) });
    await site.ask('say', { id: 'message-2', text: 'Hi' }, { token: again });
    const senders = site.host.events.flatMap((event) =>
      event.type === 'message' && event.sender !== 'self' ? [event.sender.value] : [],
    );
    expect(new Set(senders).size).toBe(1);
    site.pass(3_700_000);
    expect((await site.ask('sync', {}, { token: answer.token })).status).toBe(401);
  });

  it('is refused with another secret, another algorithm, no end or one too far away, and without a secret at all', async () => {
    const site = new Site();
    const second = Math.floor(site.now.getTime() / 1000);
    const wrong = [
      site.identity({ sub: 'a' }, { secret: 'another secret that is long enough' }),
      site.identity({ sub: 'a' }, { alg: 'none' }),
      site.identity({ sub: 'a' }, { alg: 'RS256' }),
      site.identity({ sub: 'a', exp: second - 61 }),
      site.identity({ sub: 'a', exp: second + 25 * 3600 }),
      site.identity({ sub: 'a', exp: 'soon' }),
      site.identity({ sub: 'a', nbf: second + 3600 }),
      site.identity({ sub: '' }),
      site.identity({ email: 'a@b.example' }),
      `${site.identity({ sub: 'a' })}.x`,
      'a.b.c',
      '',
    ];
    for (const identity of wrong) {
      const answer = await site.ask('session', { identity });
      expect([identity, answer.status, (answer.json as { error: { code: string } }).error.code]).toEqual([
        identity,
        401,
        'IDENTITY',
      ]);
    }
    const open = new Site({ identitySecret: '' });
    expect((await open.ask('session', { identity: open.identity({ sub: 'a' }, { secret: '' }) })).status).toBe(401);
    expect(site.host.events).toEqual([]);
  });
});
