import type { Tx } from '../../kernel/uow.js';
import type { Conversation } from './conversation.entity.js';

/** The job that hands a conversation out, and the one that looks at what waits; routing knows of conversations, and they only call it. */
export const ROUTE = 'routing.route';
export const BACKLOG = 'routing.backlog';

/** Why it is to be looked at. */
export type RouteCall = 'NEW' | 'REOPENED' | 'REPLY' | 'PLACED';

/** In the unit that gives the reason: asks who is to have the conversation. */
export function askForRouting(tx: Tx, conversationId: string, call: RouteCall): void {
  tx.enqueue({ name: ROUTE, payload: { conversationId, call } });
}

/** Asks whether what waits can be handed out now: somebody came free, or an inbox has other rules. */
export function askForBacklog(tx: Tx, of: { agentId: string } | { inboxId: string }): void {
  const unique = `${BACKLOG} ${'agentId' in of ? of.agentId : of.inboxId}`;
  tx.enqueue({ name: BACKLOG, payload: of, unique });
}

function isOpen({ status, placement }: Conversation): boolean {
  return status === 'OPEN' && placement === 'INBOX';
}

/** A place in line is kept only as long as there is something to hand out: a team that has it hands it out itself. */
export function stillQueued(conversation: Conversation): number | null {
  return isOpen(conversation) && isNobodys(conversation) ? conversation.queuedAt : null;
}

function isNobodys({ assigneeUserId, assigneeTeamId }: Conversation): boolean {
  return assigneeUserId === null && assigneeTeamId === null;
}

/** What a change means for who hands out: somebody has room for one more, something came to lie in an inbox, or a bot handed it over. */
export function askForRoutingAfter(tx: Tx, before: Conversation, after: Conversation): void {
  const had = isOpen(before) ? before.assigneeUserId : null;
  const has = isOpen(after) ? after.assigneeUserId : null;
  if (had !== null && had !== has) askForBacklog(tx, { agentId: had });
  const handedOver = before.botControl === 'BOT_ACTIVE' && after.botControl !== 'BOT_ACTIVE';
  const came = before.placement !== 'INBOX' || before.inboxId !== after.inboxId;
  if ((came || handedOver) && isOpen(after) && isNobodys(after)) askForRouting(tx, after.id, 'PLACED');
}
