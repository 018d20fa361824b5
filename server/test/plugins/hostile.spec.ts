import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { checkCheckResult } from '../../src/plugin-host/border.js';
import { failureOf } from '../../src/plugin-host/call-failure.js';
import { GoneError } from '../../src/plugin-host/child/peer.js';
import type { InstanceSpec } from '../../src/plugin-host/child/spec.js';
import { parseManifest } from '../../src/plugin-host/manifest.js';

import { Redactor } from '../../src/plugin-host/redact.js';
import { PluginSupervisor, SUPERVISOR_TIMES, type SupervisorTimes } from '../../src/plugin-host/supervisor.js';
import { until } from '../support/until.js';

const FOLDER = path.resolve('test/plugins/packages/hostile');
/** A watch that looks so seldom does not look in a test. */
const ASLEEP_MS = 600_000;
/** Each test wakes the watch that it is about: on a busy machine another one may be the first to see a process in trouble. */
const QUICK: SupervisorTimes = {
  ...SUPERVISOR_TIMES,
  pingEveryMs: ASLEEP_MS,
  pingWithinMs: ASLEEP_MS,
  memoryEveryMs: ASLEEP_MS,
  backoffMs: [20, 20, 20],
  graceMs: 500,
};

interface Hosted {
  supervisor: PluginSupervisor<string>;
  ends: string[];
  crashed: string[];
  log: string[];
  check(how: string, o?: { password?: string; timeoutMs?: number; id?: string }): Promise<string>;
}
const open: Hosted[] = [];

async function host(
  times: Partial<SupervisorTimes> = {},
  { environment = {}, net }: { environment?: Record<string, string>; net?: string[] } = {},
): Promise<Hosted> {
  const manifest = parseManifest(await readFile(path.join(FOLDER, 'package.json'), 'utf8'));
  if (net) manifest.permissions.net = net;
  const redactor = new Redactor();
  const [ends, crashed, log]: [string[], string[], string[]] = [[], [], []];
  const calls = {
    environment,
    call: () => Promise.resolve(null),
    log: (_: string, message: string, fields: Record<string, unknown>) =>
      void log.push(redactor.text(message) + JSON.stringify(redactor.deep(fields))),
  };
  const events = { restarted: (why: string) => void ends.push(why), crashed: (why: string) => void crashed.push(why) };
  const supervisor = new PluginSupervisor<string>({ manifest, folder: FOLDER }, calls, events, () => performance.now(), {
    ...QUICK,
    ...times,
  });
  const hosted: Hosted = {
    supervisor,
    ends,
    crashed,
    log,
    check: async (how, { password = '', timeoutMs = 20_000, id = 'chn_1' } = {}) => {
      redactor.add(password);
      const spec = specOf(id, { how, password });
      try {
        const answer = (await supervisor.call('check', [spec], { timeoutMs, scope: id })) as { result: unknown };
        return checkCheckResult(answer.result).label;
      } catch (error) {
        const failure = failureOf(error, redactor);
        return `${'kind' in failure ? failure.kind : 'invalid'}: ${failure.message}`;
      }
    },
  };
  open.push(hosted);
  return hosted;
}

function specOf(id: string, settings: Record<string, string>): InstanceSpec {
  const plugin = { pluginId: 'hostile', values: {} };
  return { id, type: 'hostile', inboxIds: [], account: null, since: null, settings, settingsVersion: 1, baseUrl: '', plugin };
}

/** A call that works again, once the back-off is over. */
const recovers = (hosted: Hosted) =>
  until(async () => (await hosted.check('fine')) === 'fine', { deadlineMs: 60_000, what: 'a new process' });

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ supervisor }) => supervisor.stop()));
});

