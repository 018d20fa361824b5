import type { Tx } from '../../kernel/uow.js';

/** The job that takes what nobody has read to another way, where the channel cannot wait for who has left. */
export const ONWARD = 'delivery.onward';
/** How long somebody may take to read before he counts as gone. */
export const ONWARD_AFTER_MS = 10 * 60_000;

/** In the unit that records that a message has left: looks later whether it was read. One that waits is enough for all of its thread. */
export function askForOnward(tx: Tx, threadId: string): void {
  tx.enqueue({ name: ONWARD, payload: { threadId }, unique: threadId, runAt: tx.now + ONWARD_AFTER_MS });
}
