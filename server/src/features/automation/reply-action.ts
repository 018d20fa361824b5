import type { AutomationReason } from '../../generated/graphql.js';
import { actorOf } from '../../kernel/context.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { claimAnswer, inPeace, sendByItself, wayBack } from '../acknowledgements/index.js';
import { findInbox } from '../inboxes/index.js';
import { findMessage, type Message } from '../messages/index.js';
import { filesOf, fit } from '../replies/index.js';
import { filesOfSnippets, filledIn, findSnippet } from '../snippets/index.js';
import { type Case, failed, type Plan } from './plan.js';
import type { Action } from './automation-rule.entity.js';
import { serves } from './references.js';

/** What happened so long ago is no longer answered by itself. */
const TOO_LATE_MS = 24 * 60 * 60_000;
/** R-LOOP-3. */
const ENOUGH = 3;

/** Answers with a snippet and its files (S63), under R-LOOP-1 to 4 as the first answer of an inbox does, with which it shares what one sender gets in a day. */
export async function planReply(reader: Reader, one: Case, { snippetId }: Action): Promise<Plan> {
  const { conversation, now } = one;
  const snippet = await findSnippet(reader, snippetId ?? '');
  if (!serves(snippet, conversation.inboxId)) return failed('SNIPPET_GONE');
  if (conversation.placement !== 'INBOX') return failed('NOT_IN_INBOX');
  if (now - one.at > TOO_LATE_MS) return failed('TOO_LATE');
  const message = await questionOf(reader, one);
  if (!message) return failed('NOTHING_TO_ANSWER');
  if (message.automatic !== null) return failed('AUTOMATIC_MAIL');
  const question = { conversation, message };
  const [inbox, route] = [await findInbox(reader, conversation.inboxId), await wayBack(reader, question, now)];
  if (!inbox || !route) return failed('NO_REPLY_ROUTE');
  const peace = await inPeace(reader, question, now);
  if (peace) return failed(peace);
  if ((await answersIn(reader, conversation.id)) >= ENOUGH) return failed('ANSWERED_ENOUGH');
  const words = filledIn(snippet, { inboxName: inbox.name, number: conversation.number });
  const files = await filesOfSnippets(reader, [snippet.id]);
  const content = fit({ ...words, files }, route.capabilities);
  if (content.refused.length > 0) return failed('UNFIT');
  const act = async (tx: Tx): Promise<AutomationReason | null> => {
    // Only the database knows whether somebody else answers the same sender at this moment.
    if (!(await claimAnswer(tx, question, route))) return 'ANSWERED_LATELY';
    // Not the sender's own: that, too, could be sent to anybody by forging a sender.
    const subject = `${inbox.name} #${conversation.number}`;
    // What was taken from it meanwhile, and may be wiped, is not sent.
    const kept = new Set((await filesOfSnippets(tx, [snippet.id])).map(({ id }) => id));
    const there = files.filter(({ id }) => kept.has(id)).map(({ name, mime, bytes, hash }) => ({ name, mime, bytes, hash }));
    const told = { type: 'replied', actor: actorOf(tx.ctx.principal), data: { name: snippet.name } };
    await sendByItself(tx, question, {
      inbox,
      route,
      content,
      files: filesOf([], null, there),
      subject,
      sendKey: one.sendKey,
      told,
    });
    return null;
  };
  return { outcome: 'DONE', act };
}

/** The message that set it off, or what the customer wrote last. */
async function questionOf(reader: Reader, { conversation, messageId }: Case): Promise<Message | null> {
  const sql =
    "SELECT id FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' AND direction = 'INBOUND' AND side = ? ORDER BY seq DESC LIMIT 1";
  const [last] = messageId ? [{ id: messageId }] : await reader.query<{ id: string }>(sql, [conversation.id, false]);
  const message = last ? await findMessage(reader, last.id) : null;
  return message?.direction === 'INBOUND' ? message : null;
}

async function answersIn(reader: Reader, conversationId: string): Promise<number> {
  const sql = "SELECT COUNT(*) AS n FROM message WHERE conversation_id = ? AND direction = 'OUTBOUND' AND automatic = 'reply'";
  const [row] = await reader.query<{ n: number | string }>(sql, [conversationId]);
  return Number(row?.n ?? 0);
}
