import type { Tx } from '../kernel/uow.js';

export const SCHEDULE_JOB = 'plugin.schedule';
/** Times of their own within this are one. */
const ONCE_MS = 1000;

/** One of what an instance does by the clock. */
export interface Due {
  pluginId: string;
  instanceId: string;
  name: string;
  /** At a time of its own, after which nothing comes by it. */
  once?: true;
}

/** One that waits is enough. */
export function jobOf({ pluginId, instanceId, name }: Due, runAt: number) {
  const payload = { pluginId, instanceId, name };
  return { name: SCHEDULE_JOB, payload, runAt, unique: `${instanceId} ${name}`, key: `schedule:${instanceId}` };
}

/** Puts it into the queue once, for a time of its own. It waits for no other of the instance: what comes by the clock later was put in before. */
export function enqueueOnce(tx: Tx, due: Due, at: number): void {
  const { name, payload, runAt, unique } = jobOf(due, Math.ceil(at / ONCE_MS) * ONCE_MS);
  tx.enqueue({
    name,
    payload: { ...payload, once: true },
    runAt,
    unique: `${unique} ${runAt}`,
    key: `once:${due.instanceId}:${runAt}`,
  });
}
