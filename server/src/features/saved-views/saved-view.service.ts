import { Injectable } from '@nestjs/common';
import { isAdmin, type Principal, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { nameOf } from '../../kernel/names.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { compileFilter, type ConversationFilter, countUpToLimit } from '../conversations/index.js';
import { keptShown, type ListShown } from './list-shown.js';
import type { SavedView, SavedViewList } from './saved-view.entity.js';
import {
  countOwned,
  deleteView,
  findVisibleView,
  insertView,
  isInTeam,
  listSavedViews,
  placeViews,
  updateView,
  viewExists,
} from './saved-view.repository.js';

export interface SavedViewSave {
  id: string;
  name?: string | null;
  audience?: SavedView['audience'] | null;
  teamId?: string | null;
  list?: SavedViewList | null;
  filter?: ConversationFilter | null;
  shown?: ListShown | null;
  expectedVersion?: number | null;
}
type User = Extract<Principal, { kind: 'user' }>;

/** How many views of a list one person keeps, and how many the left bar shows. */
const OWN_LIMIT = 100;
const SHOWN_LIMIT = 200;

/** Filters that people keep under a name (D1). */
@Injectable()
export class SavedViewService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those of a list that who asks sees, in his order. */
  list({ principal }: Ctx, list: SavedViewList = 'CONVERSATIONS'): Promise<SavedView[]> {
    return listSavedViews(this.uow.reader, idOf(principal), list, SHOWN_LIMIT);
  }

  find({ principal }: Ctx, id: string): Promise<SavedView | null> {
    return findVisibleView(this.uow.reader, id, idOf(principal));
  }

  /** How many conversations who asks finds in each, up to one more than a thousand; what is in views of other lists is not counted. */
  async counts({ principal }: Ctx, views: readonly SavedView[]): Promise<number[]> {
    const viewerId = principal.kind === 'user' ? principal.userId : null;
    const counted = views.filter(({ list }) => list === 'CONVERSATIONS');
    if (counted.length === 0) return views.map(() => 0);
    const filters = counted.map(({ filter }) => filter as ConversationFilter);
    const numbers = await countUpToLimit(this.uow.reader, filters, visibleInboxes(principal), viewerId);
    const byId = new Map(counted.map(({ id }, index) => [id, numbers[index]]));
    return views.map(({ id }) => byId.get(id) ?? 0);
  }

  /** Saves a view under a client-made id; the same again answers the same. */
  async save(ctx: Ctx, input: SavedViewSave): Promise<SavedView> {
    const user = userOf(ctx);
    if (!isId('savedView', input.id))
      throw new DomainError('INVALID', 'An id of a view is svw_ and a UUIDv7 without dashes.', { path: ['id'] });
    return this.uow.run(ctx, async (tx) => {
      const current = await findVisibleView(tx, input.id, user.userId);
      const wanted = await checked(tx, user, input, current);
      if (!current) return this.create(tx, user, input, wanted);
      requireChange(user, current);
      if (input.expectedVersion != null && input.expectedVersion !== current.version) throw conflict(current.id);
      const after = { ...current, ...wanted };
      if (JSON.stringify(after) === JSON.stringify(current)) return current;
      const patch = { ...wanted, updatedAt: tx.now, version: current.version + 1 };
      if (!(await updateView(tx, current.id, current.version, patch))) throw conflict(current.id);
      tell(tx, 'UPDATED', current.id, [current, after]);
      return { ...current, ...patch };
    });
  }

  /** Deletes a view; answers the same when it is gone already. */
  async delete(ctx: Ctx, id: string, expectedVersion: number | null): Promise<string> {
    const user = userOf(ctx);
    return this.uow.run(ctx, async (tx) => {
      const view = await findVisibleView(tx, id, user.userId);
      if (!view) throw gone();
      requireChange(user, view);
      if (expectedVersion !== null && expectedVersion !== view.version) throw conflict(id);
      if (!(await deleteView(tx, id, view.version))) throw conflict(id);
      tell(tx, 'DELETED', id, [view]);
      return id;
    });
  }

  /** Puts the views of a list in order for who asks. */
  async order(ctx: Ctx, ids: readonly string[], list: SavedViewList = 'CONVERSATIONS'): Promise<SavedView[]> {
    const user = userOf(ctx);
    if (ids.length > SHOWN_LIMIT)
      throw new DomainError('LIMIT', `At most ${SHOWN_LIMIT} views are put in order.`, { path: ['ids'] });
    return this.uow.run(ctx, async (tx) => {
      await placeViews(tx, user.userId, list, ids);
      return listSavedViews(tx, user.userId, list, SHOWN_LIMIT);
    });
  }

  private async create(tx: Tx, user: User, input: SavedViewSave, wanted: Wanted): Promise<SavedView> {
    // A view that was deleted meanwhile is not made anew by who only wanted to change it; one of somebody else is not told of.
    if (input.expectedVersion != null) throw gone();
    if (await viewExists(tx, input.id)) throw new DomainError('CONFLICT', 'This id is taken. Choose another.', { path: ['id'] });
    if ((await countOwned(tx, user.userId, wanted.list)) >= OWN_LIMIT)
      throw new DomainError('LIMIT', `You keep ${OWN_LIMIT} views of this list, which is the limit. Delete one first.`);
    const times = { createdAt: tx.now, updatedAt: tx.now, version: 1 };
    const view: SavedView = { id: input.id, ownerUserId: user.userId, ...wanted, ...times };
    await insertView(tx, view);
    tell(tx, 'CREATED', view.id, [view]);
    return view;
  }
}

