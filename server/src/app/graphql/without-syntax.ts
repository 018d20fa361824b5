import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { resetCaches } from 'graphql-tag';

/** What of a schema knows by which words it was written. */
interface Written {
  astNode?: unknown;
  extensionASTNodes?: unknown;
}

/**
 * Forgets by which words a schema was written, once all that its directives say has been read: several MiB that nothing
 * looks at again while it serves. The reader of the words (`gql`, by which Nest joins the slices) keeps them, too.
 */
export function withoutSyntax(schema: GraphQLSchema): GraphQLSchema {
  resetCaches();
  forget(schema);
  for (const directive of schema.getDirectives()) [directive, ...directive.args].forEach(forget);
  for (const type of Object.values(schema.getTypeMap())) [type, ...partsOf(type)].forEach(forget);
  return schema;
}

function partsOf(type: GraphQLNamedType): Written[] {
  if (isEnumType(type)) return [...type.getValues()];
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
}

function forget(part: Written): void {
  part.astNode = undefined;
  if (part.extensionASTNodes) part.extensionASTNodes = [];
}
