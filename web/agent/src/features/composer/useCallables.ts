import { useShell } from '../../app/ShellProvider.js';
import { useTeams } from '../thread/useTeams.js';
import type { Callable } from './mentions.js';

/** Who can be called by an @: colleagues, and teams with all their people (S64). */
export function useCallables() {
  const { agents, viewer } = useShell();
  const teams = useTeams();
  const all: Callable[] = [...agents, ...teams];
  return {
    all,
    /** All but who writes. */
    others: all.filter(({ id }) => id !== viewer.id),
    isTeam: (one: Callable) => teams.some(({ id }) => id === one.id),
  };
}
