import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { findAgents } from './agent.repository.js';
import type { User } from './user.entity.js';

/** Agents by id, those who left too. */
export function agentLoader(gql: GqlContext, reader: Reader): DataLoader<string, User | null> {
  return gql.shared('agent', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findAgents(reader, ids), (agent) => agent.id));
  });
}
