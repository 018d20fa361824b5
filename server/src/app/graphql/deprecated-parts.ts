import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { DeprecatedUses } from '../../features/deprecated-use/index.js';
import type { Principal } from '../../kernel/access.js';

/** Counts for the token that is shown, if any: what people do in the app is ours to mend. */
export function noteDeprecated(uses: DeprecatedUses, principal: Principal, find: () => DeprecatedPart[]): void {
  const tokenId = DeprecatedUses.tokenOf(principal);
  if (tokenId !== null) uses.note(tokenId, find());
}

/** Something of the schema that will go, and what instead. */
export interface DeprecatedPart {
  /** Such as `Contact.email`, `Query.contacts(order)`, `ContactInput.email` or `Order.NEWEST`. */
  part: string;
  reason: string;
}
type Variables = Readonly<Record<string, unknown>>;

/** What a request uses of that, each part once: in its document, and in its variables. */
export function deprecatedParts(schema: GraphQLSchema, document: DocumentNode, variables: Variables): DeprecatedPart[] {
  const found = new Map(partsOfDocument(schema, document));
  const note = noteIn(found);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { type, variable } of definition.variableDefinitions ?? []) {
      const known = typeFromAST(schema, type as never);
      if (isInputType(known)) partsOfValue(known, variables[variable.name.value], note);
    }
  }
  return [...found].map(([part, reason]) => ({ part, reason }));
}

type Note = (part: string, reason?: string | null) => void;

const noteIn =
  (found: Map<string, string>): Note =>
  (part, reason) => {
    if (reason != null) found.set(part, reason);
  };

/** A program asks by the same few documents, which are parsed once: each is walked through once, too. */
const walked = new WeakMap<DocumentNode, ReadonlyMap<string, string>>();

function partsOfDocument(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<string, string> {
  const known = walked.get(document);
  if (known) return known;
  const found = new Map<string, string>();
  const note = noteIn(found);
  const info = new TypeInfo(schema);
  const place = (): string => `${info.getParentType()?.name ?? ''}.${info.getFieldDef()?.name ?? ''}`;
  const visitor = visitWithTypeInfo(info, {
    Field: () => note(place(), info.getFieldDef()?.deprecationReason),
    Argument: () => note(`${place()}(${info.getArgument()?.name ?? ''})`, info.getArgument()?.deprecationReason),
    ObjectField: ({ name }) => {
      const parent = getNamedType(info.getParentInputType());
      if (isInputObjectType(parent)) note(`${parent.name}.${name.value}`, parent.getFields()[name.value]?.deprecationReason);
    },
    EnumValue: ({ value }) =>
      note(`${getNamedType(info.getInputType())?.name ?? ''}.${value}`, info.getEnumValue()?.deprecationReason),
  });
  visit(document, visitor);
  walked.set(document, found);
  return found;
}

function partsOfValue(type: GraphQLInputType, value: unknown, note: Note): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) return value.forEach((each) => partsOfValue(type, each, note));
  const named = getNamedType(type);
  if (isEnumType(named) && typeof value === 'string') note(`${named.name}.${value}`, named.getValue(value)?.deprecationReason);
  if (!isInputObjectType(named) || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    const field = named.getFields()[name];
    if (!field) continue;
    note(`${named.name}.${name}`, field.deprecationReason);
    partsOfValue(field.type, inner, note);
  }
}