describe('a plugin that fails in a call', () => {
  it('tells of what it threw, and keeps running', async () => {
    const hosted = await host();
    expect(await hosted.check('throws')).toBe('uncertain: The plugin failed: boom');
    expect(await hosted.check('fails')).toBe('rate_limited: slow down');
    expect(await hosted.check('fine')).toBe('fine');
    expect(hosted.ends).toEqual([]);
  });

  it('may not answer nonsense, functions or 40 MB', async () => {
    const hosted = await host();
    expect(await hosted.check('wrongType')).toContain("The plugin's answer to check is not valid");
    expect(await hosted.check('unclonable')).toContain("can't be sent between processes");
    expect(await hosted.check('huge')).toContain('bytes; at most');
    expect(await hosted.check('fine')).toBe('fine');
    expect(hosted.ends).toEqual([]);
  });

  it('has its process back after it ended by itself', async () => {
    const hosted = await host();
    expect(await hosted.check('exits')).toContain('uncertain: The plugin’s process ended during the call. It ended with code 3.');
    await recovers(hosted);
    expect(hosted.ends).toEqual(['It ended with code 3.']);
  });

  it('that ended with its line reset is told of by its exit, not by the code of a socket', async () => {
    const hosted = await host({ pingEveryMs: 20 });
    expect(await hosted.check('exitsDeaf')).toBe('uncertain: The plugin’s process ended during the call. It ended with code 3.');
    expect(hosted.ends).toEqual(['It ended with code 3.']);
  });

  it('is ended for a rejection that nobody caught', async () => {
    const hosted = await host();
    expect(await hosted.check('rejectsLate')).toBe('so far');
    await until(() => hosted.ends.length === 1);
    expect(hosted.ends[0]).toContain('nobody listens');
    await recovers(hosted);
  });

  it.each(['breaksTheLine', 'writesGarbage'])('is ended when it %s', async (how) => {
    const hosted = await host();
    expect(await hosted.check(how)).toContain('uncertain: ');
    await recovers(hosted);
    expect(hosted.ends).toHaveLength(1);
  });
});

