import {
  BreakingChangeType,
  DangerousChangeType,
  type DirectiveNode,
  findBreakingChanges,
  findDangerousChanges,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';

/** What differs between two schemas, in the words of a changelog. */
export interface SchemaChanges {
  /** What stops a program that worked. */
  breaking: string[];
  /** What a program may stumble over that forgot its default branch. */
  risky: string[];
  /** What was announced, and went on its day. */
  removed: string[];
  added: string[];
}
/** Something that will go, and why. */
export interface Deprecated {
  /** Such as `Conversation.subject`. */
  name: string;
  reason: string;
}

const DAY = /Removal on (\d{4}-\d{2}-\d{2})\./;

/** The day in a reason, such as "Use x. Removal on 2027-06-01."; null when there is none, or none that is in a calendar. */
export function removalDay(reason: string): string | null {
  const day = DAY.exec(reason)?.[1];
  return day && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day) ? day : null;
}

interface Member {
  name: string;
  type?: GraphQLNamedType;
  deprecationReason?: string | null | undefined;
}

/** Every field, argument and value of a type, by the name that a changelog gives it. */
function membersOf(type: GraphQLNamedType): Member[] {
  if (isEnumType(type)) return type.getValues().map((value) => ({ ...value, name: `${type.name}.${value.name}` }));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields()).flatMap<Member>((field) => {
    const name = `${type.name}.${field.name}`;
    const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
    return [
      { name, type: getNamedType(field.type), deprecationReason: field.deprecationReason },
      ...args.map((arg) => ({
        name: `${name}(${arg.name})`,
        type: getNamedType(arg.type),
        deprecationReason: arg.deprecationReason,
      })),
    ];
  });
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
}
const allMembers = (schema: GraphQLSchema): Member[] => ownTypes(schema).flatMap(membersOf);

/** What is marked as going, soonest first; what has no day comes first of all. */
export function deprecatedIn(schema: GraphQLSchema): Deprecated[] {
  return allMembers(schema)
    .flatMap(({ name, deprecationReason }) => (deprecationReason == null ? [] : [{ name, reason: deprecationReason }]))
    .sort((a, b) => (removalDay(a.reason) ?? '').localeCompare(removalDay(b.reason) ?? ''));
}

/** What breaks the rule that each `@deprecated` names the day on which it goes, and goes then. */
export function deprecationMistakes(schema: GraphQLSchema, today: string): string[] {
  return deprecatedIn(schema).flatMap(({ name, reason }) => {
    const day = removalDay(reason);
    if (!day) return [`${name} is deprecated without a day: write "Removal on YYYY-MM-DD."`];
    return day < today ? [`${name} should have gone on ${day}: remove it, or give it another day`] : [];
  });
}

/** What may be given and need not is news, and nobody stumbles over it. */
const ADDED: ReadonlySet<string> = new Set([
  DangerousChangeType.OPTIONAL_ARG_ADDED,
  DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED,
]);

/** What changed from one schema to the next; `today` decides what was to go by now. */
export function changesBetween(before: GraphQLSchema, now: GraphQLSchema, today: string): SchemaChanges {
  const due = new Set(
    deprecatedIn(before)
      .filter(({ reason }) => (removalDay(reason) ?? '9999') <= today)
      .map(({ name }) => name),
  );
  const found = findBreakingChanges(before, now);
  const announced = found.filter((change) => isDue(before, nameOf(change), due));
  const dangerous = findDangerousChanges(before, now);
  // Who leaves something out gets something else now.
  const otherwise = dangerous.filter(({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE);
  const words = (changes: readonly { description: string }[]): string[] => changes.map(({ description }) => description);
  return {
    breaking: [...words([...found.filter((change) => !announced.includes(change)), ...otherwise]), ...narrowed(before, now)],
    risky: words(dangerous.filter((change) => !otherwise.includes(change) && !ADDED.has(change.type))),
    removed: words(announced),
    added: additions(before, now),
  };
}

/** The name of what a change took away; null when it took nothing away. */
function nameOf({ type, description }: { type: BreakingChangeType; description: string }): string | null {
  const [first = ''] = description.split(' ');
  if (type === BreakingChangeType.FIELD_REMOVED || type === BreakingChangeType.TYPE_REMOVED) return first;
  if (type === BreakingChangeType.ARG_REMOVED) return `${first}(${description.split(' ')[2]})`;
  const enumType = /from enum type (\w+)/.exec(description)?.[1];
  return type === BreakingChangeType.VALUE_REMOVED_FROM_ENUM && enumType ? `${enumType}.${first}` : null;
}

/** Whether it was to go by now: itself, or a type of which each use was. */
function isDue(before: GraphQLSchema, name: string | null, due: ReadonlySet<string>, seen = new Set<string>()): boolean {
  if (name === null) return false;
  if (due.has(name) || seen.has(name)) return true;
  seen.add(name);
  const [owner = '', member] = name.split('.');
  const uses = allMembers(before).filter(({ type }) => type?.name === owner);
  if (member !== undefined || uses.length === 0) return false;
  return uses.every((use) => due.has(use.name) || isDue(before, use.name.split('.')[0] ?? '', due, seen));
}

/** Root fields that are open to fewer than they were: no change of types, and it stops a program all the same. */
function narrowed(before: GraphQLSchema, now: GraphQLSchema): string[] {
  const roots = ['Query', 'Mutation', 'Subscription'];
  return roots.flatMap((root) => {
    const [old, next] = [before, now].map((schema) => schema.getType(root));
    if (!isObjectType(old) || !isObjectType(next)) return [];
    return Object.values(old.getFields()).flatMap(({ name, astNode }) => {
      const successor = next.getFields()[name];
      if (!successor) return [];
      const [was, is] = [authOf(astNode?.directives), authOf(successor.astNode?.directives)];
      const lost = was.scopes.filter((scope) => !is.scopes.includes(scope));
      return [
        ...lost.map((scope) => `${root}.${name} is no longer open to ${scope}.`),
        ...(is.session && !was.session ? [`${root}.${name} is no longer open to tokens.`] : []),
      ];
    });
  });
}

function authOf(directives: readonly DirectiveNode[] | undefined): { scopes: string[]; session: boolean } {
  const auth = directives?.find(({ name }) => name.value === 'auth');
  const valueOf = (name: string) => auth?.arguments?.find((argument) => argument.name.value === name)?.value;
  const scopes = valueOf('scopes');
  const session = valueOf('session');
  return {
    scopes: scopes?.kind === Kind.LIST ? scopes.values.flatMap((one) => (one.kind === Kind.ENUM ? one.value : [])) : [],
    session: session?.kind === Kind.BOOLEAN && session.value,
  };
}

/** New types, and what is new in those that were there. */
function additions(before: GraphQLSchema, now: GraphQLSchema): string[] {
  const known = new Set([...ownTypes(before).map(({ name }) => name), ...allMembers(before).map(({ name }) => name)]);
  return ownTypes(now).flatMap((type) =>
    known.has(type.name)
      ? membersOf(type).flatMap(({ name }) => (known.has(name) || isInNew(name, known) ? [] : [name]))
      : [type.name],
  );
}

/** An argument of a field that is new itself is no news. */
const isInNew = (name: string, known: ReadonlySet<string>): boolean => name.includes('(') && !known.has(name.split('(')[0] ?? '');
