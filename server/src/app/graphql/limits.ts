import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';
import { holdsNul, NO_NUL } from '../http/nul.js';

/** What one request may ask for; checked before anything of it runs. */
export const LIMITS = { depth: 12, aliases: 30, rootFields: 20, cost: 5_000, tokens: 2_000, fields: 10_000 } as const;

/** The default and the largest size of a page. */
const PAGE = { usual: 50, most: 100 };
const INTROSPECTION_COST = 100;

type Variables = Record<string, unknown>;

/**
 * The cost of an operation by the `@cost` of its fields; throws LIMIT when it asks for more than one request may, and BAD_USER_INPUT
 * when a text in it can't be kept.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): number {
  const operation = getOperationAST(document, operationName);
  const root = operation ? schema.getRootType(operation.operation) : null;
  if (!operation || !root) return 0;
  if (holdsNul(variables) || writesNul(document)) throw refused(NO_NUL, 'BAD_USER_INPUT');
  const measuring = new Measuring(schema, document, operation, variables);
  const cost = measuring.cost(operation.selectionSet, root, 1);
  if (measuring.rootFields > LIMITS.rootFields) throw tooMuch(`at most ${LIMITS.rootFields} fields at the root`);
  if (cost > LIMITS.cost) throw tooMuch(`at most ${LIMITS.cost} points, and this costs ${cost}. Ask for smaller pages`);
  return cost;
}

/** A program asks by the same few documents, which are parsed once: each is walked through once, too. */
const walked = new WeakMap<DocumentNode, boolean>();

function writesNul(document: DocumentNode): boolean {
  const known = walked.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, { StringValue: ({ value }) => (holdsNul(value) ? ((found = true), BREAK) : undefined) });
  walked.set(document, found);
  return found;
}

class Measuring {
  rootFields = 0;
  private aliases = 0;
  private fields = 0;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly defaults: Variables = {};

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    for (const variable of operation.variableDefinitions ?? [])
      if (variable.defaultValue?.kind === Kind.INT)
        this.defaults[variable.variable.name.value] = Number(variable.defaultValue.value);
  }

  cost(selections: SelectionSetNode, parent: GraphQLNamedType, depth: number): number {
    if (depth > LIMITS.depth) throw tooMuch(`at most ${LIMITS.depth} levels`);
    let total = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        total += this.fieldCost(selection, parent, depth);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : parent;
      if (fragment && on) total += this.cost(fragment.selectionSet, on, depth);
      if (total > LIMITS.cost * 100) throw tooMuch(`at most ${LIMITS.cost} points`);
    }
    return total;
  }

  private fieldCost(node: FieldNode, parent: GraphQLNamedType, depth: number): number {
    // A bomb of fragments is counted where it goes off, field by field.
    if (++this.fields > LIMITS.fields) throw tooMuch(`at most ${LIMITS.fields} fields, fragments counted wherever they are used`);
    if (node.alias && ++this.aliases > LIMITS.aliases) throw tooMuch(`at most ${LIMITS.aliases} aliases`);
    if (depth === 1) this.rootFields++;
    if (node.name.value.startsWith('__')) return node.name.value === '__typename' ? 0 : INTROSPECTION_COST;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return 0;
    const type = getNamedType(field.type);
    const { points, times } = costOf(this.schema, field);
    if (!node.selectionSet) return points;
    return points + this.pageSize(node, times) * this.cost(node.selectionSet, type, depth + 1);
  }

  private pageSize(node: FieldNode, times: readonly string[]): number {
    if (times.length === 0) return 1;
    const asked = (node.arguments ?? [])
      .filter((argument) => times.includes(argument.name.value))
      .map((argument) => this.int(argument.value))
      .filter((value) => value !== null);
    // What is out of range is refused by the list itself, which is the better sentence.
    return asked.length === 0 ? PAGE.usual : Math.min(PAGE.most, Math.max(1, ...asked));
  }

  private int(value: ValueNode): number | null {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return null;
    const given = this.variables[value.name.value] ?? this.defaults[value.name.value];
    return typeof given === 'number' ? given : null;
  }
}

/** What the schema says of a field does not change. */
const costs = new WeakMap<GraphQLField<unknown, unknown>, FieldCost>();
interface FieldCost {
  points: number;
  times: readonly string[];
}

/** Reads what each field costs, before the schema forgets how it was written. */
export function readCosts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) || isInterfaceType(type)) for (const field of Object.values(type.getFields())) costOf(schema, field);
  return schema;
}

function costOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): FieldCost {
  const known = costs.get(field);
  if (known) return known;
  const directive = schema.getDirective('cost');
  const values = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
  const times = (values?.['times'] as string[] | null | undefined) ?? [];
  const usual = isCompositeType(getNamedType(field.type)) ? 1 : 0;
  const cost = { points: values ? (values['points'] as number) : usual, times };
  costs.set(field, cost);
  return cost;
}

function tooMuch(what: string): GraphQLError {
  return refused(`One request may ask for ${what}.`, 'LIMIT');
}

/** What is refused is the caller's mistake; Apollo would answer 500 by itself. */
function refused(words: string, code: string): GraphQLError {
  return new GraphQLError(words, { extensions: { code, http: { status: 400 } } });
}
