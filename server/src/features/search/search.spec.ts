import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { added, contactOf, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { CountingUnitOfWork, World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import type { User } from '../agents/index.js';
import { ContactService } from '../contacts/index.js';
import { changeConversation, deleteConversations } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { rewriteItem, type NewItem } from '../messages/index.js';
import { INDEX_JOB } from '../search-index/index.js';
import { IndexJob } from './index.job.js';
import { SearchService, type Searching } from './search.service.js';

const DAY = 86_400_000;
const START = 1_760_000_000_000;
let db: TestDatabase;
let world: World;
let service: SearchService;
let anna: User;
let olivia: User;
let everyone: Inbox;
let others: Inbox;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  service = new SearchService(db.uow, db.journal);
  new IndexJob(db.uow, db.jobs).onModuleInit();
  await db.jobs.start();
  anna = await world.agent('Anna');
  olivia = await world.agent('Olivia', 'OWNER');
  everyone = await world.inboxes.save(testCtx(), { name: 'Everyone' });
  others = await world.inboxes.save(testCtx(), { name: 'Others', audience: 'MEMBERS', members: [] });
}, 240_000);
afterAll(() => db.close());

/** A conversation with one item after the other, each a day later; answers its id. */
async function said(about: Partial<Parameters<typeof opened>[1]>, ...items: Partial<NewItem>[]): Promise<string> {
  const { id } = await opened(world, { inboxId: everyone.id, at: START, ...about });
  for (const [day, item] of items.entries()) await added(world, id, { at: START + day * DAY, ...item });
  return id;
}

async function found(query: string, more: Partial<Searching> = {}, ctx?: Ctx): Promise<string[]> {
  const { nodes } = await service.search(ctx ?? (await world.as(anna)), { query, ...more });
  return nodes.map(({ id }) => id);
}

