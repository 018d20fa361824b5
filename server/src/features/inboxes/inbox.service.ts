import { Injectable } from '@nestjs/common';
import { canInInbox, type InboxRole, isAdmin, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { lockWorkspace, WorkspaceService } from '../workspace/index.js';
import { INBOX_LIMIT, inboxName } from './inbox-rules.js';
import type { InboxMember } from './inbox-member.entity.js';
import type { Inbox } from './inbox.entity.js';
import {
  countInboxes,
  findInbox,
  findInboxByName,
  insertInbox,
  listInboxes,
  membersOf,
  replaceMembers,
  updateInbox,
} from './inbox.repository.js';

/** An agent and what he may do in the inbox. */
export interface MemberInput {
  agentId: string;
  role: InboxRole;
}
export interface InboxSave {
  id?: string | null;
  name?: string | null;
  audience?: Inbox['audience'] | null;
  members?: MemberInput[] | null;
  expectedVersion?: number | null;
}

/** What admins do with inboxes. */
@Injectable()
export class InboxService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workspace: WorkspaceService,
  ) {}

  /** Those that the asker may see, by name (S6). */
  list(ctx: Ctx): Promise<Inbox[]> {
    return listInboxes(this.uow.reader, visibleInboxes(ctx.principal));
  }

  /** Creates an inbox, or updates the one with this id; a repeat changes nothing and answers the same. */
  async save(ctx: Ctx, input: InboxSave): Promise<Inbox> {
    return this.uow.run(ctx, (tx) => this.saveIn(tx, input));
  }

  /** `save` as a part of a larger unit, such as the first run. */
  async saveIn(tx: Tx, input: InboxSave): Promise<Inbox> {
    // One at a time: names, the limit and which one is the default are rules about all inboxes together.
    await lockWorkspace(tx);
    const current = input.id ? await findInbox(tx, input.id) : null;
    return current ? this.update(tx, current, input) : this.create(tx, input);
  }

  private async create(tx: Tx, input: InboxSave): Promise<Inbox> {
    this.requireManage(tx.ctx, null);
    if (input.expectedVersion != null) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['id'] });
    if (input.id && !isId('inbox', input.id))
      throw new DomainError('INVALID', 'An id of a new inbox is inb_ and a UUIDv7 without dashes.', { path: ['id'] });
    const { name, nameKey } = inboxName(input.name);
    await this.requireFreeName(tx, nameKey, null);
    const count = await countInboxes(tx);
    if (count >= INBOX_LIMIT)
      throw new DomainError('LIMIT', `There are ${INBOX_LIMIT} inboxes, which is the limit. Delete or reuse one first.`);
    const inbox: Inbox = {
      id: input.id ?? newId('inbox'),
      name,
      nameKey,
      audience: input.audience ?? 'EVERYONE',
      isDefault: count === 0,
      createdAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    };
    await insertInbox(tx, inbox);
    await this.setMembers(tx, inbox.id, input.members ?? []);
    tx.emit({ type: 'inbox.created', change: 'CREATED', nodeId: inbox.id, inboxId: null, audience: 'agents' });
    if (count === 0) await this.workspace.advanceSetup(tx, 'channel');
    return inbox;
  }

  private async update(tx: Tx, current: Inbox, input: InboxSave): Promise<Inbox> {
    this.requireManage(tx.ctx, current.id);
    if (input.expectedVersion != null && input.expectedVersion !== current.version) throw conflict(current.id);
    const patch: Partial<Inbox> = {};
    if (input.name != null) {
      const { name, nameKey } = inboxName(input.name);
      await this.requireFreeName(tx, nameKey, current.id);
      if (name !== current.name) Object.assign(patch, { name, nameKey });
    }
    if (input.audience && input.audience !== current.audience) patch.audience = input.audience;
    const rights = input.members ? await this.setMembers(tx, current.id, input.members) : false;
    if (Object.keys(patch).length === 0 && !rights) return current;
    const changed: Inbox = { ...current, ...patch, updatedAt: tx.now, version: current.version + 1 };
    if (!(await updateInbox(tx, current.id, current.version, { ...patch, updatedAt: tx.now, version: changed.version })))
      throw conflict(current.id);
    // Agents who lost or won access learn it from this event, too: it goes to all, and each sees only what he may.
    const data = { accessChanged: rights || patch.audience !== undefined };
    tx.emit({ type: 'inbox.updated', change: 'UPDATED', nodeId: current.id, inboxId: null, audience: 'agents', data });
    return changed;
  }

  /** Whether anything changed. */
  private async setMembers(tx: Tx, inboxId: string, members: readonly MemberInput[]): Promise<boolean> {
    const wanted = new Map(members.map((member) => [member.agentId, member.role]));
    const known = new Map((await membersOf(tx, [inboxId])).map((member) => [member.userId, member]));
    const same = wanted.size === known.size && [...wanted].every(([userId, role]) => known.get(userId)?.role === role);
    if (same) return false;
    const active = new Set(
      (await findAgents(tx, [...wanted.keys()])).filter(({ state }) => state === 'ACTIVE').map(({ id }) => id),
    );
    members.forEach(({ agentId }, index) => {
      if (active.has(agentId)) return;
      throw new DomainError('INVALID', 'There is no active agent with this id.', { path: ['members', String(index), 'agentId'] });
    });
    const rows: InboxMember[] = [...wanted].map(([userId, role]) => {
      const old = known.get(userId);
      return { id: old?.id ?? newId('inboxMember'), inboxId, userId, role, createdAt: old?.createdAt ?? tx.now };
    });
    await replaceMembers(tx, inboxId, rows);
    return true;
  }

  private requireManage(ctx: Ctx, inboxId: string | null): void {
    const { principal } = ctx;
    if (inboxId !== null && !canInInbox(principal, 'view', inboxId))
      throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['id'] });
    const may = inboxId === null ? canCreate(ctx) : canInInbox(principal, 'manage', inboxId);
    if (!may) throw new DomainError('FORBIDDEN', 'Only admins manage inboxes.');
  }

  private async requireFreeName(tx: Tx, nameKey: string, ownId: string | null): Promise<void> {
    const other = await findInboxByName(tx, nameKey);
    if (other && other.id !== ownId)
      throw new DomainError('INVALID', `There is an inbox called ${other.name} already. Choose another name.`, {
        path: ['name'],
      });
  }
}

function canCreate({ principal }: Ctx): boolean {
  if (principal.kind === 'integration') return principal.scopes.has('ADMIN');
  return principal.kind === 'system' || isAdmin(principal);
}

function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this inbox. Look at it again.', { currentId });
}
