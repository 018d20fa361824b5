import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { TestClient } from '../server/client.js';
import { temporaryFolder } from '../server/server.js';
import { until } from '../support/until.js';

/** The built server as a process of its own: how it starts, refuses to start, and stops. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}
let folder: { path: string; remove(): Promise<void> };
const running: ChildProcess[] = [];

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error('Build the server first: npm run build -w server');
});
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await folder.remove();
});

function start(env: Record<string, string> = {}): { child: ChildProcess; output: Ended; ended: Promise<Ended> } {
  const base = { PATH: process.env['PATH'] ?? '', BALIE_PORT: '0', BALIE_DATA_DIR: join(folder.path, 'data') };
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder.path,
    env: { ...base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const output: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve(Object.assign(output, { code }))));
  return { child, output, ended };
}

async function addressOf(output: Ended): Promise<string> {
  return String(await until(() => /Balie runs at (\S+)/.exec(output.stdout)?.[1], { what: 'the address', deadlineMs: 60_000 }));
}

function listenOn(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

test('it prints its address and a one-time code, and stops in seconds when asked, with sockets told to resume', async () => {
  const { child, output, ended } = start();
  const url = await addressOf(output);
  const code = await until(() => /\/setup\?code=(\S+)/.exec(output.stdout)?.[1], 'the code');
  expect(code).toMatch(/^([2-9A-Z]{4}-){7}[2-9A-Z]{4}$/);
  const browser = new TestClient(url);
  const owner = { code, name: 'Ann', email: 'ann@x.example', password: 'a good password' };
  expect((await browser.post('/api/setup/owner', owner)).status).toBe(201);
  const socket = await browser.socket();
  child.kill('SIGTERM');
  await until(() => socket.closed, 'the close of the socket');
  expect(socket.closed?.code).toBe(4409);
  expect((await ended).code).toBe(0);
  expect(output.stderr).toBe('');
  // Nobody's secrets, and no noise, in what it printed.
  expect(output.stdout).not.toContain('a good password');

  const again = start();
  await addressOf(again.output);
  expect(again.output.stdout).not.toContain('code');
  again.child.kill('SIGINT');
  expect((await again.ended).code).toBe(0);
});

test('a wrong setting: which, and why (78)', async () => {
  const { code, stderr, stdout } = await start({ BALIE_PORT: 'eighty' }).ended;
  expect([code, stdout]).toEqual([78, '']);
  expect(stderr).toBe('The setting BALIE_PORT is wrong: it must be a whole number from 0 to 65535, not "eighty".\n');
  const unknown = await start({ BALIE_DATADIR: '/x' }).ended;
  expect(unknown.code).toBe(78);
  expect(unknown.stderr).toBe(
    'There is no setting BALIE_DATADIR. Did you mean BALIE_DATA_DIR? All settings are in deploy/docs/settings.md.\n',
  );
});

test('a port that is taken (75)', async () => {
  const other = await listenOn(0);
  const { port } = other.address() as AddressInfo;
  // Warnings of a slow machine are not what this is about.
  const { code, stderr, stdout } = await start({ BALIE_PORT: String(port), BALIE_LOG_LEVEL: 'error' }).ended;
  other.close();
  expect([code, stdout]).toEqual([75, '']);
  expect(stderr).toBe(`Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set BALIE_PORT to another port.\n`);
});

test('a data folder that can not be one (73)', async () => {
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  const { code, stderr } = await start({ BALIE_DATA_DIR: join(file, 'data') }).ended;
  expect(code).toBe(73);
  expect(stderr).toMatch(/^The data folder \S+ can not be written to \(ENOTDIR\)\. .*\n$/);
});

test('a database that can not be reached (69), without the password in the sentence', async () => {
  const { code, stderr } = await start({ DATABASE_URL: 'postgres://balie:geheim@127.0.0.1:1/balie' }).ended;
  expect(code).toBe(69);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('DATABASE_URL');
  expect(stderr).not.toContain('geheim');
});

test('a file that is no database (70), and one of a newer version (65): nothing of it is changed', async () => {
  const file = join(folder.path, 'balie.db');
  writeFileSync(file, 'no database at all'.repeat(100));
  const broken = await start({ DATABASE_URL: file }).ended;
  expect(broken.code).toBe(70);
  expect(broken.stderr.trim().split('\n')).toHaveLength(1);
  expect(readFileSync(file, 'utf8')).toBe('no database at all'.repeat(100));

  const newer = join(folder.path, 'newer.db');
  const first = start({ DATABASE_URL: newer });
  await addressOf(first.output);
  first.child.kill('SIGTERM');
  await first.ended;
  const db = new Database(newer);
  db.prepare('INSERT INTO migrations (timestamp, name) VALUES (?, ?)').run(9_999_999_999_999, 'FromTheFuture9999999999999');
  db.close();
  const { code, stderr } = await start({ DATABASE_URL: newer }).ended;
  expect(code).toBe(65);
  expect(stderr).toContain('newer version of Balie');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a secret key that was lost or is wrong stops the start, not the first mail', async () => {
  const { code, stderr } = await start({ BALIE_SECRET_KEY: 'too short' }).ended;
  expect(code).toBe(78);
  expect(stderr).toMatch(/^The setting BALIE_SECRET_KEY is wrong: .*\n$/);
});
