import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const JSON_DEPTH = 32;

/** An instant: milliseconds or a Date inside, ISO 8601 in UTC outside. What comes in becomes milliseconds. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  serialize(value) {
    if (typeof value === 'number' || value instanceof Date) return new Date(value).toISOString();
    throw new GraphQLError('A DateTime must be a number or a Date inside the server.');
  },
  parseValue: parseInstant,
  parseLiteral(node) {
    return parseInstant(node.kind === Kind.STRING ? node.value : null);
  },
});

/** Any JSON value; keys that could change a prototype are refused. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => checkJson(value),
  parseLiteral(node: ValueNode, variables) {
    return checkJson(valueFromASTUntyped(node, variables));
  },
});

function parseInstant(value: unknown): number {
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) throw new GraphQLError('A DateTime is written like 2026-11-23T09:30:00.000Z.');
  return at;
}

function checkJson(value: unknown, depth = 0): unknown {
  if (depth > JSON_DEPTH) throw new GraphQLError(`JSON may be nested at most ${JSON_DEPTH} deep.`);
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, inner] of Object.entries(value)) {
    if (UNSAFE_KEYS.has(key)) throw new GraphQLError(`JSON may not have a key called ${key}.`);
    checkJson(inner, depth + 1);
  }
  return value;
}
