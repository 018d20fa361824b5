import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
} from 'graphql';
import { joinedSchema } from './schema-files.js';
import { doesOf } from './viewer-can.js';
import { scopesOf } from './auth-directive.js';

type Field = GraphQLField<unknown, never>;

const schema = buildSchema(joinedSchema());

/** Types whose fields say all by their names: the rule asks for words where a name does not. */
const CODE_WORDS = /^[a-z][A-Za-z]*$/;

function fieldsOf(type: GraphQLNamedType | null | undefined): Field[] {
  return isObjectType(type) || isInterfaceType(type) ? (Object.values(type.getFields()) as unknown as Field[]) : [];
}

/** Everything about the schema that breaks a rule, in words. */
function violations(of: GraphQLSchema): string[] {
  const found: string[] = [];
  const roots = [of.getQueryType(), of.getMutationType(), of.getSubscriptionType()];
  for (const root of roots)
    for (const field of fieldsOf(root)) {
      const name = `${root?.name ?? ''}.${field.name}`;
      if (scopesOf(of, field as never).length === 0) found.push(`${name} has no @auth`);
      if (root === of.getMutationType() && field.name !== 'signal') found.push(...mutationViolations(field, name));
    }
  for (const type of Object.values(of.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (untold(type)) found.push(`${type.name} does not tell what the viewer may do with it`);
    for (const field of fieldsOf(type)) {
      if (field.args.some(({ name }) => PAGES_BY_NUMBER.test(name))) found.push(`${type.name}.${field.name} pages by number`);
      const returned = getNamedType(field.type);
      if (!returned.name.endsWith('Connection')) continue;
      if (!field.args.some(({ name }) => name === 'first')) found.push(`${type.name}.${field.name} pages without first`);
      const directive = field.astNode?.directives?.some(({ name }) => name.value === 'cost');
      if (!directive) found.push(`${type.name}.${field.name} pages without @cost`);
      if (!field.args.some(({ name }) => name === 'after' || name === 'before'))
        found.push(`${type.name}.${field.name} pages without a cursor`);
      if (!isKeyset(returned)) found.push(`${returned.name} is no page by keyset`);
      if (!fieldsOf(returned).some(({ name }) => name === 'position')) found.push(`${returned.name} does not tell its position`);
    }
    if (isInputObjectType(type) || isEnumType(type) || isObjectType(type)) found.push(...nameViolations(type));
  }
  return found;
}

/** Each row with its own cursor, and whether there is more; nothing counts from the beginning. */
function isKeyset(connection: GraphQLNamedType): boolean {
  const fields = new Map(fieldsOf(connection).map((field) => [field.name, field]));
  const edge = fields.get('edges');
  const cursor = fieldsOf(edge && getNamedType(edge.type)).find(({ name }) => name === 'cursor');
  return fields.get('pageInfo')?.type.toString() === 'PageInfo!' && cursor?.type.toString() === 'String!';
}

/** What a create is known by where it takes no id of the client: the same again is the same. */
const KNOWN_BY: Record<string, string> = {
  accountLink: 'the account in the offer',
  contactExport: 'the contact, while one is being made',
  draftSave: 'the conversation and its person',
  passkeyAdd: 'the key of the authenticator',
  pushSubscribe: 'the address of the browser',
  senderRuleSave: 'the sender and the inbox',
  signInProviderSave: 'there is one',
};
const CREATES = /(Create|Save|Send|Forward|Compose|Import|Export|Split|Merge|Add|Link|Invite|Trust|Subscribe|Setup)$/;
/** What is changed by these is there already. */
const NO_CREATE = new Set(['inboundItemImport', 'agentLinkCreate', 'tagMerge', 'recordsLink']);
/** Settings of somebody or of something that is there: no new node. */
const OF_ANOTHER =
  /^(preferences|profile|apiSettings|systemMail|agentHours|notificationSettings|acknowledgement|routing|slaPolicy|workingHours)Save$/;

/** Whether the client may name what is made, so that a repeat makes nothing twice (G13 71). */
function takesClientId(field: Field): boolean {
  if (field.args.some(({ name }) => name === 'id')) return true;
  const input = getNamedType(field.args.find(({ name }) => name === 'input')?.type);
  return isInputObjectType(input) && 'id' in input.getFields();
}

const PAGES_BY_NUMBER = /^(offset|page|pageNumber|skip)$/;

/** Nobody changes these once they are there. */
const UNCHANGED = new Set([
  'Alarm',
  'Attachment',
  'AuditEntry',
  'Backup',
  'Bot',
  'ContactErasure',
  'ContactExport',
  'Delivery',
  'Event',
  'ListImport',
]);
const TELLS = new Set(['viewerCan', 'viewerMay', 'canChange']);

/** A node says what the viewer may do with it, or it is decided here that nobody changes it. */
function untold(type: GraphQLNamedType): boolean {
  if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) return false;
  return !UNCHANGED.has(type.name) && !fieldsOf(type).some(({ name }) => TELLS.has(name));
}

