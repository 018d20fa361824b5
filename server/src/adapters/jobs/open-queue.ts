import type { Clock } from '../../kernel/clock.js';
import type { JobQueue } from '../../kernel/jobs.js';
import type { Log } from '../database/log.js';
import type { OpenDatabase } from '../database/open.js';
import { BullWakeUps } from './bull-wake-ups.js';
import { dueWakes, SqlJobQueue } from './queue.js';
import { LocalWakeUps } from './wake-ups.js';

/** How the queue of a database is opened. */
export interface QueueOptions {
  database: OpenDatabase;
  clock: Clock;
  log: Log;
  /** With it wake-ups travel over bull. */
  redisUrl?: string;
  redisPrefix?: string;
  sweepMs?: number;
}

const SWEEP_LIMIT = 500;

/** The job queue of a database: on the table alone, or woken over Redis. */
export function openJobQueue(options: QueueOptions): JobQueue {
  const { database, clock, log, redisUrl, redisPrefix: prefix, sweepMs } = options;
  const { uow, committed } = database;
  const now = (): number => clock.now();
  const due = (): ReturnType<typeof dueWakes> => dueWakes(uow, clock, SWEEP_LIMIT);
  const wakeUps = redisUrl ? new BullWakeUps({ redisUrl, prefix, log, now, due, sweepMs }) : new LocalWakeUps(now);
  return new SqlJobQueue({ uow, committed, clock, log, wakeUps });
}
