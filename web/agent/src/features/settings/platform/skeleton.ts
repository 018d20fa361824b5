import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;
const needsNothing = (field: Field): boolean => !field.args.some(isRequiredArgument);

/** What of a type says the most by itself: its plain fields, and of lists and payloads those of what is in them. */
function selection(type: GraphQLOutputType, indent: string, deeper: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named))
    return isLeafType(named) ? '' : ' {\n' + `${indent}  __typename\n${indent}}`;
  const fields = Object.values(named.getFields()).filter((field) => needsNothing(field) && !field.deprecationReason);
  const plain = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => `${indent}  ${name}`);
  const inner =
    deeper === 0
      ? []
      : fields
          .filter((field) => !isLeafType(getNamedType(field.type)) && /^(nodes|pageInfo|userErrors)$/.test(field.name))
          .map((field) => `${indent}  ${field.name}${selection(field.type, `${indent}  `, deeper - 1)}`);
  const lines = [...plain, ...inner];
  return ` {\n${lines.length > 0 ? lines.join('\n') : `${indent}  __typename`}\n${indent}}`;
}

/** An operation that asks for one field of the root, with a variable for each argument that it needs. */
export function skeletonOf(kind: 'query' | 'mutation', field: Field): { query: string; variables: string } {
  const needed = field.args.filter(isRequiredArgument);
  const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = `${kind}${declared && ` (${declared})`}`;
  const call = `${field.name}${passed && `(${passed})`}`;
  return {
    query: `${head} {\n  ${call}${selection(field.type, '  ', 2)}\n}\n`,
    variables: needed.length > 0 ? JSON.stringify(Object.fromEntries(needed.map(({ name }) => [name, null])), null, 2) : '',
  };
}
