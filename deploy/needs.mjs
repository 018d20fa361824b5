// What the tests need from the machine: how each is recognised, and the Debian packages that bring it.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { say, Stop } from './prepare.mjs';

/** Where programs of the system are that a plain user's PATH leaves out. */
export const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
const folders = [...systemFolders, '/usr/local/bin', '/usr/bin', '/bin', ...(process.env.PATH ?? '').split(delimiter)];
/** Where a program is. */
export const find = (name) => folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
const all = (...names) => names.every(find);
const asRoot = process.getuid?.() === 0;

/** The programs of the newest PostgreSQL that is installed (Debian keeps them out of PATH). */
function postgresPrograms() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions.map((version) => join(base, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  return folder ?? (find('initdb') ? join(find('initdb'), '..') : undefined);
}

const mailPrograms = () =>
  all('dovecot', 'doveadm', 'postfix', 'openssl') &&
  ['imap', 'lmtp', 'submission'].every((name) => existsSync(`/usr/lib/dovecot/${name}`));

const mailPackages = ['dovecot-core', 'dovecot-imapd', 'dovecot-lmtpd', 'dovecot-submissiond', 'postfix', 'openssl'];

/** `there`: can it be used or started; `root`: by root only; `start`: makes it answer and gives its address. */
export const needs = {
  mail: { title: 'Dovecot and Postfix', packages: mailPackages, root: true, there: mailPrograms },
  browser: {
    title: 'Chromium',
    packages: ['chromium', 'fonts-liberation'],
    there: () => existsSync(process.env.BALIE_TEST_CHROMIUM ?? '/usr/bin/chromium'),
  },
  ext4: {
    title: 'mkfs.ext4, losetup and python3',
    packages: ['e2fsprogs', 'mount', 'python3'],
    there: () => all('mkfs.ext4', 'mount', 'losetup', 'python3'),
  },
  postgres: {
    title: 'PostgreSQL',
    packages: ['postgresql'],
    there: async () => Boolean(postgresPrograms()) || (await postgresAnswers(postgresAddress)),
    start: startPostgres,
  },
  proxies: {
    title: 'nginx, HAProxy and Caddy',
    packages: ['nginx-light', 'haproxy', 'caddy', 'openssl'],
    there: () => all('nginx', 'haproxy', 'caddy', 'openssl'),
  },
  redis: {
    title: 'Redis',
    packages: ['redis-server'],
    there: async () => all('redis-server') || (await redisAnswers(redisAddress)),
    start: startRedis,
  },
};

const started = [];

/** Stops what was started here, and only that. */
export async function stopAll() {
  for (const { child, signal, folder } of started.splice(0).reverse()) {
    const gone = child.exitCode !== null || new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until(what, works) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (await works()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Stop(`${what} was started for the tests, but did not answer within 30 seconds.`);
}

/** Sends some bytes and gives back the first that come; an empty text when nobody is there. */
function ask(address, bytes) {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port), timeout: 2000 });
    const done = (answer) => (socket.destroy(), resolve(answer));
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (data) => done(data.toString('latin1')));
    for (const event of ['error', 'timeout', 'close']) socket.on(event, () => done(''));
  });
}

const redisAddress = process.env.BALIE_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';
const redisAnswers = async (address) => (await ask(address, 'PING\r\n')).startsWith('+PONG');

const postgresAddress = process.env.BALIE_TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Says hello as the user of the address: an R with 0 means that it lets us in without a password. */
async function postgresAnswers(address) {
  const { username, password, pathname } = new URL(address);
  const words = `user\0${decodeURIComponent(username) || 'postgres'}\0database\0${pathname.slice(1) || 'postgres'}\0\0`;
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + words.length, 0);
  head.writeInt32BE(196608, 4);
  const answer = await ask(address, Buffer.concat([head, Buffer.from(words)]));
  return answer[0] === 'R' && (Boolean(password) || answer.charCodeAt(8) === 0);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startRedis() {
  if (await redisAnswers(redisAddress)) return redisAddress;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'balie-redis-'));
  const child = spawn(
    find('redis-server'),
    ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  started.push({ child, signal: 'SIGTERM', folder });
  const address = `redis://127.0.0.1:${port}`;
  await until('Redis', () => redisAnswers(address));
  return address;
}

/** A cluster of our own in a temporary folder: the machine's own clusters are left alone. */
async function startPostgres() {
  if (await postgresAnswers(postgresAddress)) return postgresAddress;
  const bin = postgresPrograms();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'balie-postgres-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root.
  const as = asRoot ? idsOf('postgres') : {};
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const init = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'], {
    cwd: folder,
    encoding: 'utf8',
    ...as,
  });
  if (init.status !== 0) throw new Stop(`initdb failed: ${init.stderr || init.error?.message}`);
  const options = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'fsync=off',
  ];
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...options.flatMap((option) => ['-c', option])], {
    cwd: folder,
    stdio: 'ignore',
    ...as,
  });
  started.push({ child, signal: 'SIGINT', folder });
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await until('PostgreSQL', () => postgresAnswers(address));
  return address;
}

function idsOf(user) {
  const id = (flag) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

export const installCommand = (packages) => `apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** Can it be used by whoever runs this? Mail servers and mounts want root. */
export const usable = async (name) => (!needs[name].root || asRoot) && (await needs[name].there());

/** What to do about needs that are not met, in one line. */
export async function advice(names) {
  const words = [];
  const packages = [];
  for (const name of names) {
    const there = await needs[name].there();
    words.push(there ? `${needs[name].title}, to be run as root` : needs[name].title);
    if (!there) packages.push(...needs[name].packages);
  }
  return `needs ${words.join('; ')}${packages.length > 0 ? `: ${installCommand(packages)}` : ''}`;
}

/** Installs Debian packages without letting any of their services start. */
export function aptInstall(packages) {
  if (!find('apt-get'))
    throw new Stop(`The tests need ${packages.join(', ')}, and there is no apt-get here to install them with.`);
  const sudo = asRoot ? [] : ['sudo', '-n', '-E'];
  const policy = '/usr/sbin/policy-rc.d';
  const ours = asRoot && !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  if (ours) chmodSync(policy, 0o755);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => {
    const [file, ...rest] = [...sudo, 'apt-get', '-q', ...args];
    return spawnSync(file, rest, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  };
  try {
    say(`Installing ${packages.join(' ')}`);
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    if (!(packageListsAreThere() && run(...install)) && !(run('update') && run(...install)))
      throw new Stop(`This failed: ${installCommand(packages)}`);
  } finally {
    if (ours) rmSync(policy);
  }
}

function packageListsAreThere() {
  const lists = '/var/lib/apt/lists';
  return (
    existsSync(lists) && readdirSync(lists).some((name) => statSync(join(lists, name)).isFile() && name.endsWith('_Packages'))
  );
}
