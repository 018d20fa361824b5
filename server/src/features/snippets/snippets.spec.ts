import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { Inbox } from '../inboxes/index.js';
import { HtmlSanitizer, Upload } from '../messages/index.js';
import { WIPE_FILES } from '../trash/index.js';
import { filesOfSnippets } from './snippet-files.js';
import { type SnippetSave, SnippetService } from './snippet.service.js';

let db: TestDatabase;
let snippets: SnippetService;
let [owner, manager, anna]: Ctx[] = [];
let [open, closed]: Inbox[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  const world = await World.make(db);
  snippets = new SnippetService(db.uow, new HtmlSanitizer());
  const people = [await world.agent('Olivia', 'OWNER'), await world.agent('Mia'), await world.agent('Anna')];
  const members = [{ agentId: people[1]!.id, role: 'MANAGER' as const }];
  closed = await world.inboxes.save(testCtx(), { name: 'Closed', audience: 'MEMBERS', members });
  open = await world.inboxes.save(testCtx(), { name: 'Open', audience: 'EVERYONE' });
  [owner, manager, anna] = [await world.as(people[0]!), await world.as(people[1]!), await world.as(people[2]!)];
});
afterAll(() => db.close());

const of = (more: Partial<SnippetSave>): SnippetSave => {
  const id = newId('snippet');
  return { id, name: `Snippet ${id}`, shortcut: id.slice(4), text: 'Hello {contact.first_name|there}', ...more };
};
const names = async (ctx: Ctx): Promise<string[]> => (await snippets.list(ctx)).map(({ name }) => name);

