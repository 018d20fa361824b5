/**
 * Real mail servers for tests: Dovecot (IMAP, LMTP, submission) and Postfix on loopback, in a temporary folder.
 *
 *   const stack = await startMailstack();
 *   await stack.deliver('support@shop.test', raw);
 *   await stack.waitForMail('anna@cust.test', (mail) => mail.headers.get('subject') === 'Re: Hello');
 *   await stack.stop();
 *
 * Any user of any `*.test` domain exists with the password `secret`; nothing leaves the machine.
 * Mail to any domain `*.mx.test` goes to the port `mx`, on which the test may listen.
 * `nouser@` bounces with 5.1.1, `full@` with 5.2.2, `later@` is put off and bounces after a minute.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { closeSync, existsSync, openSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));

/** Runs a script of this folder. Its daemons inherit its output, so that goes to a file and we wait for the script, not for the pipes. */
function script(name, args, { env = {}, timeoutMs, log }) {
  const out = log ? openSync(log, 'a') : 'ignore';
  return new Promise((resolve, reject) => {
    const child = spawn('bash', [path.join(here, name), ...args], { env: { ...process.env, ...env }, stdio: ['ignore', out, out] });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (log) closeSync(out);
      if (code === 0) resolve();
      else reject(new Error(`${name} ended with ${signal ?? `code ${code}`}`));
    });
  });
}

/** The offsets up.sh gives its ports. */
const OFFSETS = { imap: 143, imaps: 993, lmtp: 24, smtp: 587, mta: 25, mx: 26, introspect: 80 };
const PACKAGES = 'dovecot-imapd dovecot-lmtpd dovecot-submissiond postfix openssl';

/** Says in one sentence what is missing, or returns null when the mail servers can be started here. */
export function whyNoMailstack() {
  const missing = ['dovecot', 'doveadm', 'postfix', 'openssl'].filter(
    (name) => !['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/sbin', '/bin'].some((dir) => existsSync(`${dir}/${name}`)),
  );
  const protocols = ['imap', 'lmtp', 'submission'].filter((name) => !existsSync(`/usr/lib/dovecot/${name}`));
  if (missing.length || protocols.length) {
    return `The mail tests need ${[...missing, ...protocols.map((p) => `dovecot's ${p}`)].join(', ')}: apt-get install -y --no-install-recommends ${PACKAGES}`;
  }
  if (process.getuid?.() !== 0) return 'The mail tests start Dovecot and Postfix, whose masters must be started by root: run the tests as root.';
  return null;
}

const portIsFree = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Holds a port for as long as this process lives or until it is closed; null when somebody else does. */
const hold = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server.unref()));
  });

/**
 * A random base far below the ephemeral ports, and the range's first port, which whoever uses the range holds: two test files that
 * find the same range free at the same moment would otherwise each talk to the other's servers.
 */
async function freeRange() {
  for (let attempt = 0; attempt < 100; attempt++) {
    const base = 12000 + 1000 * Math.floor(Math.random() * 19);
    const held = await hold(base);
    if (!held) continue;
    const free = await Promise.all(Object.values(OFFSETS).map((offset) => portIsFree(base + offset)));
    if (free.every(Boolean)) return { base, held };
    held.close();
  }
  throw new Error('No free range of ports was found for the mail servers (looked between 12000 and 31000).');
}

