import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = { DateTime: 'string', JSON: 'unknown', ID: 'string' };
const shared = { useTypeImports: true, enumsAsTypes: true, scalars };

/** The types of the whole schema, and the operations that come with the client. */
const config: CodegenConfig = {
  schema: '../../server/schema/*.graphql',
  silent: true,
  generates: {
    'src/generated/schema.ts': { plugins: ['typescript'], config: shared },
    'src/generated/operations.ts': {
      documents: ['src/operations/*.graphql'],
      plugins: ['typescript-operations', '../agent/scripts/documents.mjs'],
      config: { ...shared, strictScalars: true },
    },
  },
};
export default config;
