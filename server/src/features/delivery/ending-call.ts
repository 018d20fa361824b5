import type { Tx } from '../../kernel/uow.js';

/** The job that looks whether a talk is over, and the one that sends a copy of it; who delivers and who takes in only call them. */
export const ENDING = 'ending.look';
export const TRANSCRIPT = 'ending.transcript';

/** In the unit that records that a message has left: looks later whether it was answered. One that waits is enough for all of its thread. */
export function askForEnding(tx: Tx, threadId: string, afterMs: number): void {
  tx.enqueue({ name: ENDING, payload: { threadId }, unique: threadId, runAt: tx.now + afterMs });
}

/** Asks for a copy of what was said, since its person wants it (`asked`) or the talk is over (`ended`). */
export function askForTranscript(tx: Tx, threadId: string, why: 'asked' | 'ended'): void {
  tx.enqueue({ name: TRANSCRIPT, payload: { threadId, why }, unique: `${threadId} ${why}` });
}

const COPY = 'transcript-';

/** The send key of a copy of a thread as it was when this was its last message; the same copy goes out once. Without a message, how those of the thread begin. */
export function copyKey(threadId: string, lastMessageId = ''): string {
  return `${COPY}${threadId}-${lastMessageId}`;
}

/** Whether a message is a copy of what was said elsewhere: nothing that anybody answers. */
export function isCopy({ sendKey }: { sendKey: string | null }): boolean {
  return sendKey?.startsWith(COPY) ?? false;
}
