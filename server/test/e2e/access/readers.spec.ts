import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isAbstractType, isNonNullType, type GraphQLNamedType } from 'graphql';
import type { TestClient } from '../../server/client.js';
import { bulkChange, FILLINGS } from './fillings.js';
import {
  adminOnly,
  call,
  document,
  operations,
  possible,
  schema,
  selection,
  waysOf,
  type Operation,
  type Variables,
} from './inventory.js';
import { nameOf } from './kinds.js';
import { TwoInboxes, type Person, type Side } from './world.js';

/**
 * The generated walk of reliability 3.3 over what is read (S6, N10): from each field of `Query` and from each node, over each way that a
 * type leads to another, nobody is told a text of an inbox that he is no member of, and its members are told all of them.
 */
let world: TwoInboxes;
const queries = operations.filter((operation) => operation.kind === 'query' && !adminOnly(operation));

/** What each side has of everything that can be read. */
interface Standing {
  conversations: string[];
  nodes: string[];
  fillings: Map<string, Variables[]>;
}
let theirs: Standing;

beforeAll(async () => {
  world = await TwoInboxes.open();
  theirs = await standing(world.theirs);
}, 240_000);
afterAll(() => world.close());

async function standing(side: Side): Promise<Standing> {
  const talk = await side.talk();
  const answer = await side.answer();
  const trashed = await side.place('TRASH');
  const spam = await side.place('SPAM');
  const told = await side.mention();
  const records = [];
  for (const kind of ['ticket', 'deal', 'task', 'note', 'call', 'company'] as const) records.push(await side.record(kind));
  records.push(await side.meeting());
  const own = [
    await side.draft(),
    await side.personalToken(),
    await side.savedView(),
    await side.linkedAccount(),
    await side.signInIdentity(),
    await side.passkey(),
    await bulkChange(side),
    await side.pushSubscription(),
  ];
  const kept = [
    await side.snippet(),
    await side.senderRule(),
    await side.merge(),
    await side.event(),
    await side.automationRule(),
  ];
  const fillings = new Map<string, Variables[]>();
  for (const query of queries) {
    const made = [];
    for (const fill of FILLINGS[nameOf(query)] ?? []) made.push(await fill(side));
    fillings.set(nameOf(query), made);
  }
  const conversations = [talk.id, answer.conversationId, trashed, spam];
  const small = [
    talk.messageId,
    talk.attachmentId,
    talk.inboundItemId,
    answer.id,
    answer.deliveryId,
    told.mentionId,
    told.notificationId,
  ];
  return {
    conversations,
    nodes: [side.inboxId, side.channelId, ...conversations, ...small, ...records, ...own, ...kept],
    fillings,
  };
}

/** Each document that asks for a query, one for each way from what it answers, with all that the way leads to. */
function* documents(query: Operation, variables: Variables): Generator<string> {
  for (const selected of selections(getNamedType(query.field.type))) yield document(query, variables, selected);
}
function* selections(type: GraphQLNamedType): Generator<string> {
  if (isAbstractType(type)) {
    for (const each of possible(type)) for (const part of selections(each)) yield `{ __typename ... on ${each.name} ${part} }`;
    return;
  }
  const page = type.name.endsWith('Connection') ? waysOf(type).find((field) => field.name === 'nodes') : undefined;
  if (page) {
    for (const part of selections(getNamedType(page.type))) yield `{ nodes ${part} }`;
    return;
  }
  yield selection(type, 0);
  for (const way of waysOf(type)) {
    const to = getNamedType(way.type);
    yield `{ ${call(way)} ${to.name.endsWith('Connection') ? `{ nodes ${selection(nodeType(to), 1)} }` : selection(to, 1)} }`;
  }
}
const nodeType = (connection: GraphQLNamedType): GraphQLNamedType =>
  getNamedType(waysOf(connection).find((field) => field.name === 'nodes')?.type ?? connection) as GraphQLNamedType;

/** What a query is asked with when nothing of an inbox is named in it. */
const PLAIN: Record<string, Variables[]> = {
  'query contacts': [{}, { search: 'customer' }],
  'query records': (['TICKET', 'DEAL', 'TASK', 'NOTE', 'CALL', 'MEETING', 'COMPANY'] as const).map((type) => ({
    filter: { type },
  })),
  'query search': ['words', 'subject', 'answer', 'comment', 'file', 'note'].map((query) => ({ query })),
  'query recipients': [{ kind: 'email', values: ['someone@client.example'] }],
  'query accountOffer': [{ offer: 'none' }],
  'query mentions': [{}],
  'query outbox': [{}],
  'query conversations': [
    {},
    ...['FILTERED', 'SPAM', 'TRASH', 'MERGED'].map((placement) => ({ filter: { placement: [placement] } })),
  ],
  'query changes': [{ scope: { all: true }, after: '0', first: 50 }],
};

