import { type ActorRef, actorOf } from '../../kernel/context.js';
import type { Tx } from '../../kernel/uow.js';

/** The job that hands open conversations on. */
export const REASSIGN = 'people.reassign';

/** Who hands on to whom: all that is not closed, or that in one inbox. */
export interface Reassignment {
  fromId: string;
  /** Null: back to nobody. */
  toId: string | null;
  inboxId: string | null;
}
export type ReassignPayload = Reassignment & { actor: ActorRef };

/** Has what is open handed on, in the transaction that makes it necessary. */
export function enqueueReassign(tx: Tx, reassignment: Reassignment): void {
  const { fromId, inboxId } = reassignment;
  const payload: ReassignPayload = { ...reassignment, actor: actorOf(tx.ctx.principal) };
  tx.enqueue({ name: REASSIGN, payload: { ...payload }, key: `${REASSIGN}:${fromId}:${inboxId ?? ''}` });
}
