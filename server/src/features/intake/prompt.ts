import type { Reader } from '../../kernel/uow.js';
import type { MessageEvent } from './inbound-event.js';

const PROMPT_MS = 5 * 60_000;
/** Clocks of mail servers count whole seconds, and ours is another one. */
const SLACK_MS = 60_000;
/** So many of our newest messages are looked at. */
const OURS = 20;

/**
 * What only its words call an answer by a machine is one if it comes within five minutes of a message of ours; whoever writes
 * such a subject later is a person, and is treated as one (R-OOO-2).
 */
export async function asWritten(reader: Reader, event: MessageEvent, conversationId: string): Promise<MessageEvent> {
  if (!event.byWords) return event;
  const rows = await reader.query<{ at: number | string }>(
    `SELECT MAX(d.updated_at) AS at FROM delivery d WHERE d.status IN ('SENT', 'DELIVERED', 'READ', 'BOUNCED') AND d.message_id IN (
       SELECT id FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' AND direction = 'OUTBOUND' ORDER BY seq DESC LIMIT ${OURS})
     GROUP BY d.message_id`,
    [conversationId],
  );
  const at = event.at.getTime();
  if (rows.some((row) => at >= Number(row.at) - SLACK_MS && at <= Number(row.at) + PROMPT_MS)) return event;
  const { automatic: _, ...byPerson } = event;
  return byPerson;
}