/** Everything that somebody is told, by whatever he asks. */
async function told({ email, password }: Person): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  // Each session has so many points a minute.
  const clients = await Promise.all([1, 2, 3, 4].map(() => world.server.signIn(email, password)));
  const put = async (name: string, text: string, variables: Variables): Promise<void> => {
    const client = clients[answers.size % clients.length] as TestClient;
    const { data, errors } = await client.ask<Variables>(text, variables);
    const unexpected = errors.filter(
      ({ extensions }) => !['NOT_FOUND', 'FORBIDDEN', 'NOT_A_MEMBER'].includes(String(extensions['code'])),
    );
    if (unexpected.length > 0) throw new Error(`${name}: ${JSON.stringify(unexpected)}\n${text}`);
    answers.set(`${name} ${JSON.stringify(variables)} ${text.slice(0, 400)}`, JSON.stringify([data, errors]));
  };
  for (const query of queries.filter(({ name }) => name !== 'node')) {
    const needed = query.field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const asked = [
      ...(PLAIN[nameOf(query)] ?? (needed ? [] : [{}])),
      ...(theirs.fillings.get(nameOf(query)) ?? []),
      ...(await special(query)),
    ];
    if (asked.length === 0) throw new Error(`Nothing to ask ${query.name} with`);
    const page = query.field.args.some(({ name }) => name === 'first') ? { first: 4 } : {};
    for (const given of asked) {
      const variables = { ...page, ...given };
      for (const text of documents(query, variables)) await put(query.name, text, variables);
    }
  }
  for (const id of theirs.nodes) {
    const node = queries.find(({ name }) => name === 'node') as Operation;
    const type = schema.getType(await typeOf(id)) as GraphQLNamedType;
    for (const part of selections(type))
      await put('node', document(node, { id }, `{ __typename ... on ${type.name} ${part} }`), { id });
  }
  return answers;
}

async function typeOf(id: string): Promise<string> {
  const { node } = await world.theirs.me.graphql<{ node: { __typename: string } }>(
    'query ($id: ID!) { node(id: $id) { __typename } }',
    { id },
  );
  return node.__typename;
}

async function special({ name }: Operation): Promise<Variables[]> {
  if (name === 'conversationByNumber') {
    const numbers = await world.server.uow.reader.query<{ number: number }>(
      'SELECT number FROM conversation WHERE inbox_id = ?',
      [world.theirs.inboxId],
    );
    return numbers.slice(0, 3).map(({ number }) => ({ number: Number(number) }));
  }
  if (name !== 'contactMergePreview') return [];
  const { contacts } = await world.owner.graphql<{ contacts: { nodes: { id: string }[] } }>(
    '{ contacts(first: 2) { nodes { id } } }',
  );
  const [winner, loser] = contacts.nodes;
  return [{ winnerId: winner?.id, loserId: loser?.id }];
}

/** What everybody of the team may know (D3, and a contact is the whole team's): colleagues, contacts, and the names of inboxes to move to. */
const SHARED = /^Canary (inbox|customer \d+)$/;
const WORDS = /Canary [a-z]+(?: [a-z]+)*(?: \d+)?(?:\.pdf)?/g;
const secrets = (text: string): string[] => (text.match(WORDS) ?? []).filter((word) => !SHARED.test(word));

test('its members are told all of it, by some way or other', async () => {
  const seen = new Set<string>();
  for (const text of (await told(world.theirs.manager)).values())
    for (const word of secrets(text)) seen.add(word.replace(/ \d+(\.pdf)?$/, ''));
  const kinds = [
    'answer',
    'comment',
    'company',
    'deal',
    'draft',
    'file',
    'mail',
    'note',
    'rule',
    'rule comment',
    'snippet',
    'snippet text',
    'subject',
    'task',
    'ticket',
    'token',
    'view',
    'words',
  ];
  expect([...seen].toSorted()).toEqual(expect.arrayContaining(kinds.map((kind) => `Canary ${kind}`)));
}, 240_000);

test.each([
  ['who works in another inbox', () => world.ours.manager],
  ['who is in no inbox', () => world.nobody],
])(
  '%s is told nothing of it',
  async (_who, person) => {
    const leaks = [];
    for (const [asked, text] of await told(person())) {
      const found = secrets(text);
      if (found.length > 0) leaks.push(`${found.slice(0, 3).join(', ')} by ${asked}`);
    }
    expect(leaks).toEqual([]);
  },
  240_000,
);
