import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { agentName, insertAgent, updateAgent, type User } from '../agents/index.js';
import { audit, changesOf } from '../audit/index.js';

/** An account for somebody whom the provider let in and nobody had invited: a member, without a password. */
export async function addNewcomer(
  tx: Tx,
  { email, name, seat }: Pick<User, 'email' | 'seat'> & { name: string | null },
): Promise<User> {
  const agent: User = {
    id: newId('user'),
    email,
    name: agentName((name?.trim() || email.split('@')[0] || email).slice(0, 120)),
    role: 'MEMBER',
    seat,
    state: 'ACTIVE',
    passwordHash: null,
    locale: null,
    timeZone: null,
    avatarUrl: null,
    meetingUrl: null,
    availability: 'AVAILABLE',
    preferences: {},
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await insertAgent(tx, agent);
  await audit(tx, { action: 'AGENT_CREATED', object: agent, changes: changesOf(null, agent, ['email', 'role', 'seat']) });
  tx.emit({ type: 'agent.created', change: 'CREATED', nodeId: agent.id, inboxId: null, audience: 'agents' });
  return agent;
}

/** Somebody who was invited has come in. */
export async function letJoin(tx: Tx, invited: User): Promise<User> {
  const agent = await updateAgent(tx, invited, { state: 'ACTIVE' });
  await audit(tx, { action: 'AGENT_JOINED', object: agent });
  tx.emit({ type: 'agent.updated', change: 'UPDATED', nodeId: agent.id, inboxId: null, audience: 'agents' });
  return agent;
}
