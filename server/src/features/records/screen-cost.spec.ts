import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { CountingUnitOfWork, gqlContext, World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import type { UnitOfWork } from '../../kernel/uow.js';
import { ContactPropertyService } from '../contacts/contact-property.service.js';
import { ContactResolver } from '../contacts/contact.resolver.js';
import { contactLoader, ContactService, saveContact } from '../contacts/index.js';
import { TicketResolver } from './record-fields.resolver.js';
import { countsOnLoader, hiddenCountLoader } from './record.loader.js';
import { type RecordListing, RecordService, saveRecord } from './record.service.js';

let db: TestDatabase;
let world: World;
let anna: Ctx;
let panelled = '';
let made = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  const agent = await world.agent('Anna');
  anna = await world.as(agent);
  panelled = await contact(agent.id);
  for (let n = 0; n < 60; n += 1) await contact(agent.id);
}, 240_000);
afterAll(() => db.close());

/** A contact as the workspace has many: an owner, an address, a number, and a ticket of his. */
async function contact(ownerId: string): Promise<string> {
  const id = newId('contact');
  const n = (made += 1);
  const addIdentities = [
    { kind: 'email', value: `piet${n}@firm${n}.example` },
    { kind: 'phone', value: `+3161${String(n).padStart(7, '0')}` },
  ];
  await db.uow.run(anna, async (tx) => {
    await saveContact(tx, { id, name: `Piet Klant${n}`, ownerId, addIdentities });
    await saveRecord(tx, { id: newId('ticket'), title: `Broken ${n}`, linkIds: [id] });
  });
  return id;
}

interface Cost {
  statements: number;
  rows: number;
  nodes: number;
}
type Screen = (uow: UnitOfWork, gql: GqlContext) => Promise<readonly unknown[]>;

async function costOf(screen: Screen): Promise<Cost> {
  const counting = new CountingUnitOfWork(db.uow);
  const { length: nodes } = await screen(counting, gqlContext(anna));
  return { statements: counting.statements.length, rows: counting.rows, nodes };
}

/** The list of contacts with what a row of it shows. */
function contacts(asked: Parameters<ContactService['list']>[0]): Screen {
  return async (uow, gql) => {
    const service = new ContactService(uow, db.journal);
    const resolver = new ContactResolver(service, new ContactPropertyService(uow), uow);
    const { nodes } = await service.list(asked);
    await Promise.all(
      nodes.map((one) =>
        Promise.all([resolver.owner(one, {}, gql), resolver.identities(one, {}, gql), resolver.told(one, {}, gql)]),
      ),
    );
    return nodes;
  };
}

/** The list of tickets with what a row of it shows. */
function tickets(listing: Omit<RecordListing, 'filter'> & { search?: string; toId?: string }): Screen {
  return async (uow, gql) => {
    const registry = new NodeRegistry();
    registry.register('contact', 'Contact', (asking, id) => contactLoader(asking, uow.reader).load(id));
    const resolver = new TicketResolver(uow, registry, db.journal);
    const { search, toId, ...page } = listing;
    const { nodes } = await new RecordService(uow, db.journal).list(anna, { ...page, filter: { type: 'TICKET', search, toId } });
    await Promise.all(
      nodes.map((one) =>
        Promise.all([
          resolver.owner(one, {}, gql),
          resolver.stage(one, {}, gql),
          resolver.links(one, {}, gql),
          resolver.viewerCan(one, {}, gql),
        ]),
      ),
    );
    return nodes;
  };
}

/** What stands beside a conversation, and on the page of the contact. */
const panel: Screen = async (uow, gql) => {
  const service = new RecordService(uow, db.journal);
  const counts = await countsOnLoader(gql, uow.reader).load(panelled);
  await hiddenCountLoader(gql, uow.reader).load(panelled);
  const { nodes } = await service.timeline(anna, panelled, { first: 30 });
  return [...counts, ...nodes];
};

const SCREENS: Record<string, Screen> = {
  'a page of contacts': contacts({ first: 20 }),
  'what is found among contacts': contacts({ first: 20, search: 'piet' }),
  'a page of tickets': tickets({ first: 20 }),
  'what is found among tickets': tickets({ first: 20, search: 'broken' }),
  'the tickets of a contact': tickets({ first: 20, toId: 'con_nobody' }),
  'the panel': panel,
};

describe('the screens of contacts and records', () => {
  it.each([
    ['contacts', contacts],
    ['found contacts', (page: object) => contacts({ ...page, search: 'piet' })],
    ['tickets', tickets],
    ['found tickets', (page: object) => tickets({ ...page, search: 'broken' })],
  ] as const)('cost as many statements for fifty %s as for five', async (_what, screen) => {
    const five = await costOf(screen({ first: 5 }));
    const fifty = await costOf(screen({ first: 50 }));
    expect([five.nodes, fifty.nodes]).toEqual([5, 50]);
    expect(fifty.statements).toBe(five.statements);
    expect(fifty.statements).toBeLessThanOrEqual(6);
  });

  it('cost the same statements and rows however many contacts and records there are', async () => {
    const costs = async (): Promise<Record<string, Cost>> => {
      const all: Record<string, Cost> = {};
      for (const [name, screen] of Object.entries(SCREENS)) all[name] = await costOf(screen);
      return all;
    };
    const before = await costs();
    const owner = await world.agent('Bert');
    for (let n = 0; n < 200; n += 1) await contact(owner.id);
    expect(await costs()).toEqual(before);
  });

  it('are walks over indexes, of which nothing is sorted', async () => {
    const counting = new CountingUnitOfWork(db.uow);
    for (const screen of [contacts({ search: 'piet' }), contacts({}), tickets({ search: 'broken' }), tickets({})])
      await screen(counting, gqlContext(anna));
    if (db.uow.reader.dialect !== 'sqlite') return;
    for (const sql of counting.statements.filter((one) => one.includes('LIMIT'))) {
      const values = Array.from(sql.matchAll(/\?/g), () => 'x');
      const plan = await db.uow.reader.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
      const steps = plan.map(({ detail }) => detail).join('\n');
      expect({ sql, steps }).toEqual({ sql, steps: expect.not.stringContaining('TEMP B-TREE FOR ORDER BY') });
    }
  });
});
