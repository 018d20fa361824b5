import type { Identity, InboundEvent, Json } from '@balie/plugin-sdk';
import { parseAddressHeader } from 'mailparser';
import { identity, normalise } from './decode/addresses.js';
import { decode } from './decode/decode.js';

/** What the listener knows of the folder that a mail lay in. */
interface FolderMeta {
  junk?: boolean;
  sent?: { sender?: string; sendKey?: string };
}
type Message = Extract<InboundEvent, { type: 'message' }>;

/** A mail as events, seen from the folder that it lay in: what is in the Sent folder is ours, what is in a junk folder is spam. */
export async function decodeItem(item: Parameters<typeof decode>[0]): Promise<InboundEvent[]> {
  const events = await decode(item);
  const { junk, sent } = (item.meta ?? {}) as FolderMeta;
  if (!junk && !sent) return events;
  return events.flatMap((event): InboundEvent[] => {
    // A report that somebody has sent on tells nothing of our own mail.
    if (event.type !== 'message') return sent ? [] : [event];
    return [sent ? ours(event, sent) : spam(event)];
  });
}

/** R-SPM-1. */
function spam(event: Message): Message {
  const flags = event.flags ?? [];
  if (flags.some(({ rule }) => rule === 'SPAM')) return event;
  return { ...event, flags: [...flags, { rule: 'SPAM', detail: 'It lay in the junk folder of the mailbox.' }] };
}

/** Somebody answered from our account in another mail program, or it is our own copy (G4 25, R-THR-2). */
function ours(event: Message, sent: NonNullable<FolderMeta['sent']>): Message {
  const { forwarded: _handedOn, flags: _flags, ...rest } = event;
  const from = fromOf(event.extras);
  const sender = sent.sender ? identityIn(sent.sender) : null;
  const writtenBy = [...(sender ? [sender] : []), ...from];
  return {
    ...rest,
    sender: 'self',
    ...(writtenBy.length ? { writtenBy } : {}),
    ...(sent.sendKey ? { sendKey: sent.sendKey } : {}),
  };
}

function identityIn(header: string): Identity | null {
  const [entry] = parseAddressHeader(header).value;
  const value = normalise(entry?.address);
  return value ? identity({ value, name: entry?.name ?? '' }) : null;
}

function fromOf(extras: Json | undefined): Identity[] {
  const { from } = (extras ?? {}) as { from?: { value: string; name: string }[] };
  return (from ?? []).slice(0, 5).map((address) => identity(address));
}
