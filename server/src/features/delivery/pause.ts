import { audit } from '../audit/index.js';
import type { Reader, Tx } from '../../kernel/uow.js';

/** Held: nothing leaves, by whatever channel. */
export const SENDING_LANE = 'sending';
/** What the jobs that meet it say of themselves. */
const PAUSED = 'Sending is paused';
/** A pause lasts until a person ends it; jobs that wait for that look again this often, and are woken when it ends. */
const LOOK_AGAIN_MS = 30_000;

/** Why nothing may leave now, for a job that was about to send; null when it may. */
export async function pausedWait(reader: Reader): Promise<{ waitMs: number; why: string } | null> {
  return (await isSendingPaused(reader)) ? { waitMs: LOOK_AGAIN_MS, why: PAUSED } : null;
}

/** Whether everything that would leave is held, as after a restore (O2) or by a person (O28). */
export async function isSendingPaused(reader: Reader): Promise<boolean> {
  return (await reader.query('SELECT name FROM lane WHERE name = ? AND held_until IS NULL', [SENDING_LANE])).length > 0;
}

/** Holds everything that would leave, or lets it go, with an entry in the audit log when that is a change. */
export async function setSendingPaused(tx: Tx, paused: boolean): Promise<void> {
  if (await change(tx, paused)) await audit(tx, { action: paused ? 'SENDING_PAUSED' : 'SENDING_RESUMED' });
}

async function change(tx: Tx, paused: boolean): Promise<boolean> {
  if (paused)
    return (
      (await tx.execute('INSERT INTO lane (name, held_until) VALUES (?, NULL) ON CONFLICT (name) DO NOTHING', [SENDING_LANE])) > 0
    );
  const changed = (await tx.execute('DELETE FROM lane WHERE name = ?', [SENDING_LANE])) > 0;
  if (changed)
    await tx.execute(`UPDATE job SET run_at = ? WHERE state = 'PENDING' AND last_error LIKE ?`, [tx.now, `%${PAUSED}%`]);
  return changed;
}
