import { Injectable } from '@nestjs/common';
import { hasScope, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { decodeCursor, encodeCursor } from '../../kernel/keyset.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { BulkSubject, Doing, Named, Outcome } from '../bulk-changes/index.js';
import {
  binRecord,
  changeRecord,
  changesOf,
  checkLink,
  countRecords,
  type CrmRecord,
  findRecords,
  linkRecord,
  listRecords,
  type RecordFilter,
  type RecordSave,
  requireTies,
  sortValue,
} from '../records/index.js';
import type { RecordAction } from './actions.js';
import { workOff } from './work-off.js';

/** Whole lists of tickets, deals, tasks and companies, or what is found in them; as far as who asks sees them, and may change each. */
@Injectable()
export class RecordSubject implements BulkSubject<RecordFilter, RecordAction> {
  readonly kind = 'RECORDS';
  readonly audited = 'RECORDS_CHANGED';

  constructor(private readonly uow: UnitOfWork) {}

  async require(ctx: Ctx, reader: Reader, { type, toId }: RecordFilter, action: RecordAction): Promise<void> {
    requireWrite(ctx);
    if (toId) await requireTies(ctx, reader, [toId], ['filter', 'toId']);
    if ('linkToId' in action) {
      checkLink(action.linkToId, 'linkToId');
      await requireTies(ctx, reader, [action.linkToId], ['action', 'linkToId']);
    } else if (!('deleted' in action || 'unlinkFromId' in action)) changesOf(type, savingOf('', action));
  }

  count({ principal }: Ctx, reader: Reader, filter: RecordFilter, limit: number): Promise<number> {
    return countRecords(reader, { filter, visible: visibleInboxes(principal), limit });
  }

  async page(
    { principal }: Ctx,
    reader: Reader,
    filter: RecordFilter,
    { after, first }: { after: string | null; first: number },
  ) {
    const from = after === null ? null : decodeCursor(after, this.kind);
    const visible = visibleInboxes(principal);
    const records = await listRecords(reader, { filter, visible, newest: true, after: from, limit: first });
    const last = records.at(-1);
    const place = last ? encodeCursor({ value: sortValue(filter, last), id: last.id }, this.kind) : after;
    return { nodes: records.map(nameOf), place };
  }

  async named(ctx: Ctx, reader: Reader, ids: readonly string[]): Promise<Named[]> {
    return (await findRecords(reader, ids, visibleInboxes(ctx.principal))).map(nameOf);
  }

  async run(
    ctx: Ctx,
    doings: readonly Doing<RecordAction>[],
    settle: (tx: Tx, outcome: Outcome<RecordAction>) => Promise<void>,
  ): Promise<void> {
    requireWrite(ctx);
    const ids = doings.map(({ id }) => id);
    await this.uow.run(ctx, async (tx) => {
      const before = await findRecords(tx, ids, visibleInboxes(ctx.principal));
      await settle(tx, await workOff(tx, doings, { before, work, backOf }));
    });
  }
}

function work(tx: Tx, { id, action, version: expectedVersion }: Doing<RecordAction>): Promise<CrmRecord> {
  if ('deleted' in action) return binRecord(tx, { id, restore: !action.deleted, expectedVersion });
  if ('linkToId' in action) return linkRecord(tx, { id, toId: action.linkToId, expectedVersion });
  if ('unlinkFromId' in action) return linkRecord(tx, { id, toId: action.unlinkFromId, remove: true, expectedVersion });
  return changeRecord(tx, { ...savingOf(id, action), expectedVersion });
}

function savingOf(id: string, action: RecordAction): RecordSave {
  if ('own' in action) return { id, ownerId: action.own.ownerId ?? null };
  if ('prioritise' in action) return { id, priority: action.prioritise.priority ?? null };
  return { id, ...action };
}

function backOf(action: RecordAction, { ownerId, stageId, priority, doneAt }: CrmRecord): RecordAction {
  if ('deleted' in action) return { deleted: !action.deleted };
  if ('linkToId' in action) return { unlinkFromId: action.linkToId };
  if ('unlinkFromId' in action) return { linkToId: action.unlinkFromId };
  if ('own' in action) return { own: { ownerId } };
  if ('stageId' in action) return { stageId: stageId ?? '' };
  return 'prioritise' in action ? { prioritise: { priority } } : { done: doneAt !== null };
}

function requireWrite(ctx: Ctx): void {
  if (!hasScope(ctx.principal, ['CONTACTS_WRITE'])) throw new DomainError('FORBIDDEN', 'You may not change records.');
}

const nameOf = ({ id, title, number }: CrmRecord): Named => ({ id, number, name: title });
