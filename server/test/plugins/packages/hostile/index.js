/** Misbehaves in the way that its settings ask for: one case of reliability F20 each. */
import { ChannelError, defineChannel, definePlugin, secret } from '@balie/plugin-sdk';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { z } from 'zod';

const never = () => new Promise(() => undefined);
const fine = (label) => ({ account: 'a', label });
const tried = async (work) => {
  try {
    return `allowed: ${await work()}`;
  } catch (error) {
    return `refused: ${error.code ?? error.message}`;
  }
};

const behaviours = {
  fine: () => fine('fine'),
  throws: () => {
    throw new Error('boom');
  },
  fails: () => {
    throw new ChannelError('rate_limited', 'slow down', { retryAfterMs: 1234, code: '429' });
  },
  rejectsLate: () => {
    setTimeout(() => Promise.reject(new Error('nobody listens')), 20);
    return fine('so far');
  },
  never,
  spins: () => {
    for (;;);
  },
  leaks: async () => {
    globalThis.kept = [];
    for (;;) {
      globalThis.kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  },
  overflows: () => {
    const kept = [];
    for (;;) kept.push(new Array(100_000).fill({}).map(() => ({ a: Math.random() })));
  },
  exits: () => process.exit(3),
  // What was written to it meanwhile is never read, at which the system resets the line instead of ending it.
  exitsDeaf: () => {
    const until = performance.now() + 500;
    while (performance.now() < until);
    process.exit(3);
  },
  floodsLogs: (context) => {
    for (let i = 0; i < 50_000; i++) context.log.info(`line ${i}`);
    for (let i = 0; i < 5_000; i++) console.log('console', i);
    return fine('flooded');
  },
  floodsOutput: async () => {
    const line = `${'x'.repeat(1000)}\n`;
    for (let i = 0; i < 2_000; i++)
      if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    return fine('flooded');
  },
  floodsCalls: async (context) => {
    await Promise.all(Array.from({ length: 5_000 }, (_, i) => context.state.get(`k${i}`)));
    return fine('asked');
  },
  wrongType: () => 'not an object',
  huge: () => ({ account: 'a', label: 'x'.repeat(40 * 1024 * 1024) }),
  unclonable: () => ({ account: 'a', label: () => 'a function' }),
  breaksTheLine: () => {
    fs.writeSync(3, Buffer.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3]));
    return never();
  },
  writesGarbage: () => {
    fs.writeSync(3, Buffer.from([0, 0, 0, 4, 1, 2, 3, 4]));
    return never();
  },
  readsPasswords: async () => fine(await tried(() => fs.readFileSync('/etc/passwd', 'utf8').length)),
  writesFiles: async () => fine(await tried(() => fs.writeFileSync(new URL('./mark', import.meta.url), 'x'))),
  spawns: async () =>
    fine(
      await tried(() => new Promise((resolve, reject) => execFile('id', (error, out) => (error ? reject(error) : resolve(out))))),
    ),
  environment: () => fine(JSON.stringify(process.env)),
  reachesOut: async (context) => fine(await tried(() => context.http('https://example.com/').then((r) => r.status))),
  tellsSecrets: (context) => {
    const { password } = context.settings;
    context.log.info(`the password is ${password}`, { password, auth: Buffer.from(`\0user\0${password}`).toString('base64') });
    console.error('again', { password });
    process.stderr.write(`and ${encodeURIComponent(password)}\n`);
    throw new ChannelError('auth', `535 wrong password ${password}`);
  },
  counts: () => {
    globalThis.count = (globalThis.count ?? 0) + 1;
    return fine(String(globalThis.count));
  },
};

export default definePlugin({
  channels: [
    defineChannel({
      type: 'hostile',
      title: 'Hostile',
      icon: 'x',
      settings: z.object({ how: z.string(), password: secret(z.string().default('').meta({ title: 'Password' })) }),
      settingsVersion: 1,
      identities: ['test'],
      view: { id: 'hostile', title: 'Hostile' },
      capabilities: {
        outbound: 'none',
        continuity: 'threads',
        text: { formats: [] },
        files: 'none',
        choices: 'none',
        edit: 'none',
        delete: 'none',
        reaction: 'none',
        typing: { in: false, out: false },
        receipts: [],
        compose: [],
      },
      check: (context) => behaviours[context.settings.how](context),
      decode: () => process.exit(4),
    }),
  ],
});
