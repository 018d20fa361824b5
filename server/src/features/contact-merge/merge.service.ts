import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import {
  type Contact,
  type ContactMerge,
  emitContact,
  findContacts,
  identitiesOf,
  keepChanges,
  linesOf,
  requireWrite,
  updateContact,
} from '../contacts/index.js';
import { indexContacts } from '../list-index/index.js';
import { reindex } from '../search-index/index.js';
import { merged, parted, UNDO_MS, verifiedDiffer } from './merge-rules.js';
import {
  begunSince,
  findMerge,
  giveConversations,
  giveTies,
  insertMerge,
  markUndone,
  mergesInto,
  moveTies,
  weightOf,
} from './merge.repository.js';

export interface MergeInput {
  id: string;
  winnerId: string;
  loserId: string;
  name?: string | null;
  takeFields?: string[] | null;
  sure: boolean;
}

export interface MergePreview {
  winner: Contact;
  loser: Contact;
  verifiedDiffer: boolean;
  conversations: number;
  records: number;
}

/** Two contacts become one, and are parted again (G14 72). */
@Injectable()
export class MergeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What merging would do; null when one of the two is not there. */
  async preview(winnerId: string, loserId: string): Promise<MergePreview | null> {
    const { reader } = this.uow;
    const found = new Map((await findContacts(reader, [winnerId, loserId])).map((contact) => [contact.id, contact]));
    const [winner, loser] = [found.get(winnerId), found.get(loserId)];
    if (!winner || !loser || winner === loser || winner.deletedAt !== null || loser.deletedAt !== null) return null;
    const identities = await identitiesOf(reader, [winnerId, loserId]);
    const of = (id: string) => identities.filter(({ contactId }) => contactId === id);
    return { winner, loser, verifiedDiffer: verifiedDiffer(of(winnerId), of(loserId)), ...(await weightOf(reader, loserId)) };
  }

  /** Everything of the loser hangs on the winner then; a repeat answers with the first result. */
  async merge(ctx: Ctx, input: MergeInput): Promise<{ merge: ContactMerge; contact: Contact }> {
    requireWrite(ctx);
    if (!isId('contactMerge', input.id))
      throw new DomainError('INVALID', 'Make the id as ours are made: prefix and UUIDv7.', { path: ['id'] });
    return this.uow.run(ctx, async (tx) => {
      const known = await findMerge(tx, input.id);
      if (known) return { merge: known, contact: await requireContact(tx, known.winnerId, 'winnerId') };
      return mergeFresh(tx, input);
    });
  }

  /** Gives back what came with the other, as far as it is still there, and what he began since. */
  async undo(ctx: Ctx, id: string): Promise<{ merge: ContactMerge; contact: Contact }> {
    requireWrite(ctx);
    return this.uow.run(ctx, async (tx) => {
      const merge = await findMerge(tx, id);
      if (!merge) throw new DomainError('NOT_FOUND', 'There is no such merge.', { path: ['id'] });
      if (merge.undoneAt !== null) return { merge, contact: await requireContact(tx, merge.winnerId, 'id') };
      if (merge.createdAt < tx.now - UNDO_MS)
        throw new DomainError('LIMIT', 'A merge can be undone for 30 days.', { path: ['id'] });
      return undoMerge(tx, merge);
    });
  }

  isUndoable({ undoneAt, createdAt }: ContactMerge): boolean {
    return undoneAt === null && createdAt >= this.clock.now() - UNDO_MS;
  }

  /** Of these contacts, the merges that can still be undone. */
  undoable(winnerIds: readonly string[]): Promise<ContactMerge[]> {
    return mergesInto(this.uow.reader, winnerIds, this.clock.now() - UNDO_MS);
  }
}

