import type { CodegenConfig } from '@graphql-codegen/cli';

const output = {
  plugins: ['typescript-operations', './scripts/documents.mjs'],
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    scalars: { DateTime: 'string', JSON: 'unknown' },
  },
};

/** Documents of parts that are loaded later are in files of their own, so that the first load does not carry them (ux 4.15). */
const config: CodegenConfig = {
  schema: '../../server/schema/*.graphql',
  generates: {
    'src/generated/graphql.ts': {
      documents: [
        'src/**/*.graphql',
        '!src/features/crm/**',
        '!src/features/settings/**',
        '!src/features/composer/later/**',
        '!src/features/bulk/**',
        '!src/features/notifications/later/**',
        '!src/features/reports/**',
        '!src/features/automation/**',
      ],
      ...output,
    },
    'src/generated/bulk.ts': { documents: ['src/features/bulk/*.graphql', 'src/graphql/fragments.graphql'], ...output },
    'src/generated/composer.ts': {
      documents: ['src/features/composer/later/*.graphql', 'src/graphql/fragments.graphql'],
      ...output,
    },
    'src/generated/settings.ts': { documents: ['src/features/settings/*.graphql', 'src/graphql/fragments.graphql'], ...output },
    'src/generated/platform.ts': {
      documents: ['src/features/settings/platform/*.graphql', 'src/graphql/fragments.graphql'],
      ...output,
    },
    'src/generated/sign-in.ts': {
      documents: ['src/features/settings/sign-in/*.graphql', 'src/graphql/fragments.graphql'],
      ...output,
    },
    'src/generated/notifications.ts': {
      documents: ['src/features/notifications/later/*.graphql', 'src/graphql/fragments.graphql'],
      ...output,
    },
    'src/generated/automation.ts': {
      documents: ['src/features/automation/*.graphql', 'src/graphql/fragments.graphql'],
      ...output,
    },
    'src/generated/reports.ts': { documents: ['src/features/reports/*.graphql'], ...output },
    'src/generated/crm-transfer.ts': {
      documents: ['src/features/crm/transfer/*.graphql', 'src/graphql/fragments.graphql'],
      ...output,
    },
    'src/generated/crm.ts': { documents: ['src/features/crm/*.graphql', 'src/graphql/fragments.graphql'], ...output },
  },
};
export default config;
