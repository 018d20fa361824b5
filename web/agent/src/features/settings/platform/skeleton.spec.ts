import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { skeletonOf } from './skeleton.js';

const schema = buildSchema(readFileSync(join(process.cwd(), '../../server/schema.graphql'), 'utf8'));
const roots = [
  ['query', schema.getQueryType()],
  ['mutation', schema.getMutationType()],
] as const;

describe('a beginning for a field of the root', () => {
  it.each(roots)('is a valid %s for each field that there is', (kind, root) => {
    const wrong = Object.values(root?.getFields() ?? {}).flatMap((field) =>
      validate(schema, parse(skeletonOf(kind, field).query)).map(({ message }) => `${field.name}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has a variable for each argument that is needed', () => {
    const { query, variables } = skeletonOf('query', schema.getQueryType()!.getFields()['node']!);
    expect(query).toBe('query ($id: ID!) {\n  node(id: $id) {\n    id\n  }\n}\n');
    expect(JSON.parse(variables)).toEqual({ id: null });
  });
});