describe('Snippets (S63, D38)', () => {
  it('are one’s own, for all, or of an inbox: each sees his own and what is shared with him (S6)', async () => {
    await snippets.save(anna!, of({ name: 'Mine' }));
    await snippets.save(owner!, of({ name: 'For all', shared: true }));
    await snippets.save(manager!, of({ name: 'Of the closed one', shared: true, inboxId: closed!.id }));
    expect(await names(anna!)).toEqual(['For all', 'Mine']);
    expect(await names(manager!)).toEqual(['For all', 'Of the closed one']);
    const [mine] = (await snippets.list(anna!)).filter(({ name }) => name === 'Mine');
    expect(await snippets.find(manager!, mine!.id)).toBeNull();
  });

  it('that are shared are changed by admins and who manages the inbox', async () => {
    await expect(snippets.save(anna!, of({ shared: true }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(snippets.save(anna!, of({ shared: true, inboxId: open!.id }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(snippets.save(anna!, of({ inboxId: closed!.id }))).rejects.toMatchObject({ detail: { path: ['inboxId'] } });
    const made = await snippets.save(manager!, of({ shared: true, inboxId: closed!.id }));
    // Out of the inbox it would be for all, which is more than he may say.
    await expect(snippets.save(manager!, { id: made.id, inboxId: null })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await snippets.save(owner!, { id: made.id, inboxId: null })).toMatchObject({ inboxId: null, version: 2 });
    await expect(snippets.delete(manager!, made.id, null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await snippets.delete(owner!, made.id, 2)).toBe(made.id);
    expect(await snippets.delete(owner!, made.id, 2)).toBe(made.id);
  });

  it('are made once however often they are saved, and refuse what was changed meanwhile', async () => {
    const input = of({ name: 'Twice', shortcut: '/Twice' });
    const [one, two] = [await snippets.save(anna!, input), await snippets.save(anna!, input)];
    expect(two).toEqual(one);
    expect(one).toMatchObject({ shortcut: 'twice', version: 1 });
    await snippets.save(anna!, { id: one.id, text: 'Bye' });
    await expect(snippets.save(anna!, { id: one.id, text: 'No', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
      detail: { currentId: one.id },
    });
    await expect(snippets.save(owner!, { ...input, name: 'Other' })).rejects.toMatchObject({ detail: { path: ['id'] } });
  });

  it('with a name or a shortcut that is taken are refused with the field; somebody else’s own take none', async () => {
    const taken = await snippets.save(anna!, of({ name: 'Opening hours', shortcut: 'hours' }));
    const clash = (input: Partial<SnippetSave>) => snippets.save(anna!, of(input));
    const detail = (field: string) => ({ code: 'CONFLICT', detail: { path: [field], currentId: taken.id } });
    await expect(clash({ name: ' opening  HOURS ' })).rejects.toMatchObject(detail('name'));
    await expect(clash({ shortcut: '#Hours' })).rejects.toMatchObject(detail('shortcut'));
    await snippets.save(manager!, of({ name: 'Opening hours', shortcut: 'hours' }));
  });

  it('keep only HTML that harms nobody, and only placeholders that somebody fills', async () => {
    const html = '<p onclick="x()">Dear <b>{contact.name|customer}</b><script>x()</script></p>';
    const made = await snippets.save(anna!, of({ text: 'Dear {contact.name|customer}', html }));
    expect(made.html).toBe('<p>Dear <b>{contact.name|customer}</b></p>');
    const wrong = async (input: Partial<SnippetSave>, field: string, word: string) => {
      const refused = expect(snippets.save(anna!, of(input))).rejects;
      await refused.toMatchObject({ code: 'INVALID', message: expect.stringContaining(word), detail: { path: [field] } });
    };
    await wrong({ text: 'Dear {contact.shoe_size}' }, 'text', '{contact.shoe_size}');
    await wrong({ text: ' ' }, 'text', 'Write');
    await wrong({ shortcut: 'two words' }, 'shortcut', 'letters');
    await wrong({ name: '' }, 'name', 'name');
  });
});

describe('Files of snippets (S63)', () => {
  const upload = async ({ principal }: Ctx, part: Partial<Upload> = {}): Promise<string> => {
    const id = newId('upload');
    const userId = principal.kind === 'user' ? principal.userId : '';
    const file = { id, userId, name: 'Prices.pdf', mime: 'application/pdf', bytes: 9, hash: `hash-${id}`, secretHash: 'x' };
    await db.uow.run(testCtx(), (tx) => tx.manager.insert(Upload, { ...file, createdAt: tx.now, expiresAt: 9e15, ...part }));
    return id;
  };
  const filesOf = async (id: string): Promise<string[]> => (await filesOfSnippets(db.uow.reader, [id])).map((file) => file.id);
  const wiped = async (): Promise<string> => {
    const rows = await db.uow.reader.query<{ payload: string }>('SELECT payload FROM job WHERE name = ?', [WIPE_FILES]);
    return JSON.stringify(rows);
  };
  const uploads = (id: string): Promise<Upload | null> => db.uow.reader.manager.findOneBy(Upload, { id });

  it('are kept in their order, belong to it from then on, and are wiped when they go', async () => {
    const [one, two] = [await upload(manager!), await upload(manager!)];
    const input = of({ shared: true, inboxId: closed!.id, fileIds: [two, one] });
    const made = await snippets.save(manager!, input);
    expect(await filesOf(made.id)).toEqual([two, one]);
    expect(await uploads(one)).toBeNull();
    // The same save again, as after an answer that was lost; and one that says nothing of files.
    expect(await snippets.save(manager!, input)).toEqual(made);
    await snippets.save(manager!, { id: made.id, text: 'Other words' });
    expect(await filesOf(made.id)).toEqual([two, one]);
    const after = await snippets.save(manager!, { id: made.id, fileIds: [one] });
    expect(after.version).toBe(3);
    expect(await wiped()).toContain(`hash-${two}`);
    expect(await wiped()).not.toContain(`hash-${one}`);
    await snippets.delete(manager!, made.id, null);
    expect(await filesOf(made.id)).toEqual([]);
    expect(await wiped()).toContain(`hash-${one}`);
  });

  it('come from uploads of one’s own that have arrived, at most ten and 20 MB, and only for who may change it', async () => {
    const at = { detail: { path: ['fileIds'] } };
    const save = async (part: Partial<Upload>, by = manager!) =>
      snippets.save(manager!, of({ shared: true, inboxId: closed!.id, fileIds: [await upload(by, part)] }));
    await expect(save({}, anna!)).rejects.toMatchObject({ code: 'NOT_FOUND', ...at });
    await expect(save({ hash: null })).rejects.toMatchObject({ code: 'INVALID', ...at });
    await expect(save({ bytes: 21 * 1024 * 1024 })).rejects.toMatchObject({ code: 'LIMIT', ...at });
    const many: string[] = [];
    for (let n = 0; n < 11; n += 1) many.push(await upload(anna!));
    await expect(snippets.save(anna!, of({ fileIds: many }))).rejects.toMatchObject({ code: 'LIMIT', ...at });
    const shared = await snippets.save(owner!, of({ shared: true }));
    const his = await upload(anna!);
    await expect(snippets.save(anna!, { id: shared.id, fileIds: [his] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await uploads(his)).not.toBeNull();
  });

  it('go along as uploads of whoever inserts it, if he sees it', async () => {
    const fileId = await upload(manager!);
    const made = await snippets.save(manager!, of({ shared: true, inboxId: closed!.id, fileIds: [fileId] }));
    const input = { snippetId: made.id, fileId, id: newId('upload') };
    const attached = await snippets.attach(owner!, input);
    const userId = owner!.principal.kind === 'user' ? owner!.principal.userId : '';
    expect(attached).toMatchObject({ id: input.id, userId, name: 'Prices.pdf', bytes: 9, hash: `hash-${fileId}` });
    expect(await snippets.attach(owner!, input)).toMatchObject({ id: input.id });
    await expect(snippets.attach(manager!, input)).rejects.toMatchObject({ code: 'CONFLICT', detail: { path: ['id'] } });
    const other = { ...input, id: newId('upload') };
    await expect(snippets.attach(anna!, other)).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { path: ['snippetId'] } });
    await expect(snippets.attach(owner!, { ...other, fileId: 'upl_x' })).rejects.toMatchObject({ detail: { path: ['fileId'] } });
  });
});
