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
    for (const field of fieldsOf(type)) {
      const returned = getNamedType(field.type);
      if (!returned.name.endsWith('Connection')) continue;
      if (!field.args.some(({ name }) => name === 'first')) found.push(`${type.name}.${field.name} pages without first`);
      const directive = field.astNode?.directives?.some(({ name }) => name.value === 'cost');
      if (!directive) found.push(`${type.name}.${field.name} pages without @cost`);
      if (!fieldsOf(returned).some(({ name }) => name === 'position')) found.push(`${returned.name} does not tell its position`);
    }
    if (isInputObjectType(type) || isEnumType(type) || isObjectType(type)) found.push(...nameViolations(type));
  }
  return found;
}

function mutationViolations(field: Field, name: string): string[] {
  const payload = getNamedType(field.type);
  const errors = fieldsOf(payload).find((each) => each.name === 'userErrors');
  const found = errors?.type.toString() === '[UserError!]!' ? [] : [`${name} does not return userErrors`];
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

test('the walk sees what it should: planted violations are found', () => {
  const planted = buildSchema(`
    ${joinedSchema()}
    extend type Query { open: String bare: BareConnection! @auth(scopes: [ADMIN]) }
    extend type Mutation { lost: Plugin @auth(scopes: [ADMIN]) }
    type BareConnection { nodes: [Plugin] snake_case: Int }
  `);
  expect(violations(planted)).toEqual([
    'Query.open has no @auth',
    'Mutation.lost does not return userErrors',
    'Query.bare pages without first',
    'Query.bare pages without @cost',
    'BareConnection does not tell its position',
    'BareConnection.snake_case is not camel case',
    'BareConnection.nodes is a list of what may be null',
  ]);
});
