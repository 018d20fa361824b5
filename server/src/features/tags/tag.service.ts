import { Injectable } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { nameOf } from '../../kernel/names.js';
import { grouped } from '../../kernel/rows.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { type Around, type BulkResult, type Conversation, ConversationService } from '../conversations/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { retag } from './retag.js';
import type { Tag } from './tag.entity.js';
import { deleteTags, findTagByName, findTags, insertTag, listTags, replaceTags, tagsOf, updateTag } from './tag.repository.js';

export interface TagSave {
  id?: string | null;
  name?: string | null;
  color?: Tag['color'] | null;
  expectedVersion?: number | null;
}
export interface TagInput {
  ids: string[];
  add: string[];
  remove: string[];
  expectedVersions?: number[] | null;
}

const LIMIT = 500;
const NAME_LENGTH = 40;

/** Tags, and what has them. */
@Injectable()
export class TagService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly conversations: ConversationService,
  ) {}

  list(): Promise<Tag[]> {
    return listTags(this.uow.reader);
  }

  /** One by its id. */
  async find(id: string): Promise<Tag | null> {
    return (await findTags(this.uow.reader, [id]))[0] ?? null;
  }

  /** Makes one, or changes the one with this id. */
  async save(ctx: Ctx, input: TagSave): Promise<Tag> {
    return this.uow.run(ctx, async (tx) => {
      // One at a time: names and the limit are rules about all tags together.
      await lockWorkspace(tx);
      const [current] = input.id ? await findTags(tx, [input.id]) : [];
      return current ? this.change(tx, current, input) : this.create(tx, input);
    });
  }

  /** One of several. */
  async merge(ctx: Ctx, into: string, from: readonly string[]): Promise<Tag> {
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const others = [...new Set(from)].filter((id) => id !== into);
      const found = await findTags(tx, [into, ...others]);
      const target = found.find(({ id }) => id === into);
      if (!target) throw gone('into');
      const there = found.filter(({ id }) => id !== into).map(({ id }) => id);
      if (there.length === 0) return target;
      await replaceTags(tx, there, into);
      for (const id of there) tell(tx, 'DELETED', id);
      tell(tx, 'UPDATED', into);
      return target;
    });
  }

  /** Away with it; what is away already is no failure. */
  async delete(ctx: Ctx, id: string): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const [tag] = await findTags(tx, [id]);
      if (!tag) return id;
      await deleteTags(tx, [id]);
      tell(tx, 'DELETED', id);
      return id;
    });
  }

  /** On and off; what a conversation has already, or has not, is left as it is. */
  async tag(ctx: Ctx, { ids, add, remove, expectedVersions }: TagInput, around: Around = {}): Promise<BulkResult> {
    const actor = actorOf(ctx.principal);
    const prepare = async (tx: Tx) => {
      const known = new Map((await findTags(tx, [...new Set([...add, ...remove])])).map((tag) => [tag.id, tag]));
      if (add.some((id) => !known.has(id))) throw gone('add');
      const had = grouped(ids, await tagsOf(tx, ids), ({ conversationId }) => conversationId);
      const before = new Map(ids.map((id, index) => [id, new Set((had[index] ?? []).map(({ tag }) => tag.id))]));
      return async (conversation: Conversation) => {
        const has = before.get(conversation.id) ?? new Set<string>();
        const on = add.filter((id) => !has.has(id));
        const off = remove.filter((id) => has.has(id) && !add.includes(id));
        const tags = (tagIds: string[]): Tag[] => tagIds.flatMap((id) => known.get(id) ?? []);
        return retag(tx, conversation, { on: tags(on), off: tags(off) }, actor);
      };
    };
    return this.conversations.changeEach(ctx, ids, expectedVersions ?? null, prepare, around);
  }

  private async create(tx: Tx, input: TagSave): Promise<Tag> {
    if (input.expectedVersion != null) throw gone('id');
    if (input.id && !isId('tag', input.id))
      throw new DomainError('INVALID', 'An id of a new tag is tag_ and a UUIDv7 without dashes.', { path: ['id'] });
    const { name, nameKey } = await freeName(tx, input.name, null);
    if ((await listTags(tx)).length >= LIMIT)
      throw new DomainError('LIMIT', `There are ${LIMIT} tags, which is the limit. Delete or merge some first.`);
    const id = input.id ?? newId('tag');
    const tag: Tag = { id, name, nameKey, color: input.color ?? 'GREY', createdAt: tx.now, updatedAt: tx.now, version: 1 };
    await insertTag(tx, tag);
    tell(tx, 'CREATED', id);
    return tag;
  }

  private async change(tx: Tx, tag: Tag, input: TagSave): Promise<Tag> {
    if (input.expectedVersion != null && input.expectedVersion !== tag.version) throw conflict(tag.id);
    const named = input.name == null ? null : await freeName(tx, input.name, tag.id);
    const patch = { ...(named ?? {}), ...(input.color ? { color: input.color } : {}) };
    const after = { ...tag, ...patch };
    // A repeat of what made it changes nothing, so it is nobody's right that is missing.
    if (after.name === tag.name && after.color === tag.color) return tag;
    if (!hasScope(tx.ctx.principal, ['ADMIN']))
      throw new DomainError('FORBIDDEN', 'Only admins change a tag that is there.', { path: ['id'] });
    if (!(await updateTag(tx, tag, patch))) throw conflict(tag.id);
    tell(tx, 'UPDATED', tag.id);
    return { ...after, updatedAt: tx.now, version: tag.version + 1 };
  }
}

async function freeName(
  tx: Tx,
  input: string | null | undefined,
  own: string | null,
): Promise<{ name: string; nameKey: string }> {
  const named = nameOf(input, 'Give the tag a name.');
  if ([...named.name].length > NAME_LENGTH)
    throw new DomainError('INVALID', `A tag has at most ${NAME_LENGTH} characters.`, { path: ['name'] });
  const other = await findTagByName(tx, named.nameKey);
  if (other && other.id !== own)
    throw new DomainError('CONFLICT', `There is a tag “${other.name}” already.`, { path: ['name'], currentId: other.id });
  return named;
}

/** Every agent sees every tag, whatever inboxes he works in. */
function tell(tx: Tx, change: 'CREATED' | 'UPDATED' | 'DELETED', nodeId: string): void {
  tx.emit({ type: `tag.${change.toLowerCase()}`, change, nodeId, inboxId: null, audience: 'agents' });
}

function gone(field: string): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such tag.', { path: [field] });
}

function conflict(id: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this tag. Look at it again.', { currentId: id });
}
