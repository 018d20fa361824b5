import type { CodegenConfig } from '@graphql-codegen/cli';

/** `npm run docs -w server` writes the types of the schema's arguments, inputs and words, which resolvers are written against. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  silent: true,
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript'],
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { DateTime: { input: 'number', output: 'string' }, JSON: 'unknown', ID: 'string' },
        inputMaybeValue: 'T | null | undefined',
      },
    },
  },
};
export default config;
