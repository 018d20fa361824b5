import { Injectable } from '@nestjs/common';
import { isAdmin } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { listActiveAgents, type User } from '../agents/index.js';
import { deleteUnusedContacts, emitContact } from '../contacts/index.js';
import { deleteConversations, demoConversationIds } from '../conversations/index.js';
import { dropEmptyCounts, findDefaultInbox, findInboxRole } from '../inboxes/index.js';
import { lockWorkspace, restartConversationNumbers, WorkspaceService } from '../workspace/index.js';
import { STORIES_EN } from './demo-stories-en.js';
import { STORIES_NL } from './demo-stories-nl.js';
import { type DemoStage, writeStories } from './demo-writer.js';

/** Believable conversations for a first look: put in, and taken away without a trace. */
@Injectable()
export class DemoService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workspace: WorkspaceService,
  ) {}

  /** Whether they are in. */
  async present(): Promise<boolean> {
    return (await this.workspace.find())?.demo ?? false;
  }

  /** Puts them in or takes them away, in one unit; nothing happens when it is so already. */
  async set(ctx: Ctx, present: boolean): Promise<boolean> {
    const { principal } = ctx;
    const may =
      principal.kind === 'system' || isAdmin(principal) || (principal.kind === 'integration' && principal.scopes.has('ADMIN'));
    if (!may) throw new DomainError('FORBIDDEN', 'Only admins fill the workspace with a demo.');
    return this.uow.run(ctx, (tx) => this.setIn(tx, present));
  }

  /** `set` as a part of a larger unit, such as the first run. */
  async setIn(tx: Tx, present: boolean): Promise<boolean> {
    await lockWorkspace(tx);
    const { demo } = await this.workspace.current(tx);
    if (demo === present) return present;
    await (present ? fill(tx) : clear(tx));
    await this.workspace.setDemo(tx, present);
    return present;
  }
}

async function fill(tx: Tx): Promise<void> {
  await writeStories(tx, await stageOf(tx), [...STORIES_NL, ...STORIES_EN]);
}

async function stageOf(tx: Tx): Promise<DemoStage> {
  const inbox = await findDefaultInbox(tx);
  if (!inbox) throw new DomainError('INVALID', 'Create an inbox first: the demo conversations go there.');
  const agents = await listActiveAgents(tx);
  const team: User[] = [];
  for (const agent of agents) {
    const role = await findInboxRole(tx, agent.id, inbox.id);
    if (role === 'AGENT' || role === 'MANAGER') team.push(agent);
  }
  return { inboxId: inbox.id, team, agentIds: agents.map(({ id }) => id) };
}

async function clear(tx: Tx): Promise<void> {
  const deleted = await deleteConversations(tx, await demoConversationIds(tx));
  const contactIds = new Set(deleted.flatMap(({ contactId }) => contactId ?? []));
  for (const id of await deleteUnusedContacts(tx, [...contactIds])) emitContact(tx, 'DELETED', id);
  await dropEmptyCounts(tx);
  await restartConversationNumbers(tx);
}