/** Whether somebody may rename, change and delete it: who made it, and admins if it is shared. */
export function mayChange(principal: Principal, view: SavedView): boolean {
  if (principal.kind !== 'user') return false;
  return view.ownerUserId === principal.userId || (view.audience !== 'PRIVATE' && isAdmin(principal));
}

type Wanted = Pick<SavedView, 'name' | 'audience' | 'teamId' | 'list' | 'filter'>;

/** What the view is to be, by the rules for who may share with whom. */
async function checked(tx: Tx, user: User, input: SavedViewSave, current: SavedView | null): Promise<Wanted> {
  const name = input.name == null && current ? current.name : nameOf(input.name, 'Give the view a name.').name;
  const audience = input.audience ?? current?.audience ?? 'PRIVATE';
  const teamId = audience === 'TEAM' ? (input.teamId ?? current?.teamId ?? null) : null;
  if (audience === 'TEAM' && teamId === null)
    throw new DomainError('INVALID', 'Say which team the view is for.', { path: ['teamId'] });
  const shared = audience !== current?.audience || teamId !== current.teamId;
  if (shared && audience === 'ALL' && !isAdmin(user))
    throw new DomainError('FORBIDDEN', 'Only admins make views for all. Keep it for yourself or your team.', {
      path: ['audience'],
    });
  if (shared && teamId !== null && !(await isInTeam(tx, user.userId, teamId)))
    throw new DomainError('INVALID', 'You are in no such team.', { path: ['teamId'] });
  const list = current?.list ?? input.list ?? 'CONVERSATIONS';
  return { name, audience, teamId, list, filter: contentOf(user, list, input) ?? current?.filter ?? {} };
}

/** What the view holds, in the form of its list; null when it is not given. */
function contentOf(user: User, list: SavedViewList, { filter, shown }: SavedViewSave): Record<string, unknown> | null {
  const foreign = list === 'CONVERSATIONS' ? shown && 'shown' : filter && 'filter';
  if (foreign)
    throw new DomainError('INVALID', 'A view of conversations holds a filter, any other what its list shows.', {
      path: [foreign],
    });
  if (shown) return keptShown(shown);
  return filter ? kept(filter, user) : null;
}

/** The filter without what it does not say; compiled once, so that nothing is kept that can't be asked for. */
function kept(filter: ConversationFilter, user: User): Record<string, unknown> {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const plain = JSON.parse(JSON.stringify(Object.fromEntries(given))) as Record<string, unknown>;
  try {
    compileFilter(plain, visibleInboxes(user), user.userId);
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('INVALID', 'This is no filter.', { path: ['filter'] });
  }
  if (JSON.stringify(plain).length > 20_000)
    throw new DomainError('LIMIT', 'This filter names too much to be kept.', { path: ['filter'] });
  return plain;
}

/** Only its owner hears of a private view; of one that is or was shared everybody, who then sees it or not. */
function tell(tx: Tx, change: 'CREATED' | 'UPDATED' | 'DELETED', nodeId: string, states: readonly SavedView[]): void {
  const owner = states[0]?.ownerUserId ?? '';
  const audience = states.every((view) => view.audience === 'PRIVATE') ? (`user:${owner}` as const) : 'agents';
  tx.emit({ type: `savedView.${change.toLowerCase()}`, change, nodeId, inboxId: null, audience });
}

function userOf({ principal }: Ctx): User {
  if (principal.kind === 'user') return principal;
  throw new DomainError('FORBIDDEN', 'Views belong to people. Use a personal token.');
}

function idOf(principal: Principal): string {
  return principal.kind === 'user' ? principal.userId : '';
}

function requireChange(user: User, view: SavedView): void {
  if (!mayChange(user, view)) throw new DomainError('FORBIDDEN', 'Only who made this view and admins change it.');
}

function gone(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such view.', { path: ['id'] });
}

function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this view. Look at it again.', { currentId });
}
