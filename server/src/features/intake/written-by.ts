import { findAgentByEmail, listActiveAgents } from '../agents/index.js';
import type { ActorRef } from '../../kernel/context.js';
import type { Reader } from '../../kernel/uow.js';
import type { CheckedIdentity } from './inbound-event.js';

/**
 * Who of us wrote a message in another program: the active agent with that address, else the only one with that name, which may
 * stand before the inbox's own as in “Mia, Support”; else nobody in particular, and the account has written it.
 */
export async function writerOf(reader: Reader, writtenBy: readonly CheckedIdentity[], account: string): Promise<ActorRef> {
  for (const { value } of writtenBy.slice(0, 5)) {
    const agent = await findAgentByEmail(reader, value.toLowerCase());
    if (agent?.state === 'ACTIVE') return { kind: 'USER', id: agent.id, name: agent.name };
  }
  const names = writtenBy.flatMap(({ name }) => (name ? [plain(name)] : []));
  if (names.length > 0) {
    const agents = await listActiveAgents(reader);
    for (const name of names) {
      const named = agents.filter((agent) => name === plain(agent.name) || name.startsWith(`${plain(agent.name)}, `));
      const [only] = named;
      if (only && named.length === 1) return { kind: 'USER', id: only.id, name: only.name };
    }
  }
  return { kind: 'SYSTEM', id: null, name: account };
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
