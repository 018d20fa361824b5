import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { addParticipants, addItem, openConversation } from '../../src/features/conversations/index.js';
import { findContact, findOrCreateContact } from '../../src/features/contacts/index.js';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';

let server: TestServer;
let owner: TestClient;
let ownerId: string;
let inboxId: string;
const props: Record<string, string> = {};

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  ownerId = (await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id;
  inboxId = await makeInbox(owner, 'Support');
  for (const [label, type] of [
    ['Seats', 'NUMBER'],
    ['Since', 'DATE'],
    ['About', 'TEXT'],
    ['Size', 'CHOICE'],
  ] as const) {
    const id = (props[label] = newId('contactProperty'));
    await act('contactPropertySave', 'ContactPropertyInput', { id, label, type, options: ['Small', 'Large'] });
  }
}, 240_000);
afterAll(() => server.close());

interface Answered {
  userErrors: { code: string; path: string[] }[];
  savedView?: { filter: unknown };
}

async function asked(name: string, type: string, input: Record<string, unknown>, wants = ''): Promise<Answered> {
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { ${wants} userErrors { code path } } }`;
  return (await owner.graphql<Record<string, Answered>>(mutation, { input }))[name]!;
}

async function act(name: string, type: string, input: Record<string, unknown>, wants = ''): Promise<Answered> {
  const answer = await asked(name, type, input, wants);
  expect(answer.userErrors).toEqual([]);
  return answer;
}

async function contact(name: string, fields: Record<string, unknown> = {}, addresses: string[] = []): Promise<string> {
  const id = newId('contact');
  const addIdentities = addresses.map((value) => ({ kind: value.startsWith('+') ? 'phone' : 'email', value }));
  await act('contactSave', 'ContactSaveInput', { id, name, fields, addIdentities });
  return id;
}

const LIST = 'query ($search: String, $fact: FactInput) { contacts(search: $search, fact: $fact) { nodes { name } } }';
const names = async (fact: Record<string, unknown> | null, search: string | null = null): Promise<string[]> =>
  (await owner.graphql<{ contacts: { nodes: { name: string }[] } }>(LIST, { search, fact })).contacts.nodes.map(
    ({ name }) => name,
  );

describe('contacts by their facts (S60, issue 7)', () => {
  beforeAll(async () => {
    await contact('Facta', { [props['Seats']!]: 10, [props['Since']!]: '2024-02-29', [props['About']!]: 'Wide green roofs' });
    await contact('Factb', { [props['Seats']!]: 20, [props['Size']!]: 'Small' });
    await contact('Factc', { [props['Seats']!]: 30, [props['Size']!]: 'Large' });
    await contact('Factd');
  });

  test('the list, a change of the whole list, a view and a file hold the same ones', async () => {
    const fact = { propertyId: props['Seats'], from: '10', to: '20' };
    expect(await names(fact)).toEqual(['Factb', 'Facta']);
    expect(await names({ propertyId: props['Since'], from: '2024-02-01', to: '2024-02-29' })).toEqual(['Facta']);
    expect(await names({ propertyId: props['About'], contains: 'green roo' })).toEqual(['Facta']);
    expect(await names({ propertyId: props['Size'], anyOf: ['Small', 'Large'] })).toEqual(['Factc', 'Factb']);
    expect(await names({ propertyId: props['Size'], kept: false }, 'fact')).toEqual(['Factd', 'Facta']);
    const file = await owner.get(`/files/lists/contacts.csv?fact=${encodeURIComponent(JSON.stringify(fact))}`);
    expect((parse(file.text, { columns: true, bom: true }) as { name: string }[]).map(({ name }) => name)).toEqual([
      'Factb',
      'Facta',
    ]);
    const view = { id: newId('savedView'), name: 'Ten to twenty', list: 'CONTACTS', audience: 'PRIVATE', shown: { fact } };
    const { savedView } = await act('savedViewSave', 'SavedViewSaveInput', view, 'savedView { filter }');
    expect(savedView?.filter).toMatchObject({ fact });
    const change = { id: newId('bulkChange'), filter: { fact }, action: { own: { ownerId } } };
    await act('contactListChange', 'ContactListChangeInput', change);
    const bulk = 'query ($id: ID!) { node(id: $id) { ... on BulkChange { state total changed } } }';
    const ended = () => owner.graphql<{ node: { state: string } }>(bulk, { id: change.id });
    await until(async () => (await ended()).node.state === 'DONE', 'the change is done');
    expect((await ended()).node).toMatchObject({ total: 2, changed: 2 });
    const owned = 'query ($ownerId: ID) { contacts(ownerId: $ownerId) { nodes { name } } }';
    expect(await owner.graphql(owned, { ownerId })).toMatchObject({
      contacts: { nodes: [{ name: 'Factb' }, { name: 'Facta' }] },
    });
  });

  test('what cannot be read is refused with its place, by each of them', async () => {
    const fact = { propertyId: props['Seats'], from: 'ten' };
    const { errors } = await owner.ask(LIST, { fact });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID' } }]);
    const file = await owner.get(`/files/lists/contacts.csv?fact=${encodeURIComponent(JSON.stringify(fact))}`);
    expect(file.status).toBe(400);
    for (const wrong of ['{', '{"propertyId":5}', '[]', '"x"'])
      expect([wrong, (await owner.get(`/files/lists/contacts.csv?fact=${encodeURIComponent(wrong)}`)).status]).toEqual([
        wrong,
        400,
      ]);
    const change = { id: newId('bulkChange'), filter: { fact }, action: { own: { ownerId } } };
    expect((await asked('contactListChange', 'ContactListChangeInput', change)).userErrors).toEqual([
      { code: 'INVALID', path: ['input', 'filter', 'fact', 'from'] },
    ]);
    const both = { ...fact, kept: true };
    const view = { id: newId('savedView'), name: 'Wrong', list: 'CONTACTS', audience: 'PRIVATE', shown: { fact: both } };
    expect((await asked('savedViewSave', 'SavedViewSaveInput', view)).userErrors).toEqual([
      { code: 'INVALID', path: ['input', 'shown', 'fact'] },
    ]);
  });
});

describe('two contacts that became one, and are parted again (N12, G14 72)', () => {
  /** All that anybody can see of a contact, but for when it was last changed. */
  const WHOLE = `query ($id: ID!) { node(id: $id) { ... on Contact { name avatarUrl deletedAt externalId owner { id } fields hiddenConversations
    identities { kind value verified } told { name value } companies { id title }
    conversations(first: 50) { nodes { id subject contact { id } } }
    tickets: records(type: TICKET, first: 50) { nodes { id } } notes: records(type: NOTE, first: 50) { nodes { id } }
    deals: records(type: DEAL, first: 50) { nodes { id } }
    timeline(first: 100) { nodes { at node { id } change { what label was became byName } } } } } }`;
  interface Whole {
    timeline: { nodes: { change: { what: string } | null }[] };
    conversations: { nodes: { id: string }[] };
  }
  const whole = async (id: string): Promise<Whole> => (await owner.graphql<{ node: Whole }>(WHOLE, { id })).node;
  /** The timeline keeps that the two were one for a while; nothing else tells. */
  const without = ({ timeline, ...rest }: Whole, ...what: string[]) => ({
    ...rest,
    timeline: timeline.nodes.filter(({ change }) => change === null || !what.includes(change.what)),
  });

  async function conversation(value: string, subject: string): Promise<string> {
    return server.uow.run(testCtx(), async (tx) => {
      const from = await findOrCreateContact(tx, { kind: 'email', value, verified: false, name: null });
      const { id } = await openConversation(tx, {
        inboxId,
        channel: null,
        contact: from,
        subject,
        at: tx.now,
        placement: 'INBOX',
      });
      await addParticipants(tx, id, [{ kind: 'email', value, role: 'STARTER', contactId: from.id }]);
      const author = { kind: 'CONTACT' as const, id: from.id, name: 'Writer' };
      await addItem(tx, id, { kind: 'MESSAGE', direction: 'INBOUND', author, at: tx.now, text: subject });
      return id;
    });
  }

  async function pair(mark: string): Promise<[winner: string, loser: string]> {
    const winner = await contact(`Win ${mark}`, { [props['Seats']!]: 1, [props['Size']!]: 'Small' }, [`win-${mark}@a.example`]);
    const loser = await contact(
      `Lost ${mark}`,
      { [props['Seats']!]: 2, [props['About']!]: `about ${mark}`, [props['Since']!]: '2020-01-01' },
      [`lost-${mark}@b.example`, mark === 'one' ? '+31201234567' : '+31207654321'],
    );
    return [winner, loser];
  }

  test('everything is where it was: addresses, facts, owner, conversations, records, blocks, timeline, lists and search', async () => {
    const [winner, loser] = await pair('one');
    await act('contactSave', 'ContactSaveInput', { id: loser, ownerId });
    await conversation('win-one@a.example', 'Of the winner');
    await conversation('lost-one@b.example', 'Of the other');
    for (const [kind, title, linkIds] of [
      ['ticket', 'Ticket of the other', [loser]],
      ['deal', 'Deal of the winner', [winner]],
      ['company', 'Company of both', [winner, loser]],
    ] as const)
      await act('recordSave', 'RecordSaveInput', { id: newId(kind), title, linkIds });
    await act('recordSave', 'RecordSaveInput', { id: newId('note'), body: 'Note of the other', linkIds: [loser] });
    const rule = { inboxId, kind: 'BLOCK', value: 'lost-one@b.example' };
    await act('senderRuleSave', 'SenderRuleInput', rule);
    const rules = () => server.uow.reader.query('SELECT id, contact_id, value_key FROM sender_rule ORDER BY id');
    const before = { winner: await whole(winner), loser: await whole(loser), rules: await rules() };
    const input = { id: newId('contactMerge'), winnerId: winner, loserId: loser, takeFields: [props['Seats']], name: 'Joined' };
    await act('contactMerge', 'ContactMergeInput', input, 'contact { id }');
    const one = await whole(winner);
    expect(one).toMatchObject({
      ...{ name: 'Joined', owner: { id: ownerId } },
      fields: {
        [props['Seats']!]: 2,
        [props['Size']!]: 'Small',
        [props['About']!]: 'about one',
        [props['Since']!]: '2020-01-01',
      },
    });
    expect(one.conversations.nodes).toHaveLength(2);
    expect(await names({ propertyId: props['About'], contains: 'one' })).toEqual(['Joined']);
    expect(await names(null, 'lost-one')).toEqual(['Joined']);
    const undo = 'mutation ($id: ID!) { contactMergeUndo(id: $id) { contact { id name } userErrors { code } } }';
    expect(await owner.graphql(undo, { id: input.id })).toMatchObject({
      contactMergeUndo: { contact: { name: 'Win one' }, userErrors: [] },
    });
    const told = ['MERGED', 'PARTED'];
    // That he took a name and facts over is told as what it was.
    const taken = [...told, 'NAME', 'OWNER', 'FACT'];
    expect(without(await whole(winner), ...taken)).toEqual(without(before.winner, ...taken));
    expect(without(await whole(loser), ...told)).toEqual(without(before.loser, ...told));
    expect(await rules()).toEqual(before.rules);
    // As the lists and the search find them.
    expect(await names({ propertyId: props['About'], contains: 'one' })).toEqual(['Lost one']);
    expect(await names({ propertyId: props['Seats'], from: '2', to: '2' })).toEqual(['Lost one']);
    expect(await names({ propertyId: props['Seats'], from: '1', to: '1' })).toEqual(['Win one']);
    expect(await names(null, 'win-one')).toEqual(['Win one']);
    expect(await names(null, 'lost-one')).toEqual(['Lost one']);
    const inMail =
      'query ($q: String!) { search(query: $q, filter: { placement: [INBOX, FILTERED] }) { nodes { subject contact { id } } } }';
    expect(await owner.graphql(inMail, { q: 'lost one' })).toEqual({
      search: { nodes: [{ subject: 'Of the other', contact: { id: loser } }] },
    });
    expect(await owner.graphql(inMail, { q: 'joined' })).toEqual({ search: { nodes: [] } });
    // The same again is the same.
    expect(await owner.graphql(undo, { id: input.id })).toMatchObject({ contactMergeUndo: { userErrors: [] } });
  });

  test('what was changed since stays, all else goes back; and so does what the other began since', async () => {
    const [winner, loser] = await pair('two');
    const input = { id: newId('contactMerge'), winnerId: winner, loserId: loser, takeFields: [props['Seats']] };
    await act('contactMerge', 'ContactMergeInput', input);
    await act('contactSave', 'ContactSaveInput', {
      id: winner,
      fields: { [props['Since']!]: '2021-05-05' },
      addIdentities: [{ kind: 'email', value: 'new-two@a.example' }],
    });
    const his = await conversation('win-two@a.example', 'Since, of the winner');
    const others = await conversation('lost-two@b.example', 'Since, of the other');
    const fresh = await conversation('new-two@a.example', 'Since, from what was added');
    const undo = 'mutation ($id: ID!) { contactMergeUndo(id: $id) { userErrors { code } } }';
    await owner.graphql(undo, { id: input.id });
    const [one, two] = [await findContact(server.uow.reader, winner), await findContact(server.uow.reader, loser)];
    expect(one?.fields).toEqual({ [props['Seats']!]: 1, [props['Size']!]: 'Small', [props['Since']!]: '2021-05-05' });
    expect(two?.fields).toMatchObject({ [props['Seats']!]: 2, [props['Since']!]: '2020-01-01' });
    const ids = async (id: string) => (await whole(id)).conversations.nodes.map((node) => node.id).toSorted();
    expect(await ids(winner)).toEqual([his, fresh].toSorted());
    expect(await ids(loser)).toEqual([others]);
    expect((await whole(winner)) as unknown).toMatchObject({
      identities: [{ value: 'win-two@a.example' }, { value: 'new-two@a.example' }],
    });
  });
});
