// Mails in a real mailbox (Dovecot) → IMAP → the e-mail plugin's process → stored, threaded, attachments on disk, as a ratio to the
// ceiling, measured in turns with it. The clock runs from the moment the channel is switched on with all mails waiting in its mailbox
// until the last has ended and no file is missing. Dovecot itself is not counted, but shares the machine.
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Mailstack, startMailstack } from '../../deploy/mailstack/mailstack.mjs';
import type { Client } from '../test/ledger/client.js';
import type { Cost } from './cost.js';
import { generateMails } from './mails.js';
import { type Dialect, runProgram, Stack } from './stack.js';

/** What one program did per mail. */
export interface Rate {
  perSecond: number;
  cpuMs: number;
}

/** The ceiling, in a process of its own. */
export async function ceiling(): Promise<Rate> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-ceiling-'));
  try {
    return await runProgram<Rate>('./ceilings/ingest.ts', [folder]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One server with one mailbox. */
export class IntakeBench {
  private taken = 0;

  private constructor(
    readonly stack: Stack,
    private readonly mail: Mailstack,
    private readonly channelId: string,
    private readonly address: string,
  ) {}

  /** `settings`: of the channel, where they are not those of the mail servers. */
  static async open(
    dialect: Dialect,
    env: Record<string, string> = {},
    settings: Record<string, unknown> = {},
  ): Promise<IntakeBench> {
    const mail = await startMailstack();
    const stack = await Stack.open(dialect, env);
    const address = 'support@bench.test';
    const channelId = await connect(stack.client, mail, address, settings);
    const bench = new IntakeBench(stack, mail, channelId, address);
    await bench.until(
      `SELECT CASE WHEN "cursor" IS NULL THEN 1 ELSE 0 END AS "left" FROM channel WHERE id = '${channelId}'`,
      60_000,
    );
    return bench;
  }

  /** Fills the mailbox, takes all of it in, and tells what that cost. */
  async take(count: number, run: string): Promise<Rate & Cost> {
    await this.setActive(false);
    await this.fill(count, run);
    const meter = await this.stack.measure();
    const started = performance.now();
    await this.setActive(true);
    await this.settled(count);
    const seconds = (performance.now() - started) / 1000;
    const cost = await meter.stop();
    return { ...cost, perSecond: count / seconds, cpuMs: cost.cpuMs / count };
  }

  /** What one mail of so many bytes, nearly all of them a file, adds to the memory of all our processes together, in MiB. */
  async takeLarge(bytes: number, run: string): Promise<{ before: number; peak: number }> {
    await this.setActive(false);
    await this.fill(1, run, [{ raw: largeMail(bytes, this.address, run) }]);
    // Often enough to see what is there for a moment only.
    const meter = await this.stack.measure(50);
    const before = meter.lastMiB;
    await this.setActive(true);
    await this.settled(1);
    const { peakMiB } = await meter.stop();
    return { before, peak: peakMiB };
  }

  /** Hands one mail to the mail server, as from the net. */
  async deliver(raw: string): Promise<void> {
    await this.mail.deliver(this.address, raw);
  }

  /** Puts mails of any kind into the mailbox at once. */
  async fill(count: number, run: string, raws?: Iterable<{ raw: string | Buffer }>): Promise<void> {
    const folder = join(this.mail.dir, 'mail', this.address);
    for (const sub of ['tmp', 'new', 'cur']) await mkdir(join(folder, sub), { recursive: true });
    await this.mail.doveadm('mailbox', 'status', '-u', this.address, 'messages', 'INBOX');
    const names: string[] = [];
    for (const { raw } of raws ?? generateMails({ count, run, to: this.address })) {
      const name = `${1_700_000_000 + names.length}.M${names.length}P${run}.bench`;
      await writeFile(join(folder, 'tmp', name), raw);
      names.push(name);
    }
    // Dovecot runs as another user.
    const { execFileSync } = await import('node:child_process');
    execFileSync('chown', ['-R', '--reference', folder, folder]);
    for (const name of names) await rename(join(folder, 'tmp', name), join(folder, 'new', name));
    await this.mail.doveadm('mailbox', 'status', '-u', this.address, 'messages', 'INBOX');
  }

  /** Until as many more have ended and all their files are there. */
  async settled(count: number): Promise<void> {
    this.taken += count;
    await this.until(
      `SELECT ${this.taken} - (SELECT COUNT(*) FROM inbound_item WHERE state <> 'RECEIVED')
         + (SELECT COUNT(*) FROM attachment WHERE state = 'FETCHING') AS "left"`,
      900_000,
    );
  }

  async setActive(active: boolean): Promise<void> {
    await this.stack.client.graphql(
      'mutation ($id: ID!, $active: Boolean!) { channelSetActive(id: $id, active: $active) { userErrors { message } } }',
      { id: this.channelId, active },
    );
  }

  async close(): Promise<void> {
    await this.stack.close();
    await this.mail.stop();
  }

  /** Looks until a query answers that nothing is left. */
  private async until(sql: string, deadlineMs: number): Promise<void> {
    const deadline = performance.now() + deadlineMs;
    let left = -1;
    while (performance.now() < deadline) {
      left = Number((await this.stack.db.row<{ left: number | string }>(sql)).left);
      if (left === 0) return;
      await delay(100);
    }
    throw new Error(`${left} left: ${sql}\n${this.stack.server.tail}`);
  }
}

function largeMail(bytes: number, to: string, run: string): Buffer {
  const head = [
    ...[
      'From: Carla Customer <carla@bench.test>',
      `To: ${to}`,
      `Subject: All the plans ${run}`,
      `Message-ID: <large-${run}@bench.test>`,
    ],
    ...[
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'All of them.',
    ],
    ...['--b', 'Content-Type: application/pdf; name="plans.pdf"', 'Content-Disposition: attachment; filename="plans.pdf"'],
    ...['Content-Transfer-Encoding: base64', '', ''],
  ].join('\r\n');
  // A line of base64 holds 57 bytes in 76 letters.
  const line = `${Buffer.alloc(57, 'Balie').toString('base64')}\r\n`;
  return Buffer.from(`${head}${line.repeat(Math.floor(bytes / line.length))}--b--\r\n`);
}

async function connect(client: Client, mail: Mailstack, address: string, settings: Record<string, unknown>): Promise<string> {
  const { inboxSave } = await client.graphql<{ inboxSave: { inbox: { id: string } } }>(
    'mutation { inboxSave(input: { name: "Support", audience: EVERYONE }) { inbox { id } } }',
  );
  const data = {
    address,
    name: 'Support',
    imapHost: mail.host,
    imapPort: mail.imap,
    imapSecurity: 'none',
    user: address,
    password: mail.password,
    smtpHost: mail.host,
    smtpPort: mail.smtp,
    smtpSecurity: 'none',
    allowPrivateAddress: true,
    saveSent: 'never',
    ...settings,
  };
  const { channelSetup } = await client.graphql<{ channelSetup: { channel: { id: string } | null } }>(
    `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message path } checks { message } } }`,
    { input: { inboxId: inboxSave.inbox.id, type: 'email', step: 'settings', data } },
  );
  if (!channelSetup.channel) throw new Error(`channelSetup: ${JSON.stringify(channelSetup)}`);
  return channelSetup.channel.id;
}
