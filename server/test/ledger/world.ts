import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { Book } from './book.js';
import { until } from '../support/until.js';
import { Client } from './client.js';
import type { Random } from './random.js';
import { freePort, ServerProcess, type UnderTest } from './server-process.js';
import { startSink, type Sink } from './sink.js';

/** The mailbox of the inbox, on the real IMAP server. */
export const MAILBOX = 'support@shop.test';

/** A server under test, with the real mailbox that it reads, the far side that it sends to, and the book of what happened. */
export interface World<Server extends UnderTest = UnderTest> {
  server: Server;
  client: Client;
  mail: Mailstack;
  sink: Sink;
  book: Book;
  stop(): Promise<void>;
}

/** What a run may change. */
export interface WorldOptions<Server extends UnderTest> {
  /** Makes the server, not yet started, that keeps its files in the folder of the run. */
  make: (folder: string) => Promise<Server>;
  /** How often the far side takes a mail and then does not answer. */
  dropShare: number;
}

/** One process, with its data where the run keeps it, or in `dataDir`. */
export function oneProcess(build: string, env: Record<string, string> = {}, dataDir?: string) {
  return async (folder: string): Promise<ServerProcess> =>
    new ServerProcess(await freePort(), build, { BALIE_DATA_DIR: dataDir ?? path.join(folder, 'data'), ...env });
}

/** Starts everything: server, first inbox, and a channel that reads from Dovecot and sends to the sink. */
export async function openWorld<Server extends UnderTest>(random: Random, options: WorldOptions<Server>): Promise<World<Server>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'balie-ledger-'));
  const book = new Book(path.join(folder, 'book.ndjson'));
  const mail = await startMailstack();
  const sink = await startSink(book, random, options.dropShare);
  const server = await options.make(folder);
  const stop = async (): Promise<void> => {
    await server.kill();
    await sink.close();
    await mail.stop();
    book.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    await server.start();
    const client = new Client(server.url);
    await client.signIn();
    await connectMailbox(client, mail, sink);
    return { server, client, mail, sink, book, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connectMailbox(client: Client, mail: Mailstack, sink: Sink): Promise<void> {
  const { inboxSave } = await client.graphql<{ inboxSave: { inbox: { id: string } | null; userErrors: { message: string }[] } }>(
    'mutation { inboxSave(input: { name: "Support", audience: EVERYONE, undoSeconds: 0 }) { inbox { id } userErrors { message } } }',
  );
  if (!inboxSave.inbox) throw new Error(`inboxSave: ${JSON.stringify(inboxSave.userErrors)}`);
  const settings = {
    address: MAILBOX,
    name: 'Support',
    imapHost: mail.host,
    imapPort: mail.imap,
    imapSecurity: 'none',
    user: MAILBOX,
    password: mail.password,
    smtpHost: '127.0.0.1',
    smtpPort: sink.port,
    smtpSecurity: 'none',
    smtpUser: '',
    smtpPassword: '',
    allowPrivateAddress: true,
    saveSent: 'never',
  };
  const input = { inboxId: inboxSave.inbox.id, type: 'email', step: 'settings', data: settings };
  // On a busy machine the plugin may not be up yet.
  await until(
    async () => {
      const { channelSetup } = await client.graphql<{
        channelSetup: { channel: { id: string } | null; userErrors: unknown[]; checks: unknown[] };
      }>(
        `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message path } checks { title ok message } } }`,
        { input },
      );
      if (!channelSetup.channel) throw new Error(`channelSetup: ${JSON.stringify(channelSetup)}`);
      return true;
    },
    { what: 'the e-mail plugin', deadlineMs: 120_000, everyMs: 500 },
  );
}
