import type { Outgoing } from './outbox.js';
import type { StreamEvent } from './protocol.js';

/** Between tabs, through their loaders. */
export type TabWord =
  | { k: 'event'; event: StreamEvent }
  | { k: 'waiting'; message: Outgoing }
  | { k: 'token'; token: string }
  | { k: 'seen'; at: string }
  | { k: 'online'; online: boolean }
  | { k: 'logout' };