async function waitForPort(port, deadline) {
  for (;;) {
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('data', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
      socket.setTimeout(2000, () => (socket.destroy(), resolve(false)));
    });
    if (open) return;
    if (Date.now() > deadline) throw new Error(`Nothing answered on port ${port} in time.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** CRLF line ends and stuffed dots, byte for byte otherwise: fixtures may hold any 8-bit rubbish. */
function wireFormat(raw) {
  const text = (Buffer.isBuffer(raw) ? raw.toString('latin1') : Buffer.from(raw, 'utf8').toString('latin1')).replace(/\r?\n/g, '\r\n');
  const whole = text.endsWith('\r\n') ? text : `${text}\r\n`;
  return Buffer.from(`${whole.replace(/^\./gm, '..')}.\r\n`, 'latin1');
}

/** One SMTP or LMTP transaction in the plainest way, so that no library changes the message on its way. */
async function transact({ port, lmtp, from, to, raw }) {
  const socket = net.connect(port, '127.0.0.1');
  socket.setTimeout(60_000, () => socket.destroy(new Error('The mail server did not answer within 60 s.')));
  let buffer = '';
  const replies = [];
  const waiting = [];
  const fail = (error) => waiting.splice(0).forEach((w) => w.reject(error));
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The mail server closed the connection.')));
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    let match;
    while ((match = /^(?:\d{3}-[^\n]*\n)*(\d{3}) [^\n]*\n/.exec(buffer))) {
      buffer = buffer.slice(match[0].length);
      const next = waiting.shift();
      if (next) next.resolve(match[0].trim());
      else replies.push(match[0].trim());
    }
  });
  const reply = () => new Promise((resolve, reject) => (replies.length ? resolve(replies.shift()) : waiting.push({ resolve, reject })));
  const say = async (line, ...codes) => {
    if (line !== null) socket.write(line);
    const answer = await reply();
    if (!codes.some((code) => answer.startsWith(code))) throw new Error(`${String(line ?? 'greeting').slice(0, 80).trim()}: ${answer}`);
    return answer;
  };
  try {
    await say(null, '220');
    await say(`${lmtp ? 'LHLO' : 'EHLO'} test\r\n`, '250');
    await say(`MAIL FROM:<${from}>\r\n`, '250');
    for (const recipient of to) await say(`RCPT TO:<${recipient}>\r\n`, '250');
    await say('DATA\r\n', '354');
    const answers = [await say(wireFormat(raw), '250')];
    if (lmtp) for (let i = 1; i < to.length; i++) answers.push(await say(null, '250'));
    socket.write('QUIT\r\n');
    return answers;
  } finally {
    socket.on('error', () => undefined);
    socket.end();
    socket.destroySoon();
  }
}

/** Hands a mail to whatever speaks SMTP on the port; the answer to its dot. Rejects with the first other answer, or when the line is cut. */
export async function bySmtp(port, { from, to, raw }) {
  return (await transact({ port, lmtp: false, from, to: [to].flat(), raw }))[0];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (number) => String(number).padStart(2, '0');
/** INTERNALDATE as APPEND takes it (RFC 3501, 9). */
const imapDate = (at) =>
  `"${two(at.getUTCDate())}-${MONTHS[at.getUTCMonth()]}-${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000"`;

/** Puts mails into a folder as a mail program does, with the time at which they are said to have arrived. */
async function append({ port, user, password, folder, mails }) {
  const socket = net.connect(port, '127.0.0.1');
  socket.setTimeout(60_000, () => socket.destroy(new Error('The mail server did not answer within 60 s.')));
  let buffer = '';
  let waiting = null;
  const settle = (error) => {
    const { tag, resolve, reject } = waiting ?? {};
    if (error) return reject?.(error);
    const line = buffer.split('\r\n').find((one) => one.startsWith(`${tag} `));
    if (line === undefined) return undefined;
    buffer = '';
    return line.startsWith(`${tag} OK`) ? resolve() : reject(new Error(line));
  };
  socket.on('error', settle);
  socket.on('close', () => settle(new Error('The mail server closed the connection.')));
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    settle();
  });
  const say = (tag, bytes) =>
    new Promise((resolve, reject) => {
      waiting = { tag, resolve, reject };
      socket.write(bytes);
    });
  try {
    await say('a', `a LOGIN "${user}" "${password}"\r\n`);
    for (const { raw, at, flags = [] } of mails) {
      const body = Buffer.from(Buffer.isBuffer(raw) ? raw : Buffer.from(raw, 'utf8'));
      const date = at ? ` ${imapDate(at)}` : '';
      await say('b', Buffer.concat([Buffer.from(`b APPEND "${folder}" (${flags.join(' ')})${date} {${body.length}+}\r\n`), body, Buffer.from('\r\n')]));
    }
  } finally {
    waiting = null;
    socket.destroy();
  }
}

/** The unfolded header fields of a raw mail, by lower-cased name; of a repeated field the first counts. */
function headersOf(raw) {
  const head = raw.toString('latin1').split(/\r?\n\r?\n/, 1)[0].replace(/\r?\n(?=[ \t])/g, '');
  const headers = new Map();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** Starts the servers and answers once all of them accept connections. */
export async function startMailstack({ basePort } = {}) {
  const why = whyNoMailstack();
  if (why) throw new Error(why);
  // Somebody else may take one of the ports before we do.
  const tries = basePort ? 1 : 4;
  for (let attempt = 1; ; attempt++) {
    const { base, held } = basePort ? { base: basePort, held: null } : await freeRange();
    try {
      const stack = await startOn(base);
      return { ...stack, stop: () => stack.stop().finally(() => held?.close()) };
    } catch (error) {
      held?.close();
      if (attempt === tries) throw error;
    }
  }
}

async function startOn(base) {
  const dir = await mkdtemp(path.join(tmpdir(), 'balie-mailstack-'));
  const ports = Object.fromEntries(Object.entries(OFFSETS).map(([name, offset]) => [name, base + offset]));
  const downScript = path.join(here, 'down.sh');
  const onExit = () => spawnSync('bash', [downScript, dir, 'rm'], { stdio: 'ignore' });
  try {
    await script('up.sh', [dir], { env: { P: String(base) }, timeoutMs: 60_000, log: path.join(dir, 'up.log') });
    const deadline = Date.now() + 30_000;
    for (const name of ['imap', 'lmtp', 'smtp', 'mta']) await waitForPort(ports[name], deadline);
  } catch (error) {
    const logs = await Promise.all(['up.log', 'dovecot.log'].map((name) => readFile(path.join(dir, name), 'utf8').catch(() => '')));
    onExit();
    throw new Error(`The mail servers did not start on base port ${base}: ${error.message}\n${logs.join('\n').slice(-1500)}`);
  }
  process.once('exit', onExit);

  const folderPath = (user, folder) => path.join(dir, 'mail', user.toLowerCase(), folder === 'INBOX' ? '' : `.${folder.replaceAll('/', '.')}`);
  const doveadm = (...args) => run('doveadm', ['-c', path.join(dir, 'dovecot.conf'), ...args]);

  /** All mails of a folder, oldest first, straight from the disk. */
  async function mailbox(user, folder = 'INBOX') {
    const found = [];
    for (const sub of ['new', 'cur']) {
      const at = path.join(folderPath(user, folder), sub);
      for (const name of await readdir(at).catch(() => [])) {
        // A file may be moved from new/ to cur/ between the listing and the reading; it is found there then.
        const raw = await readFile(path.join(at, name)).catch(() => null);
        if (raw) found.push({ name, raw, headers: headersOf(raw), seen: /:2,[A-Z]*S/.test(name), at: (await stat(path.join(at, name)).catch(() => ({ mtimeMs: 0 }))).mtimeMs });
      }
    }
    const unique = new Map(found.map((mail) => [mail.name.split(':')[0], mail]));
    return [...unique.values()].sort((a, b) => a.at - b.at || a.name.localeCompare(b.name));
  }

  return {
    dir,
    host: '127.0.0.1',
    password: 'secret',
    ports,
    imap: ports.imap,
    imaps: ports.imaps,
    smtp: ports.smtp,
    mta: ports.mta,
    lmtp: ports.lmtp,
    caPem: await readFile(path.join(dir, 'ssl', 'c.pem'), 'utf8'),
    /** Puts a mail into the mailboxes, straight through LMTP, or by Postfix with `via: 'mta'`. */
    async deliver(users, raw, { from = 'sender@cust.test', via = 'lmtp' } = {}) {
      const to = [users].flat();
      return transact({ port: via === 'mta' ? ports.mta : ports.lmtp, lmtp: via !== 'mta', from, to, raw });
    },
    /** Puts mails straight into a folder, in this order, as a mail program does; `at` is their INTERNALDATE. */
    append: (user, folder, mails) => append({ port: ports.imap, user, password: 'secret', folder, mails: [mails].flat() }),
    mailbox,
    /** Waits for a mail that fits; the error lists the subjects that were there instead. */
    async waitForMail(user, fits = () => true, { folder = 'INBOX', timeoutMs = 60_000 } = {}) {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const mails = await mailbox(user, folder);
        const mail = mails.find(fits);
        if (mail) return mail;
        if (Date.now() > deadline) {
          throw new Error(`No such mail for ${user} in ${folder} within ${timeoutMs} ms; there: ${JSON.stringify(mails.map((m) => m.headers.get('subject')))}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    /** Cuts the IMAP connections of a user. */
    kick: (user) => doveadm('kick', user).then(() => undefined, () => undefined),
    /** Gives a user's INBOX a new UIDVALIDITY with the same mails in it, also while somebody reads it. */
    async resetUidValidity(user) {
      const at = folderPath(user, 'INBOX');
      const uidValidity = async () => (await doveadm('mailbox', 'status', '-u', user, 'uidvalidity', 'INBOX')).stdout.trim();
      const was = await uidValidity();
      const deadline = Date.now() + 30_000;
      // It counts seconds, and who has the folder open may write down the old one once more.
      while ((await uidValidity()) === was) {
        if (Date.now() > deadline) throw new Error(`The INBOX of ${user} kept its UIDVALIDITY.`);
        await doveadm('kick', user).catch(() => undefined);
        for (const name of await readdir(at)) {
          if (name === 'dovecot-uidlist' || name === 'dovecot-uidvalidity' || name.startsWith('dovecot-uidvalidity.') || /^dovecot\.(list\.)?index/.test(name)) {
            await rm(path.join(at, name), { force: true });
          }
        }
      }
    },
    doveadm,
    /** Stops Dovecot, as for an update: who is connected is cut, and nobody gets through until `startDovecot`. */
    async stopDovecot() {
      await doveadm('stop');
      const deadline = Date.now() + 30_000;
      while (!(await portIsFree(ports.imap)) || !(await portIsFree(ports.lmtp))) {
        if (Date.now() > deadline) throw new Error('Dovecot did not stop.');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async startDovecot() {
      await script('dovecot.sh', [dir], { timeoutMs: 60_000, log: path.join(dir, 'up.log') });
      await waitForPort(ports.imap, Date.now() + 30_000);
    },
    async stop() {
      process.removeListener('exit', onExit);
      await script('down.sh', [dir, 'rm'], { timeoutMs: 30_000 }).catch(() => undefined);
    },
  };
}
