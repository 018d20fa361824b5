import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { SimulatedHost } from '@balie/plugin-sdk/kit';
import { newRun, StepFailed } from '../src/engine.js';
import { BUCKET_MS, Overtaken, Store } from '../src/store.js';
import { callWebhook, signatureOf } from '../src/webhook.js';
import { stepsOf } from './made-flow.js';

const wakes: number[] = [];
const store = () => new Store(new SimulatedHost('rsp_1').context({}).state, async (at) => void wakes.push(at));

describe('the store', () => {
  it('lets one of two go on with a run', async () => {
    const kept = store();
    const run = newRun('evt_1', 1, 'v1', '0');
    expect(await kept.keep('cnv_1', run, 0)).toBe(1);
    expect(await kept.keep('cnv_1', run, 1)).toBe(2);
    await expect(kept.keep('cnv_1', run, 1)).rejects.toBeInstanceOf(Overtaken);
    expect((await kept.run('cnv_1'))?.version).toBe(2);
  });

  it('notes what falls due before it is waited for, each once, however many', async () => {
    const kept = store();
    const run = { ...newRun('evt_1', 1, 'v1', '0'), waits: { for: 'answer' as const, until: 5 * BUCKET_MS + 1, misses: 0 } };
    await kept.keep('cnv_1', run, 0);
    await kept.keep('cnv_1', run, 1);
    for (let n = 2; n <= 1203; n++) await kept.due(`cnv_${n}`, 5 * BUCKET_MS);
    expect(await kept.dueIn(5, 5 * BUCKET_MS - 1)).toEqual([]);
    expect(await kept.dueIn(5, 5 * BUCKET_MS)).not.toContain('cnv_1');
    const due = await kept.dueIn(5, 5 * BUCKET_MS + 1);
    expect(due).toHaveLength(1203);
    expect(new Set(due).size).toBe(1203);
    await kept.forget(5);
    expect(await kept.dueIn(5, Infinity)).toEqual([]);
    expect(wakes.filter((at) => at === 5 * BUCKET_MS + 1)).toHaveLength(2);
  });

  it('keeps versions of a flow', async () => {
    const kept = store();
    const steps = stepsOf([{ type: 'message', text: 'Hi' }]);
    const hash = await kept.keepFlow(steps);
    expect(await kept.keepFlow(structuredClone(steps))).toBe(hash);
    expect(await kept.flow(hash)).toEqual(steps);
    expect(await kept.flow('other')).toBeNull();
  });
});

describe('a webhook', () => {
  const call = { seconds: 5, key: 'evt_1', body: { a: 1 }, secret: 'a secret of sixteen', at: 1_700_000_000_000 };

  async function answered(status: number, body: string | null, seconds = 5) {
    const seen: Record<string, unknown>[] = [];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        seen.push({ ...request.headers, text });
        if (body !== null) response.writeHead(status, { location: '/other' }).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      return { seen, answer: await callWebhook(fetch, { ...call, url, seconds }).catch((error: unknown) => error) };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('is signed and has a key by which a repeat is known', async () => {
    const { seen, answer } = await answered(200, '{"say":"Hi","answers":{"n":3,"ok":true}}');
    expect(answer).toEqual({ say: 'Hi', answers: { n: '3', ok: 'true' } });
    expect(seen[0]).toMatchObject({
      'idempotency-key': 'evt_1',
      'balie-signature': signatureOf('{"a":1}', call.secret, call.at),
      text: '{"a":1}',
    });
    expect(signatureOf('{"a":1}', call.secret, call.at)).toMatch(/^t=1700000000,v1=[0-9a-f]{64}$/);
    expect((await answered(204, '')).answer).toEqual({ answers: {} });
  });

  it.each([
    ['refuses', 500, 'no', 'answered 500'],
    ['sends elsewhere', 302, '', 'answered 302'],
    ['answers nonsense', 200, '<html>', 'could not be asked'],
    ['answers something else', 200, '{"say":5}', 'not of the right form'],
    ['answers too much', 200, 'x'.repeat(70_000), 'too large'],
  ])('fails in words when it %s', async (_, status, body, words) => {
    const { answer } = await answered(status, body);
    expect(answer).toBeInstanceOf(StepFailed);
    expect(String(answer)).toContain(words);
  });

  it('is not waited for longer than it may take', async () => {
    expect(String((await answered(200, null, 1)).answer)).toContain('did not answer within 1 seconds');
  });
});
