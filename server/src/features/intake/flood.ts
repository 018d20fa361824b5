import { addItem, type Conversation, findConversation } from '../conversations/index.js';
import { placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';

const WINDOW_MS = 10 * 60_000;
/** So many of one sender within the window are somebody who writes; more are a machine, or one who has lost patience (R-LOOP-3). */
const MOST = 20;
/** Of so many conversations the newest items are looked at: a flood is over before it is older. */
const CONVERSATIONS = 40;
const ITEMS = 60;

interface Recent {
  id: string;
  message_count: number;
  placement: Conversation['placement'];
  created_at: number | string;
}

/** A sender who writes more than a person does. */
export interface Flood {
  /** What his messages join that would begin anew; null where there is nothing to join. */
  conversation: Conversation | null;
}

/** A message, as far as it matters here. */
interface Arrival {
  inboxId: string;
  contactId: string;
  /** Where it would be put if it began a conversation: it joins nothing that lies elsewhere. */
  placement: Conversation['placement'];
  at: number;
}

/** Whether a message is one too many of its sender in this inbox; null when it is not. */
export async function floodOf(tx: Tx, { inboxId, contactId, placement, at }: Arrival): Promise<Flood | null> {
  const since = at - WINDOW_MS;
  const recent = await tx.query<Recent>(
    `SELECT id, message_count, placement, created_at FROM conversation
     WHERE contact_id = ? AND inbox_id = ? AND last_message_at > ? ORDER BY last_message_at DESC, id DESC LIMIT ?`,
    [contactId, inboxId, since, CONVERSATIONS],
  );
  const most = recent.reduce((sum, { message_count }) => sum + message_count, 0);
  if (most < MOST || (await countOf(tx, recent, { contactId, since })) < MOST) return null;
  const open = recent.filter((one) => one.placement === placement);
  const begun = open.filter(({ created_at }) => Number(created_at) > since);
  const into = (await floodedAmong(tx, open, since)) ?? begun[0]?.id ?? open[0]?.id;
  return { conversation: into === undefined ? null : await findConversation(tx, into) };
}

/** In the unit that stores a message of a flood: says once in its conversation why they are together. */
export async function tellFlood(tx: Tx, conversationId: string, at: number): Promise<void> {
  if ((await floodedAmong(tx, [{ id: conversationId }], at - WINDOW_MS)) !== null) return;
  await addItem(tx, conversationId, {
    kind: 'ACTIVITY',
    direction: 'INTERNAL',
    author: { kind: 'SYSTEM', id: null, name: 'Balie' },
    at,
    activity: 'flooded',
    data: { most: MOST, minutes: WINDOW_MS / 60_000 },
  });
}

async function countOf(
  reader: Reader,
  recent: readonly Recent[],
  { contactId, since }: { contactId: string; since: number },
): Promise<number> {
  const [row] = await reader.query<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM conversation c JOIN message m
     ON m.conversation_id = c.id AND m.kind = 'MESSAGE' AND m.seq > c.seq - ${ITEMS}
     WHERE c.id IN (${placeholders(recent)}) AND m.direction = 'INBOUND' AND m.author_id = ? AND m.at > ?`,
    [...recent.map(({ id }) => id), contactId, since],
  );
  return Number(row?.n ?? 0);
}

/** The conversation that took the flood in last. */
async function floodedAmong(reader: Reader, among: readonly { id: string }[], since: number): Promise<string | null> {
  if (among.length === 0) return null;
  const rows = await reader.query<{ id: string }>(
    `SELECT m.conversation_id AS id FROM message m WHERE m.conversation_id IN (${placeholders(among)})
     AND m.kind = 'ACTIVITY' AND m.activity = 'flooded' AND m.at > ? ORDER BY m.at DESC, m.id DESC LIMIT 1`,
    [...among.map(({ id }) => id), since],
  );
  return rows[0]?.id ?? null;
}
