import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isAbstractType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { scopesOf } from '../../../src/app/graphql/auth-directive.js';
import { joinedSchema } from '../../../src/app/graphql/schema-files.js';
import type { Scope } from '../../../src/kernel/access.js';

/** The schema as it is reviewed; all that is walked is found in it, so that what is new is walked, too. */
export const schema = buildSchema(joinedSchema());

/** A field of `Query` or `Mutation`. */
export interface Operation {
  kind: 'query' | 'mutation';
  name: string;
  field: GraphQLField<unknown, unknown>;
  scopes: readonly Scope[];
}
/** Where in the variables an id stands; lists are passed through. */
export type Place = readonly string[];
export type Variables = Record<string, unknown>;

export const operations: readonly Operation[] = (['query', 'mutation'] as const).flatMap((kind) => {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {}).map((field) => ({
    kind,
    name: field.name,
    field,
    scopes: scopesOf(schema, field as never) as readonly Scope[],
  }));
});

/** What only those with the scope ADMIN may use. */
export const adminOnly = ({ scopes }: Operation): boolean => scopes.every((scope) => scope === 'ADMIN');

/** All places of ids in the arguments of an operation, also deep in its inputs. */
export function idPlaces({ field }: Operation): Place[] {
  return field.args.flatMap((arg) => placesIn(arg.type, [arg.name])).filter((place) => place.at(-1) !== 'operationId');
}

function placesIn(type: GraphQLInputType, path: Place): Place[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [path];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => placesIn(field.type, [...path, field.name]));
}

/** The variables with another id at the place, in each element of a list on the way; undefined when nothing stands there. */
export function withId(variables: unknown, [head, ...rest]: Place, id: string): unknown {
  if (variables === undefined || variables === null) return undefined;
  if (Array.isArray(variables)) {
    const parts = variables.map((each) => withId(each, head === undefined ? [] : [head, ...rest], id));
    const changed = parts.some((part) => part !== undefined);
    return changed ? parts.map((part, index) => part ?? (variables as unknown[])[index]) : undefined;
  }
  if (head === undefined) return id;
  const object = variables as Variables;
  const part = withId(object[head], rest, id);
  return part === undefined ? undefined : { ...object, [head]: part };
}

/** The first id that stands at the place. */
export function idAt(variables: unknown, [head, ...rest]: Place): string | undefined {
  const value = Array.isArray(variables) ? (variables as unknown[])[0] : variables;
  if (head === undefined) return typeof value === 'string' ? value : undefined;
  return value === undefined || value === null ? undefined : idAt((value as Variables)[head], rest);
}

/** Variables that only keep the types: for operations that must be refused before anybody looks at them. */
export function anyVariables({ field }: Operation): Variables {
  const needed = field.args.filter(({ type }) => isNonNullType(type));
  return Object.fromEntries(needed.map(({ name, type }) => [name, anyValue(type)]));
}

const PLAIN: Record<string, unknown> = {
  ID: 'x',
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2030-01-01T00:00:00.000Z',
  JSON: {},
};

function anyValue(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (!isInputObjectType(bare)) return PLAIN[(bare as GraphQLNamedType).name];
  const fields = Object.values(bare.getFields());
  const needed = bare.isOneOf
    ? fields.slice(0, 1)
    : fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return Object.fromEntries(needed.map(({ name, type: inner }) => [name, anyValue(inner)]));
}

/** A document that calls the operation with all its arguments as variables. */
export function document({ kind, name, field }: Operation, variables: Variables, selected?: string): string {
  const given = field.args.filter((arg) => arg.name in variables);
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const body = `${name}${passed ? `(${passed})` : ''} ${selected ?? selection(getNamedType(field.type), 1)}`;
  return `${kind} Walk${declared ? `(${declared})` : ''} { ${body} }`;
}

type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (type: GraphQLNamedType): Field[] => (isObjectType(type) ? Object.values(type.getFields()) : []);
const callable = (field: Field): boolean => field.args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined);
/** Fields that lead into something; `edges` only says again what `nodes` says. */
export const waysOf = (type: GraphQLNamedType): Field[] =>
  fieldsOf(type).filter((field) => callable(field) && !isLeafType(getNamedType(field.type)) && field.name !== 'edges');
/** A small page where there are pages. */
export const call = (field: Field, name: string = field.name): string =>
  `${name}${field.args.some((arg) => arg.name === 'first') ? '(first: 3)' : ''}`;

/** The types that may be there. */
export const possible = (type: GraphQLNamedType): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];

/** Everything that the type tells, and what it leads to down to the depth. */
export function selection(type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  if (!isAbstractType(type)) return `{ ${insides(type, depth)} }`;
  const types = possible(type);
  const clashing = clashesOf(types);
  // A request may have 30 aliases: where there are many types, what they name alike and mean differently is left to `node`.
  const many = types.length > 4;
  const parts = types.map((each) => `... on ${each.name} { ${insides(each, many ? 0 : depth, { clashing, many })} }`);
  return `{ __typename ${parts.join(' ')} }`;
}

/** Of a type that stands beside others, what two of them name alike has the name of the type before it. */
function insides(type: GraphQLNamedType, depth: number, beside?: { clashing: ReadonlySet<string>; many: boolean }): string {
  const clashes = ({ name }: Field): boolean => beside?.clashing.has(name) ?? false;
  const named = (field: Field): string => (clashes(field) ? `${type.name}_${field.name}: ${field.name}` : field.name);
  const fields = fieldsOf(type).filter((field) => callable(field) && !(beside?.many && clashes(field)));
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(named);
  const ways = depth > 0 ? waysOf(type).filter((field) => fields.includes(field)) : [];
  const led = ways.map((field) => `${call(field, named(field))} ${selection(getNamedType(field.type), depth - 1)}`);
  return ['__typename', ...leaves, ...led].join(' ');
}

function clashesOf(types: readonly GraphQLObjectType[]): ReadonlySet<string> {
  const all = types.flatMap((type) => fieldsOf(type).map(({ name, type: of }) => ({ name, of: String(of) })));
  const clashes = all.filter(({ name, of }) => all.some((other) => other.name === name && other.of !== of));
  return new Set(clashes.map(({ name }) => name));
}
