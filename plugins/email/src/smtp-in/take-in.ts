import type { DNSResolver } from 'mailauth';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { Json } from '@balie/plugin-sdk';
import { store, type Arrived } from './arriving.js';
import type { Authentication } from '../decode/proven.js';
import { Proof } from './authentication.js';
import type { Receiver } from './recipients.js';
import { notNow, Refusal } from './refusal.js';

interface Here {
  /** Our name. */
  name: string;
  resolver: DNSResolver;
}

/**
 * One mail, for each channel that it is addressed to. When it resolves, the mail is durable in all of them; when it throws, the
 * sender comes again, and those that had it know it again by its id (R-INB-1, R-INB-2, R-DUP-1).
 */
export async function takeIn(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  receivers: ReadonlyMap<Receiver, string[]>,
  here: Here,
): Promise<void> {
  const [first] = receivers.keys();
  if (!first) throw notNow();
  const at = new Date();
  const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  const hello = { ip: session.remoteAddress, helo: session.hostNameAppearsAs || '', sender, name: here.name };
  await first.turns.run(async () => {
    const proof = new Proof(hello, here.resolver);
    const arrived = await store(stream, traceOf(session, sender, here.name, at), proof, first.context.files);
    const authentication = await proof.verdict();
    for (const [receiver, addresses] of receivers) {
      const meta = { ...metaOf(arrived, authentication, at), ...ownMeta(receiver), smtp: { ...hello, to: addresses } };
      await keep(receiver, arrived, meta as unknown as Json);
    }
  });
}

/** Whatever goes wrong is ours, so it is put off and never refused for good. */
async function keep({ context }: Receiver, { ids, raw }: Arrived, meta: Json): Promise<void> {
  try {
    await context.receive([{ id: ids.id, raw, meta }]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    context.log.warn('A mail could not be stored; its sender was asked to come again.', { reason: String(error) });
    throw notNow();
  }
}

const metaOf = ({ ids, raw }: Arrived, authentication: Authentication, at: Date) => ({
  internalDate: at.toISOString(),
  hash: ids.hash,
  raw: raw.stored,
  authentication,
});

const ownMeta = ({ addresses, context }: Receiver) => ({ own: addresses, authservId: context.settings.authservId });

/** The lines of the last server on the way (RFC 5321, 4.4): who sent it, and where, when and how it came in. */
function traceOf(session: SMTPServerSession, sender: string, name: string, at: Date): Buffer {
  const { hostNameAppearsAs, remoteAddress, transmissionType, id, envelope } = session;
  const ip = remoteAddress.includes(':') ? `IPv6:${remoteAddress}` : remoteAddress;
  const only = envelope.rcptTo.length === 1 ? ` for <${envelope.rcptTo[0]?.address}>` : '';
  const lines = [
    `Return-Path: <${sender}>`,
    `Received: from ${hostNameAppearsAs || `[${ip}]`} ([${ip}])`,
    `\tby ${name} with ${transmissionType} id ${id}${only};`,
    `\t${at.toUTCString().replace('GMT', '+0000')}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');
}
