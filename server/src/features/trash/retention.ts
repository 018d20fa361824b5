import type { Conversation } from '../conversations/index.js';

const DAY_MS = 24 * 60 * 60_000;

/** How long what lies somewhere is kept; what is not named here is kept for good (S26, S40). */
export const KEPT_MS: Partial<Record<Conversation['placement'], number>> = { TRASH: 30 * DAY_MS, SPAM: 90 * DAY_MS };

/** When a conversation is deleted for ever; null when it is kept. */
export function deletedForeverAt({ placement, placedAt }: Pick<Conversation, 'placement' | 'placedAt'>): number | null {
  const kept = KEPT_MS[placement];
  return kept === undefined || placedAt === null ? null : placedAt + kept;
}
