import { findAgentByEmail } from '../agents/index.js';
import type { NewItem } from '../messages/index.js';
import type { Tx } from '../../kernel/uow.js';
import type { CheckedIdentity, MessageEvent } from './inbound-event.js';
import type { OwnAddresses } from './surroundings.js';
import type { PreparedContent } from './prepare.js';

/** What an agent has handed on: the customer's message, and the agent's own words about it. */
export interface PassedOn<Incoming> {
  incoming: Incoming & { sender: CheckedIdentity };
  note: NewItem;
}

const PREFIX = /^\s*\p{L}{1,4}\s*[:：]\s*/u;

/** A mail that an agent forwards into the inbox is the customer's; of others nobody knows whether they tell the truth (R-FWD-1). */
export async function passedOn<Incoming extends { event: MessageEvent; content: PreparedContent }>(
  tx: Tx,
  incoming: Incoming,
  own: OwnAddresses,
): Promise<PassedOn<Incoming> | null> {
  const { event, content } = incoming;
  const { forwarded, sender } = event;
  if (!forwarded || sender === 'self' || event.automatic) return null;
  if (own.ofAny(forwarded.sender)) return null;
  const agent = await findAgentByEmail(tx, sender.value.toLowerCase());
  if (agent?.state !== 'ACTIVE') return null;
  const words = forwarded.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
  // His own words stand above what he hands on; where that can't be told apart, the note says all of it.
  const above = content.text.endsWith(words) ? content.text.slice(0, content.text.length - words.length).trim() : content.text;
  const subject = (event.thread.subject ?? '').replace(PREFIX, '');
  const customers: MessageEvent = {
    ...event,
    sender: { ...forwarded.sender, trust: 'claimed' },
    cc: [],
    flags: [],
    thread: { ...event.thread, subject },
  };
  return {
    incoming: {
      ...incoming,
      event: customers,
      content: { ...content, text: words, html: null, quotedText: null },
      sender: { ...forwarded.sender, trust: 'claimed' },
    },
    note: {
      kind: 'COMMENT',
      direction: 'INTERNAL',
      author: { kind: 'USER', id: agent.id, name: agent.name },
      at: Math.min(tx.now, event.at.getTime() || tx.now),
      text: above || `${agent.name} forwarded this message.`,
    },
  };
}