function mutationViolations(field: Field, name: string): string[] {
  const payload = getNamedType(field.type);
  const errors = fieldsOf(payload).find((each) => each.name === 'userErrors');
  const found = errors?.type.toString() === '[UserError!]!' ? [] : [`${name} does not return userErrors`];
  const creates = CREATES.test(field.name) && !NO_CREATE.has(field.name) && !OF_ANOTHER.test(field.name);
  if (creates && !(field.name in KNOWN_BY) && !takesClientId(field)) found.push(`${name} makes what the client can't name`);
  if (field.args.length > 4) found.push(`${name} takes ${field.args.length} arguments: one input, please`);
  return found;
}

function nameViolations(type: GraphQLNamedType): string[] {
  if (isEnumType(type))
    return type
      .getValues()
      .filter(({ name }) => !/^[A-Z][A-Z0-9_]*$/.test(name))
      .map(({ name }) => `${type.name}.${name}`);
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : fieldsOf(type);
  const named = fields.filter(({ name }) => !CODE_WORDS.test(name)).map(({ name }) => `${type.name}.${name} is not camel case`);
  const lists = fieldsOf(type)
    .filter((field) => isListType(unwrapped(field.type)) && !field.type.toString().replace(/!$/, '').endsWith('!]'))
    .map((field) => `${type.name}.${field.name} is a list of what may be null`);
  return [...named, ...lists];
}

function unwrapped(type: Field['type']): unknown {
  return isNonNullType(type) ? type.ofType : type;
}

test('each root field says who may use it, each mutation returns userErrors, each connection takes first', () => {
  expect(violations(schema)).toEqual([]);
});

test('what is decided about creates and nodes is about what is there', () => {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  expect([...Object.keys(KNOWN_BY), ...NO_CREATE].filter((name) => !(name in mutations))).toEqual([]);
  const tells = [...UNCHANGED].filter((name) => {
    const type = schema.getType(name);
    return !type || fieldsOf(type).some((field) => TELLS.has(field.name));
  });
  expect(tells).toEqual([]);
  const does = Object.values(schema.getTypeMap())
    .flatMap(fieldsOf)
    .flatMap(doesOf as never) as { by: string }[];
  expect(does.length).toBeGreaterThan(30);
  expect(does.filter(({ by }) => !(by in mutations))).toEqual([]);
});

test('the walk sees what it should: planted violations are found', () => {
  const planted = buildSchema(`
    ${joinedSchema()}
    extend type Query { open: String bare: BareConnection! @auth(scopes: [ADMIN]) }
    extend type Mutation { lost: Plugin @auth(scopes: [ADMIN]) thingCreate(name: String): PluginPayload! @auth(scopes: [ADMIN]) }
    type BareConnection { nodes: [Plugin] snake_case: Int }
    type Thing implements Node { id: ID! parts(offset: Int): [Int!] }
  `);
  expect(violations(planted)).toEqual([
    'Query.open has no @auth',
    'Mutation.lost does not return userErrors',
    "Mutation.thingCreate makes what the client can't name",
    'Query.bare pages without first',
    'Query.bare pages without @cost',
    'Query.bare pages without a cursor',
    'BareConnection is no page by keyset',
    'BareConnection does not tell its position',
    'BareConnection.snake_case is not camel case',
    'BareConnection.nodes is a list of what may be null',
    'Thing does not tell what the viewer may do with it',
    'Thing.parts pages by number',
  ]);
});
