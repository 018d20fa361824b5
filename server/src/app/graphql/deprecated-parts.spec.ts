import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { deprecatedParts } from './deprecated-parts.js';

const schema = buildSchema(`
  type Query { shop: Shop things(order: Order, old: Int @deprecated(reason: "Use order."), filter: Filter): [Shop!] }
  type Shop { id: ID! name: String title: String @deprecated(reason: "Use name.") near: [Shop!] }
  enum Order { NEWEST OLDEST @deprecated(reason: "Use NEWEST.") }
  input Filter { name: String title: String @deprecated(reason: "Use name there.") order: Order and: [Filter!] }
`);
const parts = (text: string, variables: Record<string, unknown> = {}) => deprecatedParts(schema, parse(text), variables);

test('finds nothing where nothing will go', () => {
  expect(parts('query ($f: Filter) { shop { id name } things(order: NEWEST, filter: $f) { id } }', { f: { name: 'a' } })).toEqual(
    [],
  );
});

test('finds fields, arguments, values and fields of inputs, each once, also in fragments', () => {
  const text = `query { shop { a: title b: title near { ...F } } things(old: 1, order: OLDEST, filter: { and: [{ title: "x" }] }) { id } }
    fragment F on Shop { title }`;
  expect(parts(text)).toEqual([
    { part: 'Shop.title', reason: 'Use name.' },
    { part: 'Query.things(old)', reason: 'Use order.' },
    { part: 'Order.OLDEST', reason: 'Use NEWEST.' },
    { part: 'Filter.title', reason: 'Use name there.' },
  ]);
});

test('finds them in variables, however deep, and looks at nothing that is not there', () => {
  const text =
    'query ($f: Filter, $o: Order, $not: Filter) { things(filter: $f, order: $o) { id } other: things(filter: $not) { id } }';
  const f = { and: [{ and: [{ order: 'OLDEST', title: null, unknown: 1 }] }] };
  expect(parts(text, { f }).map(({ part }) => part)).toEqual(['Order.OLDEST', 'Filter.title']);
  expect(parts(text, { o: 'OLDEST' }).map(({ part }) => part)).toEqual(['Order.OLDEST']);
  expect(parts(text)).toEqual([]);
});