const plain = (parts: { text: string; hit: boolean }[]): string =>
  parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('search (S9)', () => {
  it('finds words of subject, text, names, addresses and files, in any case and without accents', async () => {
    const contact = await contactOf(world, 'zoe.muller@wijnhuis.example', 'Zoë Müller');
    const id = await said(
      { contact, subject: 'Kapotte ketel' },
      {
        text: 'De verwarming lekt; graag een monteur.',
        from: { kind: 'email', value: 'zoe.muller@wijnhuis.example', name: 'Zoë Müller' },
        recipients: [{ field: 'TO', kind: 'email', value: 'hulp@warmte.example', name: 'Warmtehulp' }],
        attachments: [{ name: 'lekkage-foto.jpg', mime: 'image/jpeg', hash: 'a'.repeat(64) }],
      },
    );
    for (const query of [
      'ketel',
      'KETEL',
      'verwarm',
      'zoe',
      'Zoë',
      'muller',
      'Müller ketel monteur',
      'zoe.muller@wijnhuis.example',
    ])
      expect({ query, found: await found(query) }).toEqual({ query, found: [id] });
    for (const query of ['wijnhuis', 'hulp@warmte', 'Warmtehulp', 'lekkage-foto', '"een monteur"'])
      expect({ query, found: await found(query) }).toEqual({ query, found: [id] });
    for (const query of ['ketels', '"monteur een"', 'ketel onbekend', 'warming', '"verwarm"'])
      expect({ query, found: await found(query) }).toEqual({ query, found: [] });
  });

  it('takes whatever is typed as words, never as a language of the database', async () => {
    for (const query of [
      '',
      '   ',
      '"',
      "';--",
      'NEAR(',
      '*',
      'words:x',
      'a OR b',
      '{[(',
      "' & !",
      '\\',
      '\u0000',
      '٣',
      '-',
      '" "',
    ])
      expect({ query, found: await found(query) }).toEqual({ query, found: [] });
    await expect(found('x'.repeat(501))).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('finds signs of scripts that put no spaces between words', async () => {
    const id = await said({ subject: '質問' }, { text: '東京都の配送について' });
    expect(await found('京都の')).toEqual([id]);
    expect(await found('配送 東京')).toEqual([id]);
    expect(await found('都京')).toEqual([]);
  });

  it('shows a conversation once, by the newest of its hits, newest first, with the hits marked', async () => {
    const older = await said(
      { subject: 'Tulpen' },
      { text: 'Tulpen zijn op.' },
      {},
      {},
      { text: 'Nog steeds geen TULPEN, helaas.' },
    );
    const newer = await said({ subject: 'Bollen', at: START + 9 * DAY }, { at: START + 9 * DAY, text: 'Wel rozen, geen tulp.' });
    const { edges } = await service.search(await world.as(anna), { query: 'tulp' });
    expect(edges.map(({ node }) => node.id)).toEqual([newer, older]);
    expect(plain(edges[1]!.subject)).toBe('[Tulpen]');
    expect(plain(edges[1]!.snippet)).toBe('Nog steeds geen [TULPEN], helaas.');
    expect(edges[1]!.at).toBe(START + 3 * DAY);
  });

  it('shows a part of a long text around the first hit, and who took part where only a name was found', async () => {
    const filler = 'lorem ipsum dolor sit amet '.repeat(40);
    await said({ subject: 'Lang' }, { text: `${filler}\n\nhet   zeldzame\twoord staat hier ${filler}` });
    const [long] = (await service.search(await world.as(anna), { query: 'zeldzame' })).edges;
    expect(plain(long!.snippet)).toMatch(/^… .{0,16}het \[zeldzame\] woord staat hier .{50,150} …$/);
    await said({ subject: 'Kort' }, { text: 'Tot ziens', from: { kind: 'email', value: 'paul@nergens.example', name: 'Paul' } });
    const [name] = (await service.search(await world.as(anna), { query: 'nergens' })).edges;
    expect(plain(name!.snippet)).toBe('Paul <paul@[nergens].example>');
  });

  it('gives each conversation once over all pages, with any size of page', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 23; index++) {
      const at = START + (index % 5) * 1000;
      ids.push(
        await said(
          { subject: `Page ${index}`, at },
          { at, text: 'bladwijzer' },
          { at: at + (index % 3) * DAY, text: 'bladwijzers' },
        ),
      );
    }
    const ctx = await world.as(anna);
    for (const first of [1, 4, 23, 100]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<SearchService['search']>> = await service.search(ctx, {
          query: 'bladwijzer',
          first,
          after,
        });
        seen.push(...page.nodes.map(({ id }) => id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toHaveLength(23);
      expect(new Set(seen)).toEqual(new Set(ids));
    }
    const { pageInfo } = await service.search(ctx, { query: 'bladwijzer', first: 1 });
    await expect(found('iets anders', { after: pageInfo.endCursor })).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('is narrowed by the filter of the list, and looks at closed ones, too', async () => {
    const contact = await contactOf(world, 'filter@far.example', 'Filter');
    const open = await said({ contact, subject: 'Sleutelbos' }, {});
    const closed = await said({ subject: 'Sleutelbos' }, {});
    const spam = await said({ subject: 'Sleutelbos', placement: 'SPAM' }, {});
    await db.uow.run(testCtx(), (tx) => changeConversation(tx, closed, { status: 'CLOSED', assigneeUserId: anna.id }));
    expect(new Set(await found('sleutelbos'))).toEqual(new Set([open, closed]));
    expect(await found('sleutelbos', { filter: { status: ['CLOSED'] } })).toEqual([closed]);
    expect(await found('sleutelbos', { filter: { assigneeIds: [null] } })).toEqual([open]);
    expect(await found('sleutelbos', { filter: { contactId: contact.id, status: ['OPEN'] } })).toEqual([open]);
    expect(await found('sleutelbos', { filter: { placement: ['SPAM'] } })).toEqual([spam]);
    expect(await found('sleutelbos', { filter: { inboxIds: [others.id] } })).toEqual([]);
  });

  it('shows each person only what lies in his inboxes, comments as well (S6)', async () => {
    const comment: Partial<NewItem> = { kind: 'COMMENT', direction: 'INTERNAL', text: 'geheimwoord onder ons' };
    const mine = await said({ subject: 'Hier' }, {}, comment);
    const hidden = await said({ subject: 'Daar', inboxId: others.id }, { text: 'geheimwoord' }, comment);
    expect(await found('geheimwoord')).toEqual([mine]);
    expect(new Set(await found('geheimwoord', {}, await world.as(olivia)))).toEqual(new Set([mine, hidden]));
    expect(await found('geheimwoord', { filter: { inboxIds: [others.id] } })).toEqual([]);
    const scoped = (...scopes: ('CONVERSATIONS_READ' | 'CONTACTS_READ')[]): Ctx => {
      return { principal: { kind: 'integration', tokenId: 't', name: 'T', scopes: new Set(scopes) }, correlationId: 't' };
    };
    expect(await found('geheimwoord', {}, scoped('CONTACTS_READ'))).toEqual([]);
    expect(await found('geheimwoord', {}, scoped('CONVERSATIONS_READ'))).toHaveLength(2);
    await db.uow.run(testCtx(), (tx) => changeConversation(tx, hidden, { inboxId: everyone.id }));
    expect(new Set(await found('geheimwoord'))).toEqual(new Set([mine, hidden]));
  });

  it('costs as many statements for fifty hits as for five', async () => {
    for (let index = 0; index < 50; index++) await said({ subject: `Telraam ${index}` }, {});
    const cost = async (first: number): Promise<number> => {
      const counting = new CountingUnitOfWork(db.uow);
      const { nodes } = await new SearchService(counting, db.journal).search(await world.as(olivia), { query: 'telraam', first });
      expect(nodes).toHaveLength(first);
      return counting.statements.length;
    };
    expect([await cost(5), await cost(50)]).toEqual([5, 5]);
  });
});

describe('the index of the search (G10 60)', () => {
  it('is there with the message, and not at all when its unit fails', async () => {
    const id = await said({ subject: 'Samen' }, {});
    const broken = db.uow.run(testCtx(), async (tx) => {
      await changeConversation(tx, id, { subject: 'Mislukt onderwerp' });
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await found('mislukt')).toEqual([]);
    expect(await found('samen')).toEqual([id]);
  });

  it('follows a new name of a contact, a new subject, and a message that is read again', async () => {
    const contact = await contactOf(world, 'naamloos@far.example');
    const id = await said({ contact, subject: 'Oudeonderwerp' }, { text: 'eerste lezing' });
    await contactOf(world, 'naamloos@far.example', 'Gevondennaam');
    expect(await found('gevondennaam lezing')).toEqual([id]);
    const contacts = new ContactService(db.uow, db.journal);
    await contacts.save(await world.as(olivia), { id: contact.id, name: 'Hernoemdenaam' });
    expect(await found('hernoemdenaam lezing')).toEqual([id]);
    expect(await found('gevondennaam')).toEqual([]);
    await db.uow.run(testCtx(), (tx) => changeConversation(tx, id, { subject: 'Nieuwonderwerp' }));
    expect(await found('nieuwonderwerp lezing')).toEqual([id]);
    expect(await found('oudeonderwerp')).toEqual([]);
    const [{ itemId } = { itemId: '' }] = (await service.search(await world.as(anna), { query: 'nieuwonderwerp' })).edges;
    const author = { kind: 'CONTACT' as const, id: contact.id, name: 'Sem' };
    await db.uow.run(testCtx(), (tx) =>
      rewriteItem(tx, itemId, { kind: 'MESSAGE', direction: 'INBOUND', author, at: START, text: 'tweede begrip' }),
    );
    expect(await found('begrip')).toEqual([id]);
    expect(await found('lezing nieuwonderwerp')).toEqual([]);
  });

  it('forgets what is deleted', async () => {
    const id = await said({ subject: 'Vergeetmijniet' }, {}, {});
    await db.uow.run(testCtx(), (tx) => deleteConversations(tx, [id]));
    expect(await found('vergeetmijniet')).toEqual([]);
    const [left] = await db.uow.reader.query<{ n: number | string }>(
      'SELECT COUNT(*) AS n FROM search_entry e WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = e.message_id)',
    );
    expect(Number(left?.n)).toBe(0);
  });

  it('is made for what was there before it, and for all conversations of a contact, in rounds', async () => {
    const contact = await contactOf(world, 'veel@far.example', 'Veelschrijver');
    const id = await said(
      { contact, subject: 'Reeks' },
      ...Array.from({ length: 5 }, (_, index) => ({ text: `deel${index}woord` })),
    );
    const values = Array.from({ length: 450 }, (_, index) => `msg_${String(index).padStart(32, '0')}`);
    await db.uow.run(testCtx(), async (tx) => {
      const template = 'SELECT * FROM message WHERE conversation_id = ? AND seq = 1';
      const [row] = await tx.query<Record<string, unknown>>(template, [id]);
      for (const [index, messageId] of values.entries()) {
        const copy = { ...row!, id: messageId, seq: 1000 + index, text: `kopie${index}nummer` };
        const columns = Object.keys(copy).map((column) => `"${column}"`);
        const marks = columns.map(() => '?').join(', ');
        await tx.execute(`INSERT INTO message (${columns.join(', ')}) VALUES (${marks})`, Object.values(copy));
      }
      await tx.execute('DELETE FROM search_entry');
      tx.enqueue({ name: INDEX_JOB, payload: { of: 'all' } });
    });
    const complete = async () => !(await service.search(await world.as(anna), { query: 'x' })).incomplete;
    await until(complete, { what: 'a complete index' });
    expect(await found('kopie0nummer')).toEqual([id]);
    expect(await found('deel4woord veelschrijver')).toEqual([id]);
    await new ContactService(db.uow, db.journal).save(await world.as(olivia), { id: contact.id, name: 'Anderenaam' });
    const followed = async (): Promise<boolean> => (await found('anderenaam kopie0nummer')).length === 1;
    await until(followed, { what: 'the oldest message under the new name' });
    expect(await found('veelschrijver')).toEqual([]);
  });

  it('keeps more messages of one second than there are slots beside each other', async () => {
    const at = START + 30 * DAY;
    const id = await said({ subject: 'Seconde' });
    const same = (index: number): string => `msg_${String(index).padStart(27, '0')}abcde`;
    for (let index = 0; index < 8; index++) await added(world, id, { id: same(index), at, text: `tik${index}tak` });
    for (let index = 0; index < 8; index++) expect(await found(`tik${index}tak`)).toEqual([id]);
  });
});
