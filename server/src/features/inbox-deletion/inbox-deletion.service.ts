import { Injectable } from '@nestjs/common';
import { canInInbox, hasScope, isAdmin } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import {
  attachChannel,
  type Channel,
  changeChannelState,
  channelsOfInboxes,
  disconnectedChannels,
  findChannel,
  PluginGateway,
} from '../channels/index.js';
import { findDefaultInbox, findInbox, type Inbox, listDeletions, updateInbox } from '../inboxes/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { DELETE_INBOX } from './inbox-deletion.job.js';

export interface InboxDelete {
  id: string;
  name: string;
  conversations: 'MOVE' | 'TRASH';
  moveToId?: string | null;
  expectedVersion?: number | null;
}
/** How far the deletion of an inbox is. */
export interface Progress {
  id: string;
  name: string;
  total: number;
  done: number;
}

/** Deleting inboxes, which one is the default, and where channels go that have lost theirs. */
@Injectable()
export class InboxDeletionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
  ) {}

  async progress(): Promise<Progress[]> {
    return (await listDeletions(this.uow.reader)).map(progressOf);
  }

  /** Gone at once for everybody; its conversations follow in a job, its channels wait to be attached elsewhere. */
  async delete(ctx: Ctx, input: InboxDelete): Promise<Progress> {
    requireAdmin(ctx);
    const deleted = await this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const inbox = await this.deletable(tx, input);
      const target = await targetOf(tx, input);
      const [row] = await tx.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM conversation WHERE inbox_id = ?', [
        inbox.id,
      ]);
      const deletion = {
        mode: input.conversations,
        moveToId: target?.id ?? null,
        moveTo: target?.name ?? null,
        total: Number(row?.n ?? 0),
        done: 0,
        actor: actorOf(ctx.principal),
      };
      const patch = { deletedAt: tx.now, nameKey: inbox.id, deletion, updatedAt: tx.now, version: inbox.version + 1 };
      if (!(await updateInbox(tx, inbox.id, inbox.version, patch))) throw conflict(inbox);
      for (const channel of await channelsOfInboxes(tx, [inbox.id]))
        await changeChannelState(tx, channel.id, { active: false, state: 'DISCONNECTED', stateMessage: null });
      const changes = [
        { field: 'conversations', before: deletion.total, after: input.conversations },
        ...(target ? [{ field: 'inbox', before: inbox.name, after: target.name }] : []),
      ];
      await audit(tx, { action: 'INBOX_DELETED', object: inbox, changes });
      tx.emit({ type: 'inbox.deleted', change: 'DELETED', nodeId: inbox.id, inboxId: null, audience: 'agents' });
      tx.enqueue({ name: DELETE_INBOX, payload: { inboxId: inbox.id }, key: `${DELETE_INBOX}:${inbox.id}` });
      return { ...inbox, ...patch };
    });
    this.gateway.changed();
    return progressOf(deleted);
  }

  async setDefault(ctx: Ctx, id: string): Promise<Inbox> {
    requireAdmin(ctx);
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const inbox = await findInbox(tx, id);
      if (!inbox) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['id'] });
      if (inbox.isDefault) return inbox;
      const before = await findDefaultInbox(tx);
      await tx.execute('UPDATE inbox SET is_default = ? WHERE is_default = ?', [false, true]);
      await updateInbox(tx, id, inbox.version, { isDefault: true, updatedAt: tx.now, version: inbox.version + 1 });
      const changes = [{ field: 'default', before: before?.name ?? null, after: inbox.name }];
      await audit(tx, { action: 'INBOX_DEFAULT_CHANGED', object: inbox, changes });
      const data = { accessChanged: false };
      for (const nodeId of new Set([id, before?.id ?? id]))
        tx.emit({ type: 'inbox.updated', change: 'UPDATED', nodeId, inboxId: null, audience: 'agents', data });
      return { ...inbox, isDefault: true, version: inbox.version + 1 };
    });
  }

  disconnected(): Promise<Channel[]> {
    return disconnectedChannels(this.uow.reader);
  }

  /** A channel that has lost its inbox goes on in another one. */
  async attach(ctx: Ctx, id: string, inboxId: string): Promise<Channel | null> {
    requireAdmin(ctx);
    const attached = await this.uow.run(ctx, async (tx) => {
      const channel = await findChannel(tx, id);
      if (!channel) throw new DomainError('NOT_FOUND', 'There is no such channel.', { path: ['id'] });
      const inbox = await findInbox(tx, inboxId);
      if (!inbox) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxId'] });
      if (channel.inboxId === inboxId && channel.state !== 'DISCONNECTED') return channel;
      if (channel.state !== 'DISCONNECTED')
        throw new DomainError('INVALID', 'This channel has an inbox already.', { path: ['id'] });
      await attachChannel(tx, channel, inboxId);
      const changes = [{ field: 'inbox', before: null, after: inbox.name }];
      await audit(tx, { action: 'CHANNEL_ATTACHED', object: channel, changes });
      return findChannel(tx, id);
    });
    this.gateway.changed();
    return attached;
  }

  private async deletable(tx: Tx, input: InboxDelete): Promise<Inbox> {
    const inbox = await findInbox(tx, input.id);
    if (!inbox || !canInInbox(tx.ctx.principal, 'view', inbox.id))
      throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['id'] });
    if (input.expectedVersion != null && input.expectedVersion !== inbox.version) throw conflict(inbox);
    if (inbox.isDefault)
      throw new DomainError('INVALID', 'This is the default inbox. Make another one the default first.', { path: ['id'] });
    if (input.name !== inbox.name) throw new DomainError('INVALID', `Type ${inbox.name} to the letter.`, { path: ['name'] });
    return inbox;
  }
}

async function targetOf(tx: Tx, { id, conversations, moveToId }: InboxDelete): Promise<Inbox | null> {
  if (conversations === 'TRASH') return null;
  const target = moveToId && moveToId !== id ? await findInbox(tx, moveToId) : null;
  if (target) return target;
  throw new DomainError('INVALID', 'Choose the inbox that the conversations go to.', { path: ['moveToId'] });
}

function progressOf({ id, name, deletion }: Pick<Inbox, 'id' | 'name' | 'deletion'>): Progress {
  return { id, name, total: deletion?.total ?? 0, done: Math.min(deletion?.done ?? 0, deletion?.total ?? 0) };
}

function requireAdmin({ principal }: Ctx): void {
  const may = principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN']);
  if (!may) throw new DomainError('FORBIDDEN', 'Only admins do this.');
}

function conflict({ id }: Inbox): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this inbox. Look at it again.', { currentId: id });
}
