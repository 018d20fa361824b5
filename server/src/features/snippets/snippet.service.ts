import { Injectable } from '@nestjs/common';
import { canInInbox, type Principal } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { nameOf } from '../../kernel/names.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findInbox } from '../inboxes/index.js';
import { HtmlSanitizer, Upload } from '../messages/index.js';
import { ownerOf, UPLOAD_KEPT_MS } from '../replies/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { checkText, mayChange, maySee, shortcutOf } from './snippet-rules.js';
import { filesOfSnippets, removeFiles, setFiles } from './snippet-files.js';
import type { Snippet } from './snippet.entity.js';
import {
  clashing,
  countSnippets,
  deleteSnippet,
  findSnippet,
  insertSnippet,
  listSnippets,
  updateSnippet,
} from './snippet.repository.js';

export interface SnippetSave {
  id: string;
  name?: string | null;
  shortcut?: string | null;
  shared?: boolean | null;
  inboxId?: string | null;
  text?: string | null;
  html?: string | null;
  fileIds?: string[] | null;
  expectedVersion?: number | null;
}

export interface SnippetAttach {
  snippetId: string;
  fileId: string;
  /** Of the upload. */
  id: string;
}

/** How many are shared, and how many one person keeps. */
const LIMIT = 500;

/** Texts to insert while writing (S63, D38). */
@Injectable()
export class SnippetService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sanitizer: HtmlSanitizer,
  ) {}

  /** Those that who asks is offered, by name. */
  async list({ principal }: Ctx): Promise<Snippet[]> {
    const all = await listSnippets(this.uow.reader, ownKey(principal), 2 * LIMIT);
    return all.filter((snippet) => maySee(principal, snippet));
  }

  async find({ principal }: Ctx, id: string): Promise<Snippet | null> {
    const snippet = await findSnippet(this.uow.reader, id);
    return snippet && maySee(principal, snippet) ? snippet : null;
  }

  /** Saves one under a client-made id; the same again answers the same. */
  async save(ctx: Ctx, input: SnippetSave): Promise<Snippet> {
    const userId = userIdOf(ctx.principal);
    if (!isId('snippet', input.id))
      throw new DomainError('INVALID', 'An id of a snippet is snp_ and a UUIDv7 without dashes.', { path: ['id'] });
    const html = input.html ? (await this.sanitizer.clean(input.html, { mode: 'send' })).html : null;
    return this.uow.run(ctx, async (tx) => {
      // One at a time: names, shortcuts and the limit are rules about all of a scope together.
      await lockWorkspace(tx);
      const current = await findSnippet(tx, input.id);
      if (current && !maySee(ctx.principal, current))
        throw new DomainError('CONFLICT', 'This id is taken. Choose another.', { path: ['id'] });
      if (!current && input.expectedVersion != null) throw gone();
      const before = current ?? fresh(tx, input.id, userId, input.shared ?? false);
      const after = await this.changed(tx, before, { ...input, html });
      const files = input.fileIds ?? null;
      const known = current ? [current, after] : [after];
      const unchanged = current !== null && same(current, after) && (await hasFiles(tx, current.id, files));
      if (unchanged) return current;
      if (!known.every((state) => mayChange(ctx.principal, state))) throw forbidden();
      if (current && input.expectedVersion != null && input.expectedVersion !== current.version) throw conflict(current.id);
      await refuseClash(tx, after);
      if (files !== null) await setFiles(tx, after.id, files);
      return current ? this.update(tx, current, after) : this.create(tx, after);
    });
  }

  async delete(ctx: Ctx, id: string, expectedVersion: number | null): Promise<string> {
    userIdOf(ctx.principal);
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const snippet = await findSnippet(tx, id);
      // One that he may not see is answered as one that is gone already: nothing tells that it is there (S6).
      if (!snippet || !maySee(ctx.principal, snippet)) return id;
      if (!mayChange(ctx.principal, snippet)) throw forbidden();
      if (expectedVersion !== null && expectedVersion !== snippet.version) throw conflict(id);
      await deleteSnippet(tx, id);
      await removeFiles(tx, id);
      tell(tx, 'DELETED', snippet);
      return id;
    });
  }

  /** Puts a file of a snippet among the uploads of whoever inserts it, under a client-made id; the same again answers the same. */
  async attach(ctx: Ctx, { snippetId, fileId, id }: SnippetAttach): Promise<Upload> {
    if (!isId('upload', id))
      throw new DomainError('INVALID', 'The id must be upl_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    return this.uow.run(ctx, async (tx) => {
      const snippet = await findSnippet(tx, snippetId);
      if (!snippet || !maySee(ctx.principal, snippet))
        throw new DomainError('NOT_FOUND', 'There is no such snippet.', { path: ['snippetId'] });
      const file = (await filesOfSnippets(tx, [snippetId])).find((each) => each.id === fileId);
      if (!file) throw new DomainError('NOT_FOUND', 'This file is no longer kept with the snippet.', { path: ['fileId'] });
      const { name, mime, bytes, hash } = file;
      const upload = { id, userId: ownerOf(ctx), name, mime, bytes, hash, secretHash: '' };
      const known = await tx.manager.findOneBy(Upload, { id });
      if (known?.userId === upload.userId && known.hash === hash) return known;
      if (known) throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
      const made: Upload = { ...upload, createdAt: tx.now, expiresAt: tx.now + UPLOAD_KEPT_MS };
      await tx.manager.insert(Upload, made);
      return made;
    });
  }

  /** The snippet as the input wants it; what it does not name stays. */
  private async changed(tx: Tx, before: Snippet, input: SnippetSave): Promise<Snippet> {
    const isNew = before.version === 0;
    const named = isNew || input.name != null ? nameOf(input.name, 'Give the snippet a name.') : {};
    const shortcut = isNew || input.shortcut != null ? shortcutOf(input.shortcut) : before.shortcut;
    const written = isNew || input.text != null ? { text: input.text ?? '', html: input.html ?? null } : {};
    const after = { ...before, ...named, ...written, shortcut };
    if (input.inboxId !== undefined) after.inboxId = input.inboxId;
    checkText(after.text, after.html);
    if (after.inboxId === null || after.inboxId === before.inboxId) return after;
    const there = canInInbox(tx.ctx.principal, 'view', after.inboxId) && (await findInbox(tx, after.inboxId));
    if (!there) throw new DomainError('INVALID', 'There is no such inbox.', { path: ['inboxId'] });
    return after;
  }

  private async create(tx: Tx, wanted: Snippet): Promise<Snippet> {
    if ((await countSnippets(tx, wanted.scopeKey)) >= LIMIT)
      throw new DomainError('LIMIT', `There are ${LIMIT} snippets, which is the limit. Delete one first.`);
    const snippet = { ...wanted, version: 1 };
    await insertSnippet(tx, snippet);
    tell(tx, 'CREATED', snippet);
    return snippet;
  }

  private async update(tx: Tx, current: Snippet, wanted: Snippet): Promise<Snippet> {
    const after = { ...wanted, updatedAt: tx.now, version: current.version + 1 };
    if (!(await updateSnippet(tx, current.id, current.version, after))) throw conflict(current.id);
    tell(tx, 'UPDATED', after, current);
    return after;
  }
}

