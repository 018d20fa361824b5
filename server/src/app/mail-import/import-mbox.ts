import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Channel } from '../../features/channels/index.js';
import { type Intake, messageIdsHere, type RawItem } from '../../features/intake/index.js';
import { MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import type { Storage } from '../../kernel/storage.js';
import type { Reader } from '../../kernel/uow.js';
import { mailsOf } from './mbox.js';

/** Where the mails go. */
export interface MailImport {
  /** The mails' own: it understands them, and answers leave by it. */
  channel: Channel;
  intake: Intake;
  storage: Storage;
  reader: Reader;
}

/** What became of the mails of a file. */
export interface Imported {
  taken: number;
  /** Here already, by their Message-ID or byte by byte. */
  known: number;
  /** Larger than a mail may be, by how they stand in the file. */
  tooLarge: number[];
}

interface Mail {
  bytes: Buffer;
  receivedAt: Date | null;
  messageId: string | null;
  /** Who wrote it, as the mail says. */
  from: string | null;
}

/** As much as the host takes for a raw source. */
const MOST_BYTES = 63 * 1024 * 1024;
const BATCH = 25;
const BATCH_BYTES = 16 * 1024 * 1024;
const HEAD_BYTES = 256 * 1024;

/**
 * Takes the mails of an mbox in as history: no automation, no notice, no unread mark. Each batch is durable before the next is read, so that
 * it can be made again from the beginning at any time; what is here already is passed over.
 */
export async function importMbox(source: Readable, to: MailImport, tell: (done: number) => void): Promise<Imported> {
  const imported: Imported = { taken: 0, known: 0, tooLarge: [] };
  let batch: Mail[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const taken = await takeIn(batch, to);
    imported.taken += taken;
    imported.known += batch.length - taken;
    tell(imported.taken + imported.known);
    batch = [];
    bytes = 0;
  };
  for await (const mail of mailsOf(source, MOST_BYTES)) {
    if (mail.bytes === null) {
      imported.tooLarge.push(mail.number);
      continue;
    }
    batch.push({ bytes: mail.bytes, receivedAt: mail.receivedAt, ...headOf(mail.bytes) });
    bytes += mail.bytes.length;
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) await flush();
  }
  if (batch.length > 0) await flush();
  return imported;
}

async function takeIn(batch: readonly Mail[], { channel, intake, storage, reader }: MailImport): Promise<number> {
  const ids = batch.map(({ messageId }) => messageId).filter((id) => id !== null);
  const here = await messageIdsHere(reader, channel.id, ids);
  const fresh = batch.filter(({ messageId }) => messageId === null || !here.has(messageId));
  const own = channel.own.filter(({ kind }) => kind === MAIL_IDENTITY).map(({ value }) => value);
  const items = await Promise.all(
    fresh.map(async (mail): Promise<RawItem> => {
      const { hash } = await storage.put(mail.bytes);
      const at: Record<string, string> = mail.receivedAt === null ? {} : { internalDate: mail.receivedAt.toISOString() };
      const item = { externalId: externalIdOf(mail, hash), rawHash: hash };
      const meta = { ...at, hash, raw: hash, own };
      // What our own address wrote is a reply that was given, as if it lay in the Sent folder; else it would be a loop.
      const sent = mail.from !== null && own.includes(mail.from);
      return sent ? { ...item, meta: { ...meta, sent: {} } } : { ...item, meta };
    }),
  );
  return intake.receive(channel.id, items, { history: true, epoch: null });
}

/** The same for the same mail, in whatever file it comes. */
function externalIdOf({ messageId }: Mail, hash: string): string {
  const known = messageId === null ? hash : createHash('sha256').update(messageId).digest('hex');
  return `mbox:${known}`;
}

function headOf(bytes: Buffer): Pick<Mail, 'messageId' | 'from'> {
  const [head = ''] = bytes
    .subarray(0, HEAD_BYTES)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  const field = (name: string): string => new RegExp(`^${name}:((?:.|\\r?\\n[ \\t])*)`, 'im').exec(head)?.[1] ?? '';
  const messageId = /<[^<>\s]+>/.exec(field('message-id'))?.[0] ?? null;
  return { messageId, from: /[^\s<>"',;:]+@[^\s<>"',;:]+(?=>?\s*$)/.exec(field('from'))?.[0].toLowerCase() ?? null };
}
