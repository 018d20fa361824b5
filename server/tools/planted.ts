/** A file that breaks one rule of the house, and the rule that must catch it. */
export interface Planted {
  rule: string;
  file: string;
  code: string;
  /** Files that the planted one needs. */
  with?: Record<string, string>;
}

const thing = 'export const thing = 1;\n';
const imports = (from: string) => `import { thing } from '${from}';\nexport const used = thing;\n`;
const importsType = (from: string) => `import type { thing } from '${from}';\nexport type Used = typeof thing;\n`;

/** One violation for each rule of .dependency-cruiser.cjs. */
export const borders: Planted[] = [
  {
    rule: 'no-cycles',
    file: 'server/src/features/a/one.ts',
    code: `import { two } from './two.js';\nexport const one = () => two;\n`,
    with: { 'server/src/features/a/two.ts': `import { one } from './one.js';\nexport const two = () => one;\n` },
  },
  { rule: 'no-unresolvable', file: 'server/src/features/a/lost.ts', code: imports('./nowhere.js') },
  {
    rule: 'kernel-imports-nothing-of-ours',
    file: 'server/src/kernel/reaches.ts',
    code: importsType('../features/b/index.js'),
    with: { 'server/src/features/b/index.ts': thing },
  },
  {
    rule: 'kernel-knows-no-technology',
    file: 'server/src/kernel/driver.ts',
    code: `import { Client } from 'pg';\nexport const used = Client;\n`,
  },
  {
    rule: 'slices-meet-at-index',
    file: 'server/src/features/a/digs.ts',
    code: imports('../b/inner.js'),
    with: { 'server/src/features/b/inner.ts': thing },
  },
  {
    rule: 'messaging-knows-no-crm',
    file: 'server/src/features/intake/sells.ts',
    code: imports('../records/index.js'),
    with: { 'server/src/features/records/index.ts': thing },
  },
  {
    rule: 'features-know-no-technology',
    file: 'server/src/features/a/adapter.ts',
    code: imports('../../adapters/database/inner.js'),
    with: { 'server/src/adapters/database/inner.ts': thing },
  },
  {
    rule: 'features-know-no-technology',
    file: 'server/src/features/a/redis.ts',
    code: `import { Redis } from 'ioredis';\nexport const used = Redis;\n`,
  },
  {
    rule: 'adapters-know-no-feature',
    file: 'server/src/adapters/database/knows.ts',
    code: importsType('../../features/b/index.js'),
  },
  {
    rule: 'host-knows-no-plugin',
    file: 'server/src/plugin-host/knows.ts',
    code: imports('../../../plugins/email/src/inner.js'),
    with: { 'plugins/email/src/inner.ts': thing },
  },
  {
    rule: 'plugins-know-only-the-sdk',
    file: 'plugins/email/src/core.ts',
    code: imports('../../../server/src/kernel/ids.js'),
    with: { 'server/src/kernel/ids.ts': thing },
  },
  {
    rule: 'plugins-know-only-the-sdk',
    file: 'plugins/email/src/orm.ts',
    code: `import { DataSource } from 'typeorm';\nexport const used = DataSource;\n`,
  },
  { rule: 'plugins-do-not-know-each-other', file: 'plugins/chat/src/knows.ts', code: imports('../../email/src/inner.js') },
  {
    rule: 'sdk-imports-zod-only',
    file: 'plugins/sdk/src/more.ts',
    code: `import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n`,
  },
  {
    rule: 'nobody-imports-app',
    file: 'server/src/plugin-host/app.ts',
    code: imports('../app/config.js'),
    with: { 'server/src/app/config.ts': thing },
  },
  { rule: 'web-talks-graphql', file: 'web/agent/src/app/kernel.ts', code: importsType('../../../../server/src/kernel/ids.js') },
  {
    rule: 'product-knows-no-test',
    file: 'server/src/features/a/helped.ts',
    code: imports('../../../test/help.js'),
    with: { 'server/test/help.ts': thing },
  },
];

const lines = (count: number) => Array.from({ length: count }, (_, n) => `  out.push(${n});`).join('\n');

/** One violation for each rule of eslint.config.js that is ours. */
export const code: Planted[] = [
  {
    rule: 'no-restricted-syntax',
    file: 'server/src/features/a/name.ts',
    code: `export const is = (type: string) => type === 'email';\n`,
  },
  {
    rule: 'no-restricted-syntax',
    file: 'server/src/features/a/turned.ts',
    code: `export const is = (type: string) => 'email' !== type;\n`,
  },
  {
    rule: 'no-restricted-syntax',
    file: 'server/src/features/a/switch.ts',
    code: `export function is(type: string): boolean {\n  switch (type) {\n    case 'email':\n      return true;\n    default:\n      return false;\n  }\n}\n`,
  },
  { rule: 'no-restricted-syntax', file: 'server/src/features/a/now.ts', code: 'export const now = () => Date.now();\n' },
  { rule: 'no-restricted-syntax', file: 'server/src/features/a/date.ts', code: 'export const now = () => new Date();\n' },
  { rule: 'no-restricted-syntax', file: 'server/src/adapters/chance.ts', code: 'export const chance = () => Math.random();\n' },
  {
    rule: 'no-restricted-syntax',
    file: 'server/src/features/a/field.ts',
    code: "import { Parent } from '@nestjs/graphql';\nexport class A {\n  a(@Parent() parent: string): string {\n    return parent;\n  }\n}\n",
  },
  {
    rule: 'no-restricted-syntax',
    file: 'server/src/features/a/shared.ts',
    code: "type Gql = { who: string; shared(key: string, make: () => string): string };\nexport const told = (gql: Gql) => gql.shared('told', () => gql.who);\n",
  },
  { rule: 'no-restricted-syntax', file: 'server/src/features/a/default.ts', code: 'export default 1;\n' },
  { rule: 'no-console', file: 'server/src/features/a/says.ts', code: `console.log('hello');\n` },
  {
    rule: '@typescript-eslint/no-explicit-any',
    file: 'server/src/features/a/any.ts',
    code: 'export const any = (value: any) => String(value);\n',
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: 'server/src/features/a/floats.ts',
    code: 'export const go = () => {\n  Promise.resolve(1);\n};\n',
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    file: 'server/src/features/a/half.ts',
    code: `export function half(of: 'a' | 'b'): number {\n  switch (of) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n`,
  },
  {
    rule: 'max-lines',
    file: 'server/src/features/a/long.ts',
    code: `export const out: number[] = [];\n${lines(401).replace(/^ {2}/gm, '')}\n`,
  },
  {
    rule: 'max-lines-per-function',
    file: 'server/src/features/a/wide.ts',
    code: `export function fill(out: number[]): void {\n${lines(61)}\n}\n`,
  },
  {
    rule: 'max-params',
    file: 'server/src/features/a/many.ts',
    code: 'export const many = (a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1) => [a, b, c, d, e, f, g, h];\n',
  },
];
