import type { Channel } from '../channels/index.js';
import { BLOCKED, type Conversation, findConversations } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import type { Tx } from '../../kernel/uow.js';
import { placeAwaited } from './awaited.js';
import type { MessageEvent } from './inbound-event.js';
import { type Citation, findPlace, type Found, NOWHERE } from './threading.js';

const DAY_MS = 24 * 60 * 60_000;
/** So many open conversations of a sender are compared by their subject. */
const COMPARED = 20;

/** Who writes, as far as it matters for the place. */
interface Writer {
  contactId: string | null;
  blocked: boolean;
}

/** Where a message belongs, by what it cites and by what the inbox has chosen (R-THR-1 to 8). */
export async function placeOf(tx: Tx, citation: Citation & { inbox: Inbox | null }, writer: Writer): Promise<Found> {
  const { channel, event, inbox } = citation;
  const cited = await findPlace(tx, citation);
  const found = cited.conversation || cited.linkedTo ? cited : ((await placeAwaited(tx, channel, event)) ?? cited);
  if (found.conversation) return stillFits(tx, found, found.conversation, inbox, writer);
  return (inbox?.joinBySubject ? await bySubject(tx, channel, event, writer) : null) ?? found;
}

/** A blocked sender's words stay out of what others read; an answer to what was closed long ago begins anew (S59, R-THR-8). */
function stillFits(tx: Tx, found: Found, conversation: Conversation, inbox: Inbox | null, { blocked }: Writer): Found {
  const apart = { ...NOWHERE, linkedTo: conversation.id };
  if (blocked && conversation.placement === 'INBOX') return apart;
  // A network's own thread has no end: who is no longer blocked is heard again (S57).
  const wasBlocked = conversation.placement === 'FILTERED' && conversation.placementReason === BLOCKED;
  if (wasBlocked && !blocked && found.thread?.externalKey) return apart;
  if (conversation.status !== 'CLOSED' || conversation.closedAt === null) return found;
  const days = inbox?.reopenDays ?? null;
  return days !== null && tx.now - conversation.closedAt > days * DAY_MS ? apart : found;
}

/** Only where the inbox has chosen it, of the same sender, while the conversation is open (R-THR-4). */
async function bySubject(tx: Tx, channel: Channel, event: MessageEvent, { contactId, blocked }: Writer): Promise<Found | null> {
  const subject = bare(event.thread.subject ?? '');
  if (subject === '' || contactId === null || blocked || event.automatic) return null;
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM conversation WHERE contact_id = ? AND inbox_id = ? AND placement = 'INBOX' AND status <> 'CLOSED'
     ORDER BY last_message_at DESC, id DESC LIMIT ?`,
    [contactId, channel.inboxId, COMPARED],
  );
  const open = await findConversations(
    tx,
    rows.map(({ id }) => id),
  );
  const order = new Map(rows.map(({ id }, index) => [id, index]));
  const same = open
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .find((conversation) => bare(conversation.subject) === subject);
  return same ? { ...NOWHERE, conversation: same } : null;
}

/** Without the prefixes of answers, which programs write in their own language. */
function bare(subject: string): string {
  return subject
    .replace(/^(?:\s*\p{L}{1,4}(?:\[\d+\])?\s*[:：]\s*)+/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
