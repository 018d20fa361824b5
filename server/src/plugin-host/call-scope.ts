import type { Principal } from '../kernel/access.js';
import type { FileStreams } from './file-streams.js';

/** The channel that a call is about. */
export function instanceOf(scope: CallScope): string {
  if (scope.channelId === null) throw new Error('This call is about no channel.');
  return scope.channelId;
}

/** The call in which a plugin asks something of the host: for which instance, and what it may do. */
export interface CallScope {
  /** Null for a call that is about no instance. */
  channelId: string | null;
  pluginId: string;
  /** `try`: settings that are not kept yet, so nothing comes in and no state stays. `decode`: files only. */
  mode: 'listen' | 'use' | 'try' | 'decode';
  /** Fencing token of the lease, when it listens. */
  epoch: number | null;
  /** Whose rights the public API is asked with; only of a responder. */
  principal?: Principal;
  /** It may act in the name of agents who have linked an account. */
  mayActFor?: boolean;
  files: FileStreams;
  /** What a `try` puts into its store; it begins with what `setup` handed over. */
  scratch: Map<string, { value: unknown; version: number }>;
  /** Set when we no longer wait for it: nothing is taken from it any more. */
  closed: boolean;
  /** Told when something was taken in durably. */
  onInbound?: (items: number) => void;
  /** Told when the lease turned out to be another process's. */
  onFenced?: () => void;
}
