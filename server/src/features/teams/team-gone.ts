import type { ActorRef } from '../../kernel/context.js';

/** The job that takes conversations off a deleted team; conversations know of teams, and teams only ask for it. */
export const TEAM_GONE = 'teams.gone';

export interface TeamGone {
  teamId: string;
  /** Who deleted it. */
  actor: ActorRef;
}