function fresh(tx: Tx, id: string, userId: string, shared: boolean): Snippet {
  const empty = { inboxId: null, name: '', nameKey: '', shortcut: '', text: '', html: null };
  const times = { createdAt: tx.now, updatedAt: tx.now, version: 0 };
  return { id, ownerUserId: userId, scopeKey: shared ? '' : userId, ...empty, ...times };
}

/** Whether these are its files already, in this order; null asks for nothing. */
async function hasFiles(tx: Tx, snippetId: string, wanted: readonly string[] | null): Promise<boolean> {
  if (wanted === null) return true;
  return (await filesOfSnippets(tx, [snippetId])).map(({ id }) => id).join() === [...new Set(wanted)].join();
}

function same(one: Snippet, other: Snippet): boolean {
  return (['name', 'shortcut', 'text', 'html', 'inboxId'] as const).every((key) => one[key] === other[key]);
}

/** CONFLICT naming the field that another snippet of the scope has already. */
async function refuseClash(tx: Tx, wanted: Snippet): Promise<void> {
  const others = (await clashing(tx, wanted)).filter(({ id }) => id !== wanted.id);
  const [other] = others.toSorted((a, b) => Number(b.nameKey === wanted.nameKey) - Number(a.nameKey === wanted.nameKey));
  if (!other) return;
  const byName = other.nameKey === wanted.nameKey;
  // Names and shortcuts of shared ones hold everywhere; what another inbox calls its own is not told with it (S6).
  if (!maySee(tx.ctx.principal, other))
    throw new DomainError('CONFLICT', 'Another inbox has one of this name or shortcut already. Choose another one.', {
      path: [byName ? 'name' : 'shortcut'],
    });
  const message = byName
    ? `There is a snippet “${other.name}” already. Choose another name.`
    : `“${other.name}” has the shortcut /${other.shortcut} already. Choose another one.`;
  throw new DomainError('CONFLICT', message, { path: [byName ? 'name' : 'shortcut'], currentId: other.id });
}

/** Only its owner hears of one of his own, and of a shared one those who see its inbox, or saw it there before. */
function tell(tx: Tx, change: 'CREATED' | 'UPDATED' | 'DELETED', after: Snippet, before: Snippet = after): void {
  const event = { type: `snippet.${change.toLowerCase()}`, change, nodeId: after.id };
  if (after.scopeKey !== '') tx.emit({ ...event, inboxId: null, audience: `user:${after.scopeKey}` });
  else if (after.inboxId === null || before.inboxId === null) tx.emit({ ...event, inboxId: null, audience: 'agents' });
  else {
    const previousInboxId = before.inboxId === after.inboxId ? null : before.inboxId;
    tx.emit({ ...event, inboxId: after.inboxId, previousInboxId });
  }
}

function userIdOf(principal: Principal): string {
  if (principal.kind === 'user') return principal.userId;
  throw new DomainError('FORBIDDEN', 'Snippets belong to people. Use a personal token.');
}

/** A token that is nobody's sees what is shared. */
function ownKey(principal: Principal): string {
  return principal.kind === 'user' ? principal.userId : '';
}

function forbidden(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'Only admins change what is shared with all, and who manages an inbox what is shared in it.',
  );
}

function gone(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such snippet.', { path: ['id'] });
}

function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this snippet. Look at it again.', { currentId });
}