describe('a plugin that takes too much', () => {
  it('is answered for when it never answers, and not ended while it still lives', async () => {
    const hosted = await host({ pingEveryMs: 50, pingWithinMs: 20_000 });
    expect(await hosted.check('never', { timeoutMs: 200 })).toContain('no answer in time');
    expect(await hosted.check('fine')).toBe('fine');
    expect(hosted.ends).toEqual([]);
  });

  it('is ended when it spins, while the server goes on answering', async () => {
    const hosted = await host({ pingEveryMs: 300, pingWithinMs: 700 });
    let served = 0;
    const server = createServer((_, response) => response.end(String(++served))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const spinning = hosted.check('spins', { timeoutMs: 500 });
    // It spins until it is ended, which is after the call was given up.
    while (hosted.ends.length === 0) expect((await fetch(url)).status).toBe(200);
    expect(await spinning).toMatch(/no answer in time|process ended/);
    await recovers(hosted);
    expect(hosted.ends[0]).toContain('did not answer');
    expect(served).toBeGreaterThan(3);
    server.closeAllConnections();
    server.close();
  });

  it('is ended when its memory leaks', async () => {
    const hosted = await host({ memoryEveryMs: 50 });
    expect(await hosted.check('leaks', { timeoutMs: 25_000 })).toMatch(
      /process ended during the call\. It used \d+ MB of memory; its limit is 220 MB\.$/,
    );
    expect(hosted.ends).toHaveLength(1);
    await recovers(hosted);
  });

  it('is ended when its memory overflows', async () => {
    const hosted = await host();
    expect(await hosted.check('overflows', { timeoutMs: 25_000 })).toMatch(
      /process ended during the call\. It (was ended by SIG\w+|ended with code \d+)\.$/,
    );
    expect(hosted.ends).toHaveLength(1);
    await recovers(hosted);
  });

  it('may log as much as it likes: the lines are left out, and said to be', async () => {
    const hosted = await host();
    expect(await hosted.check('floodsLogs')).toBe('flooded');
    expect(hosted.log.length).toBeLessThan(1000);
    expect(hosted.log.length).toBeGreaterThan(100);
  });

  it('waits for itself when it floods its output', async () => {
    const hosted = await host();
    void hosted.check('floodsOutput').catch(() => undefined);
    await until(() => hosted.log.length > 50);
    expect(hosted.log.length).toBeLessThan(500);
  });

  it('may ask for much at once: it is answered piece by piece', async () => {
    const hosted = await host();
    expect(await hosted.check('floodsCalls')).toBe('asked');
  });

  it('is parked after three ends an hour, and says why', async () => {
    const hosted = await host();
    for (let ends = 0; ends < 4; ends++) {
      await until(async () => (await hosted.check('exits')).includes('process ended'), { what: 'the next end' });
    }
    expect(hosted.crashed).toEqual(['It ended with code 3.']);
    expect(hosted.ends).toHaveLength(3);
    expect(await hosted.check('fine')).toBe('transient: The plugin hostile is stopped: It ended with code 3.');
  });

  it('is not parked for one item that it dies of, alone or among others: its job gives up before that', async () => {
    const hosted = await host();
    const item = { externalId: 'x-1', rawHash: '', bytes: new Uint8Array([1]), meta: null, receivedAt: new Date(0) };
    const spec = specOf('chn_1', { how: 'fine', password: '' });
    for (const [method, what] of [
      ['decodeAll', [item, item]],
      ['decodeAll', [item]],
      ['decodeAll', [item]],
      ['decodeAll', [item]],
      ['decode', item],
      ['decode', item],
    ] as const) {
      const call = () => hosted.supervisor.call(method, [spec, what], { timeoutMs: 20_000, scope: 'chn_1' });
      await until(async () => (await call().catch((error: unknown) => error)) instanceof GoneError, {
        what: `an end in ${method}`,
      });
    }
    await recovers(hosted);
    expect([hosted.ends.length, hosted.crashed]).toEqual([6, []]);
  });

  it('costs nothing while nobody calls it', async () => {
    const hosted = await host({ idleMs: 50 });
    expect(hosted.supervisor.running).toBe(false);
    expect(await hosted.check('fine')).toBe('fine');
    await until(() => !hosted.supervisor.running);
    expect(await hosted.check('fine')).toBe('fine');
    expect(hosted.ends).toEqual([]);
  });
});

describe('what a plugin may not', () => {
  it('reads no file outside its folder, writes none, starts no program, sees no environment', async () => {
    const hosted = await host();
    expect(await hosted.check('readsPasswords')).toBe('refused: ERR_ACCESS_DENIED');
    expect(await hosted.check('writesFiles')).toBe('refused: ERR_ACCESS_DENIED');
    expect(await hosted.check('spawns')).toBe('refused: ERR_ACCESS_DENIED');
    expect(await hosted.check('environment')).toBe('{}');
  });

  it('reaches with its http only the hosts that it asked for', async () => {
    const hosted = await host();
    expect(await hosted.check('reachesOut')).toContain('example.com is not among the hosts');
  });

  it.each([
    ['a host that it named', ['example.com:443']],
    ['whichever host it likes', ['*']],
  ])('reaches %s through the proxy of the house, where there is one', async (_, net) => {
    const asked: string[] = [];
    const proxy = createServer().listen(0, '127.0.0.1');
    // It lets nobody through: that it was asked is what is looked for.
    proxy.on('connect', ({ url = '', headers }, socket) => {
      asked.push(`${url} ${headers['proxy-authorization']}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await once(proxy, 'listening');
    const address = `http://house:secret@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const hosted = await host({}, { net, environment: { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: address, HTTPS_PROXY: address } });
    expect(await hosted.check('reachesOut')).toContain('refused');
    expect(asked).toEqual([`example.com:443 Basic ${Buffer.from('house:secret').toString('base64')}`]);
    proxy.close();
  });

  it('can not make its secrets known, by log, output or error', async () => {
    const hosted = await host();
    const password = 'canary/ä 7Qz';
    const answer = await hosted.check('tellsSecrets', { password });
    expect(answer).toBe('auth: 535 wrong password •••');
    await until(() => hosted.log.length >= 3);
    const all = hosted.log.join('\n');
    expect(all).not.toContain('canary');
    const pieces = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), Buffer.from(password)])
        .toString('base64')
        .slice(4, 14),
    );
    for (const piece of pieces) expect(all).not.toContain(piece);
  });
});
