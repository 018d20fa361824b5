import { Injectable, Optional } from '@nestjs/common';
import { canInInbox, isAdmin, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { nameOf } from '../../kernel/names.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { lockWorkspace, WorkspaceService } from '../workspace/index.js';
import {
  closedKeptDays,
  INBOX_LIMIT,
  reopenDays,
  type SignatureInput,
  signatureOf,
  UNDO_SECONDS,
  undoSeconds,
} from './inbox-rules.js';
import { grantsInWords, type MemberInput, setGrants, workersOf } from './inbox-grants.js';
import { enqueueReassign } from './handing-on.js';
import { InboxOptions } from './inbox-options.js';
import type { Inbox } from './inbox.entity.js';
import { countInboxes, findInboxByName, findInboxes, insertInbox, listInboxes, updateInbox } from './inbox.repository.js';

export interface InboxSave {
  id?: string | null;
  name?: string | null;
  audience?: Inbox['audience'] | null;
  signature?: SignatureInput | null;
  undoSeconds?: number | null;
  reopenDays?: number | null;
  joinBySubject?: boolean | null;
  closedKeptDays?: number | null;
  members?: MemberInput[] | null;
  /** What those who no longer work in it have open there goes to this member, or to nobody (S84). */
  reassign?: { toId?: string | null } | null;
  expectedVersion?: number | null;
}

/** Settings whose change is kept in the audit log with what they were. */
const AUDITED = ['name', 'signatureText', 'undoSeconds', 'reopenDays', 'joinBySubject', 'closedKeptDays'] as const;

/** What admins do with inboxes. */
@Injectable()
export class InboxService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workspace: WorkspaceService,
    @Optional() private readonly options: InboxOptions = { limit: INBOX_LIMIT },
  ) {}

  /** How many there may be (S71). */
  get limit(): number {
    return this.options.limit;
  }

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
    const [current] = input.id ? await findInboxes(tx, [input.id]) : [];
    if (current?.deletedAt) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['id'] });
    return current ? this.update(tx, current, input) : this.create(tx, input);
  }

  private async create(tx: Tx, input: InboxSave): Promise<Inbox> {
    this.requireManage(tx.ctx, null);
    if (input.expectedVersion != null) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['id'] });
    if (input.id && !isId('inbox', input.id))
      throw new DomainError('INVALID', 'An id of a new inbox is inb_ and a UUIDv7 without dashes.', { path: ['id'] });
    const { name, nameKey } = nameOf(input.name, 'Give the inbox a name.');
    await this.requireFreeName(tx, nameKey, null);
    const count = await countInboxes(tx);
    if (count >= this.limit)
      throw new DomainError('LIMIT', `There are ${this.limit} inboxes, which is the limit. Delete or reuse one first.`);
    const inbox: Inbox = {
      id: input.id ?? newId('inbox'),
      name,
      nameKey,
      audience: input.audience ?? 'EVERYONE',
      isDefault: count === 0,
      ...signatureOf(input.signature ?? { text: '' }),
      undoSeconds: undoSeconds(input.undoSeconds ?? UNDO_SECONDS),
      reopenDays: reopenDays(input.reopenDays ?? 0),
      joinBySubject: input.joinBySubject ?? false,
      closedKeptDays: closedKeptDays(input.closedKeptDays ?? 0),
      deletedAt: null,
      deletion: null,
      createdAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    };
    await insertInbox(tx, inbox);
    await setGrants(tx, inbox.id, input.members ?? []);
    const grants = changesOf({ members: [] }, { members: await grantsInWords(tx, inbox.id) }, ['members']);
    await audit(tx, { action: 'INBOX_CREATED', object: inbox, changes: [...changesOf(null, inbox, ['audience']), ...grants] });
    tx.emit({ type: 'inbox.created', change: 'CREATED', nodeId: inbox.id, inboxId: null, audience: 'agents' });
    if (count === 0) await this.workspace.advanceSetup(tx, 'channel');
    return inbox;
  }

  private async update(tx: Tx, current: Inbox, input: InboxSave): Promise<Inbox> {
    this.requireManage(tx.ctx, current.id);
    if (input.expectedVersion != null && input.expectedVersion !== current.version) throw conflict(current.id);
    const patch: Partial<Inbox> = {};
    if (input.name != null) {
      const { name, nameKey } = nameOf(input.name, 'Give the inbox a name.');
      await this.requireFreeName(tx, nameKey, current.id);
      if (name !== current.name) Object.assign(patch, { name, nameKey });
    }
    Object.assign(patch, mailPatch(current, input));
    if (input.audience && input.audience !== current.audience) patch.audience = input.audience;
    const before = await grantsInWords(tx, current.id);
    const worked = input.reassign ? await workersOf(tx, current) : [];
    const rights = input.members ? await setGrants(tx, current.id, input.members) : false;
    if (Object.keys(patch).length === 0 && !rights) return current;
    const changed: Inbox = { ...current, ...patch, updatedAt: tx.now, version: current.version + 1 };
    if (!(await updateInbox(tx, current.id, current.version, { ...patch, updatedAt: tx.now, version: changed.version })))
      throw conflict(current.id);
    await this.auditUpdate(tx, current, changed, before);
    if (input.reassign) await handOn(tx, changed, worked, input.reassign.toId ?? null);
    // Agents who lost or won access learn it from this event, too: it goes to all, and each sees only what he may.
    const data = { accessChanged: rights || patch.audience !== undefined };
    tx.emit({ type: 'inbox.updated', change: 'UPDATED', nodeId: current.id, inboxId: null, audience: 'agents', data });
    return changed;
  }

  private async auditUpdate(tx: Tx, current: Inbox, changed: Inbox, grantsBefore: readonly string[]): Promise<void> {
    const settings = changesOf(current, changed, [...AUDITED]);
    const members = [
      ...changesOf(current, changed, ['audience']),
      ...changesOf({ members: grantsBefore }, { members: await grantsInWords(tx, current.id) }, ['members']),
    ];
    if (settings.length > 0) await audit(tx, { action: 'INBOX_UPDATED', object: changed, changes: settings });
    if (members.length > 0) await audit(tx, { action: 'INBOX_MEMBERS_CHANGED', object: changed, changes: members });
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

/** What is open of those who lost the inbox goes to a member of it, or back to nobody. */
async function handOn(tx: Tx, inbox: Inbox, worked: readonly string[], toId: string | null): Promise<void> {
  const works = await workersOf(tx, inbox);
  if (toId !== null && !works.includes(toId))
    throw new DomainError('INVALID', 'Choose somebody who works in this inbox.', { path: ['reassign', 'toId'] });
  for (const fromId of worked) if (!works.includes(fromId)) enqueueReassign(tx, { fromId, toId, inboxId: inbox.id });
}

/** What has changed of how mail is sent and joined. */
function mailPatch(current: Inbox, input: InboxSave): Partial<Inbox> {
  const wanted: Partial<Inbox> = {
    ...(input.undoSeconds == null ? {} : { undoSeconds: undoSeconds(input.undoSeconds) }),
    ...(input.reopenDays == null ? {} : { reopenDays: reopenDays(input.reopenDays) }),
    ...(input.joinBySubject == null ? {} : { joinBySubject: input.joinBySubject }),
    ...(input.closedKeptDays == null ? {} : { closedKeptDays: closedKeptDays(input.closedKeptDays) }),
    ...(input.signature ? signatureOf(input.signature) : {}),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => current[key as keyof Inbox] !== value));
}

function canCreate({ principal }: Ctx): boolean {
  if (principal.kind === 'integration') return principal.scopes.has('ADMIN');
  return principal.kind === 'system' || isAdmin(principal);
}

function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this inbox. Look at it again.', { currentId });
}
