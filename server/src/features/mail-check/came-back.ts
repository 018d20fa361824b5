import type { Tx } from '../../kernel/uow.js';
import type { Proof } from './leg.js';
import type { Arrival } from './mail-check.entity.js';
import { changeCheck, findByMark } from './mail-check.repository.js';

/** The job that asks DNS about the domain of a mail that is back. */
export const MAIL_CHECK_PROOF = 'mailCheck.proof';

/** Stands in the subject, with the mark after it. */
export const SUBJECT = 'Balie checks itself:';
const MARK = /Balie checks itself: ([\w-]{20,100})/;

/** What came in from an address of our own. */
export interface Returned {
  channelId: string;
  subject: string | undefined;
  at: number;
  spam: string | null;
  proofs: Proof[];
}

/** Whether it is the mail that the self-check sent, which is written down; it makes no conversation (N15). */
export async function mailCameBack(tx: Tx, { subject, ...returned }: Returned): Promise<boolean> {
  const mark = MARK.exec(subject ?? '')?.[1];
  const check = mark === undefined ? null : await findByMark(tx, mark);
  if (!check || mark === undefined) return false;
  // Of two that came in the first counts.
  if (check.arrivedAt !== null) return true;
  const arrival: Arrival = returned;
  await changeCheck(tx, mark, { arrivedAt: tx.now, arrival });
  tx.enqueue({ name: MAIL_CHECK_PROOF, payload: { mark }, maxAttempts: 3 });
  return true;
}
