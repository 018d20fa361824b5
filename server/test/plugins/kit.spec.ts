import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestServer, temporaryFolder } from '../server/server.js';
import { until } from '../support/until.js';

const require = createRequire(import.meta.url);
const sdk = path.resolve(path.dirname(require.resolve('@balie/plugin-sdk')), '..');
const cli = path.join(sdk, 'dist/kit/cli.js');
let place: { path: string; remove(): Promise<void> };

beforeAll(async () => {
  place = await temporaryFolder();
  // What `npm install` would bring.
  await mkdir(path.join(place.path, 'node_modules/@balie'), { recursive: true });
  await symlink(sdk, path.join(place.path, 'node_modules/@balie/plugin-sdk'));
  await symlink(path.resolve(path.dirname(require.resolve('zod'))), path.join(place.path, 'node_modules/zod'));
});
afterAll(() => place.remove());

/** The tool as an author calls it. */
function balie(...args: string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd: place.path, timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, text: stdout + stderr }),
    );
  });
}

/** A created channel with one thing wrong. */
async function broken(name: string, from: string, to: string): Promise<string> {
  await balie('create', name);
  const file = path.join(place.path, name, 'index.js');
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`The template has no “${from}”`);
  await writeFile(file, text.replace(from, to));
  return (await balie('test', name)).text;
}

describe('balie-plugin', () => {
  it('makes a channel and a bot that pass, and says how to go on', async () => {
    expect(await balie('create', 'Not This')).toMatchObject({ code: 2, text: expect.stringContaining('small letters') });
    expect(await balie('create', 'tele')).toMatchObject({ code: 0, text: expect.stringContaining('npm test') });
    expect(await balie('create', 'tele')).toMatchObject({ code: 2, text: expect.stringContaining('is there already') });
    const { code, text } = await balie('test', 'tele');
    expect([code, text]).toEqual([0, expect.stringContaining('balie-plugin-tele 0.1.0: passed')]);
    const report = JSON.parse(await readFile(path.join(place.path, 'tele/conformance.json'), 'utf8')) as { passed: boolean };
    expect(report.passed).toBe(true);
    expect((await balie('create', 'robbie', '--responder')).code).toBe(0);
    expect(await balie('test', 'robbie')).toMatchObject({ code: 0 });
    expect(await balie('nonsense')).toMatchObject({ code: 2, text: expect.stringContaining('balie-plugin create') });
  }, 240_000);

  it('finds settings that are chosen from a list that is not there, is of no use, or falls', async () => {
    await balie('create', 'chooser', '--responder');
    const file = path.join(place.path, 'chooser/index.js');
    const made = await readFile(file, 'utf8');
    const chosen = made.replace("title: 'Greeting',", "title: 'Greeting', choicesFrom: 'words',");
    const tried = async (list: string) => {
      await writeFile(file, chosen.replace('turn: true,', `turn: true,${list}`));
      return balie('test', 'chooser');
    };
    expect(await tried('')).toMatchObject({ code: 1, text: expect.stringContaining('“words”, which settingChoices has not') });
    const words = (answer: string) => tried(` settingChoices: { words: async ({ settings }) => (${answer}) },`);
    expect(await words('{ choices: [{ value: settings.greeting, label: "Hello" }] }')).toMatchObject({ code: 0 });
    expect((await words('{ choices: [{ value: "a", label: "A" }, { value: "a", label: "B" }] }')).text).toContain(
      'the same value',
    );
    expect((await words('settings.nothing.there')).text).toContain('a ChannelError with a kind');
  }, 240_000);

  it.each([
    [
      'lets in what is not signed',
      'return fresh && said.length === right.length && timingSafeEqual(said, right);',
      'return fresh;',
      'let in',
    ],
    ['sends a retry twice', 'key: message.sendKey,', 'key: String(Math.random()),', 'sent twice'],
    [
      'says its secret',
      'async check(context) {',
      'async check(context) {\n context.log.info("in with " + context.settings.token);',
      'A secret stands in',
    ],
    ['fails without a kind', "throw new ChannelError('rejected',", 'throw new Error(', 'ChannelError'],
    [
      'calls a refusal a matter of time',
      "throw new ChannelError('rejected',",
      "throw new ChannelError('transient',",
      'fails as transient',
    ],
    ['takes wrong settings', "const { account } = await ask(context, '/me');", "const account = 'shop';", 'are taken'],
    ['says what it can not do', 'typing: { in: false, out: false }', 'typing: { in: false, out: true }', 'typing.out'],
    ['has a secret that is none', 'token: secret(z.string().min(8)', 'token: (z.string().min(8)', 'not marked with secret'],
    // By the day, which is the same for a second look at it.
    [
      'decodes by the clock',
      'at: request.receivedAt, sender',
      'at: new Date(new Date().setUTCHours(0, 0, 0, 0)), sender',
      'when the clock has jumped',
    ],
    [
      'has no patience',
      'signal: context.signal,',
      'signal: AbortSignal.any([context.signal, AbortSignal.timeout(1000)]),',
      'answers after 2 s',
    ],
    ['does not let go', 'await context.http(url', 'await ((to, o) => fetch(to, { ...o, signal: undefined }))(url', 'Letting go'],
    ['is not what its manifest says', "type: '__', title: '__'", '', ''],
  ])(
    'finds a channel that %s',
    async (what, from, to, words) => {
      const name = what.replaceAll(/[^a-z]+/g, '-');
      if (from.includes('__')) {
        await balie('create', name);
        const file = path.join(place.path, name, 'package.json');
        await writeFile(file, (await readFile(file, 'utf8')).replace(/"channels": \[[^\]]*\]/, '"channels": ["other"]'));
        expect((await balie('test', name)).text).toContain('balie.channels says [other]');
        return;
      }
      const text = await broken(name, from, to);
      expect(text).toContain('✗');
      expect(text).toContain(words);
    },
    240_000,
  );

  it('puts a plugin into a running Balie, and again at each save', async () => {
    const server = await TestServer.start();
    try {
      const owner = await server.signIn();
      const made = await owner.graphql<{ apiTokenCreate: { token: string } }>(
        'mutation { apiTokenCreate(name: "dev", scopes: [ADMIN]) { token } }',
      );
      await balie('create', 'live');
      const folder = path.join(place.path, 'live');
      const { token } = made.apiTokenCreate;
      const dev = execFile(process.execPath, [cli, 'dev', folder, '--url', server.url, '--token', token]);
      let said = '';
      dev.stdout?.on('data', (text: string) => (said += text));
      try {
        const titleOf = async (): Promise<string | undefined> => {
          const { channelTypes } = await owner.graphql<{ channelTypes: { type: string; title: string }[] }>(
            '{ channelTypes { type title } }',
          );
          return channelTypes.find(({ type }) => type === 'live')?.title;
        };
        await until(async () => (await titleOf()) === 'Live', { deadlineMs: 60_000, what: 'the plugin in Balie' });
        const file = path.join(folder, 'index.js');
        const text = await readFile(file, 'utf8');
        await writeFile(file, text.replace("title: 'Live',", "title: 'Live again',"));
        await until(async () => (await titleOf()) === 'Live again', { deadlineMs: 60_000, what: 'the saved one' });
        await writeFile(file, 'this is no JavaScript');
        await until(() => said.includes('is not what it says'), { deadlineMs: 60_000, what: 'the mistake' });
        expect(await titleOf()).toBe('Live again');
      } finally {
        dev.kill();
      }
    } finally {
      await server.close();
    }
  }, 240_000);
});
