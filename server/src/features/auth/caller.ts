import type { Principal } from '../../kernel/access.js';

/** Somebody who has shown a session or a token that holds. */
export interface Caller {
  readonly principal: Principal;
  /** The session or token, and the person behind it: an event about one of these may change his rights. */
  readonly ids: readonly string[];
  /** When the token ends by itself, in milliseconds since 1970; null: not by itself, and for a session, whose end moves on with its use. */
  readonly endsAt: number | null;
  /** The caller with his rights as they are now; null when the session or token no longer holds. */
  reload(): Promise<Caller | null>;
}