async function mergeFresh(tx: Tx, input: MergeInput): Promise<{ merge: ContactMerge; contact: Contact }> {
  const { winnerId, loserId } = input;
  if (winnerId === loserId) throw new DomainError('INVALID', 'Choose two contacts.', { path: ['loserId'] });
  const [winner, loser] = [await requireContact(tx, winnerId, 'winnerId'), await requireContact(tx, loserId, 'loserId')];
  const [his, others] = [await identitiesOf(tx, [winnerId]), await identitiesOf(tx, [loserId])];
  if (verifiedDiffer(his, others) && !input.sure)
    throw new DomainError(
      'CONFLICT',
      'Each is proven by a network under another address: perhaps two people. Say that you are sure.',
      {
        path: ['sure'],
        currentId: loserId,
      },
    );
  const ties = await moveTies(tx, loserId, winnerId);
  const conversations = await giveConversations(tx, loserId, winnerId, null);
  const changes = merged(winner, loser, input);
  await mustUpdate(tx, winner, changes);
  await mustUpdate(tx, loser, { deletedAt: tx.now, mergedIntoId: winnerId });
  const actor = actorOf(tx.ctx.principal);
  const merge: ContactMerge = {
    id: input.id,
    ...{ winnerId, loserId },
    before: { name: winner.name, ownerId: winner.ownerId, fields: winner.fields, version: winner.version + 1, after: changes },
    moved: { ...ties, conversations },
    ...{ byId: actor.id, byName: actor.name, undoneAt: null, createdAt: tx.now },
  };
  if (!(await insertMerge(tx, merge)))
    throw new DomainError('CONFLICT', 'It is being merged already. Look again.', { currentId: winnerId });
  await keepChanges(tx, winnerId, [{ what: 'MERGED', label: loser.name }, ...(await linesOf(tx, winner, changes))]);
  await keepChanges(tx, loserId, [{ what: 'MERGED', label: winner.name }]);
  await tellBoth(tx, winnerId, loserId, 'DELETED');
  return { merge, contact: { ...winner, ...changes, version: winner.version + 1, updatedAt: tx.now } };
}

async function undoMerge(tx: Tx, merge: ContactMerge): Promise<{ merge: ContactMerge; contact: Contact }> {
  const { winnerId, loserId, moved, before } = merge;
  const [loser] = await findContacts(tx, [loserId]);
  if (loser?.mergedIntoId !== winnerId)
    throw new DomainError('CONFLICT', 'The other contact is no longer there to be parted.', { currentId: winnerId });
  if (!(await markUndone(tx, merge.id)))
    throw new DomainError('CONFLICT', 'Somebody else has undone it. Look again.', { currentId: winnerId });
  const since = await begunSince(tx, merge);
  await giveTies(tx, moved, winnerId, loserId);
  await giveConversations(tx, winnerId, loserId, [...moved.conversations, ...since]);
  await mustUpdate(tx, loser, { deletedAt: null, mergedIntoId: null });
  const one = await requireContact(tx, winnerId, 'id');
  const back = parted(one, before);
  await mustUpdate(tx, one, back);
  const winner = { ...one, ...back, version: one.version + 1, updatedAt: tx.now };
  await keepChanges(tx, winnerId, [{ what: 'PARTED', label: loser.name }]);
  await keepChanges(tx, loserId, [{ what: 'PARTED', label: winner.name }]);
  await tellBoth(tx, winnerId, loserId, 'CREATED');
  return { merge: { ...merge, undoneAt: tx.now }, contact: winner };
}

async function tellBoth(tx: Tx, winnerId: string, loserId: string, loser: 'CREATED' | 'DELETED'): Promise<void> {
  emitContact(tx, 'UPDATED', winnerId);
  emitContact(tx, loser, loserId);
  await indexContacts(tx, [winnerId, loserId]);
  await reindex(tx, { of: 'contact', id: winnerId });
  if (loser === 'CREATED') await reindex(tx, { of: 'contact', id: loserId });
}

async function mustUpdate(tx: Tx, contact: Contact, patch: Partial<Contact>): Promise<void> {
  if (!(await updateContact(tx, contact, patch)))
    throw new DomainError('CONFLICT', 'Somebody else changed this contact. Look at it again.', { currentId: contact.id });
}

async function requireContact(tx: Tx, id: string, field: string): Promise<Contact> {
  const [contact] = await findContacts(tx, [id]);
  if (contact && contact.deletedAt === null) return contact;
  throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: [field] });
}
