import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createApi } from '../src/chat/api.js';
import { Sessions } from '../src/chat/session.js';

const real = globalThis.fetch;
afterEach(() => void (globalThis.fetch = real));

/** A server whose answers come when they are told to. */
function world() {
  const answers: ((body: object) => void)[] = [];
  globalThis.fetch = jest.fn(
    () => new Promise<Response>((resolve) => answers.push((body) => resolve(new Response(JSON.stringify(body))))),
  ) as typeof fetch;
  const changed = jest.fn();
  const api = createApi({ base: '', stream: '' }, () => sessions);
  const sessions = new Sessions({ api, ticket: 't', agreed: () => false, changed, expired: () => undefined });
  return { answers, api, sessions, changed };
}

describe('signing out', () => {
  it('lets nothing through that was asked for before it: no history, no token (D27, N17)', async () => {
    const { answers, api, sessions, changed } = world();
    sessions.adopt('of Dora');
    const history = api.post('sync', {});
    const renewal = sessions.renew();
    sessions.forget();
    answers[0]?.({ items: ['It is me again'] });
    answers[1]?.({ token: 'of Dora, too', visitor: {} });
    await expect(history).rejects.toMatchObject({ status: 0 });
    await expect(renewal).rejects.toMatchObject({ status: 0 });
    expect(sessions.token).toBeNull();
    expect(changed).not.toHaveBeenCalled();
  });

  it('leaves whoever comes next a session of his own, made once', async () => {
    const { answers, sessions } = world();
    const before = sessions.begin();
    sessions.forget();
    sessions.identity = 'Emma';
    const next = sessions.begin();
    answers[0]?.({ token: 'of Dora', visitor: {} });
    await expect(before).rejects.toMatchObject({ status: 0 });
    const same = sessions.begin();
    answers[1]?.({ token: 'of Emma', visitor: {} });
    await Promise.all([next, same]);
    expect(answers).toHaveLength(2);
    expect(sessions.token).toBe('of Emma');
  });
});
