import { useQuery } from 'urql';
import { AssignTeamsDocument } from '../../generated/graphql.js';

const NONE: { id: string; name: string }[] = [];

/** The teams to which something can be given (S37). */
export function useTeams(): readonly { id: string; name: string }[] {
  const [{ data }] = useQuery({ query: AssignTeamsDocument });
  return data?.teams ?? NONE;
}
