import type { Dialect } from '../../../src/kernel/uow.js';
import type { Random } from '../random.js';
import type { ServerProcess } from '../server-process.js';
import type { Traffic } from '../traffic.js';
import type { World } from '../world.js';

/** What a fault has in hand while mails come in and replies go out. */
export interface Running {
  world: World<ServerProcess>;
  traffic: Traffic;
  random: Random;
  dialect: Dialect;
  /** Where the database is, as the server has it. */
  databaseUrl: string;
  /** How often a fault that repeats itself does so. */
  times: number;
  /** How long a fault that goes on does so. */
  minutes: number;
  /** What was seen beside the comparison; it stands in the line of the run. */
  note(words: string): void;
}

/** A fault that is ready to be struck, and where the server runs when that needs a place of its own. */
export interface Arranged {
  dataDir?: string;
  databaseUrl?: string;
  env?: Record<string, string>;
  /** How many times slower than usual mails come in and replies go out. */
  slower?: number;
  /** Strikes, and leaves everything as it was: the server runs when it has ended. */
  strike(run: Running): Promise<void>;
  close?(): Promise<void>;
}

/** A fault of `reliability.md` 1.3 that is struck by hand, before a release. */
export interface Fault {
  /** As in the list, such as `F7`. */
  id: string;
  title: string;
  on: readonly Dialect[];
  arrange(dialect: Dialect): Promise<Arranged>;
}

export const BOTH: readonly Dialect[] = ['sqlite', 'postgres'];

/** A fault that needs nothing of its own. */
export const plain =
  (strike: Arranged['strike']): Fault['arrange'] =>
  async () => ({ strike });
