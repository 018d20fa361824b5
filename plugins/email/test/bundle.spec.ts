import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { settingsFor } from './host.js';

const run = promisify(execFile);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// Not into `dist`: another test loads the plugin from there at the same time.
const dist = mkdtempSync(path.join(tmpdir(), 'balie-bundle-'));
let stack: Mailstack;

beforeAll(async () => {
  await run(process.execPath, [path.join(root, 'build.mjs'), dist], { cwd: root });
  stack = await startMailstack();
}, 240_000);
afterAll(async () => {
  await stack?.stop();
  rmSync(dist, { recursive: true, force: true });
}, 240_000);

/** As the host starts it: no environment, its own folder to read, nothing else. */
async function inItsProcess(script: string): Promise<unknown> {
  const program = `const plugin = require(${JSON.stringify(path.join(dist, 'index.cjs'))});
    const channel = (plugin.default ?? plugin).channels[0];
    (async () => { ${script} })().then((value) => process.stdout.write(JSON.stringify(value)), (error) => { console.error(error); process.exit(1); });`;
  const { stdout } = await run(process.execPath, ['--permission', `--allow-fs-read=${dist}`, '-e', program], {
    env: {},
    cwd: '/',
  });
  return JSON.parse(stdout);
}

describe('the built plugin, in a process that may read its own folder only', () => {
  test('is one file that carries all it needs', async () => {
    expect(
      await inItsProcess(
        `return { type: channel.type, has: ['check', 'listen', 'send', 'decode', 'fetchFile', 'health'].filter((m) => typeof channel[m] === 'function'), secret: channel.settings.toJSONSchema({ io: 'input' }).properties.password.secret };`,
      ),
    ).toEqual({
      type: 'email',
      has: ['check', 'listen', 'send', 'decode', 'fetchFile', 'health'],
      secret: true,
    });
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      balie: { entry: string; channels: string[] };
    };
    expect(manifest.balie).toMatchObject({ entry: 'dist/index.cjs', channels: ['email'] });
  });

  test('decodes', async () => {
    const raw = readFileSync(path.join(root, 'test/made/thread-new.eml'), 'utf8');
    expect(
      await inItsProcess(`const raw = new Blob([${JSON.stringify(raw)}]).stream();
        const [event] = await channel.decode({ id: 'x', raw, receivedAt: new Date() });
        return [event.sender.value, event.thread.subject, event.parts[0].text];`),
    ).toEqual(['anna@cust.test', 'Order 1001 has not arrived', 'Hi,\n\nwhere is my order 1001?\n\nAnna']);
  });

  test('reaches the mail servers, by name and with TLS', async () => {
    const settings = settingsFor(stack, 'support@shop.test', { imapHost: 'localhost', smtpHost: 'localhost' });
    expect(
      await inItsProcess(`const settings = channel.settings.parse(${JSON.stringify(settings)});
        const result = await channel.check({ settings, signal: new AbortController().signal, instance: { id: 'x' } });
        return result.checks.map((line) => [line.title, line.ok]);`),
    ).toEqual([
      ['IMAP sign-in', true],
      ['Folder', true],
      ['SMTP sign-in', true],
    ]);
  });
});
