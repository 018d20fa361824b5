// The rules of the house for code (server/docs/adr/0001, CONTRIBUTING.md). Import borders are in .dependency-cruiser.cjs.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import ts from 'typescript-eslint';

/** Every channel and plugin id of the bundled manifests: the core may not compare with any of them. */
function bundledIds() {
  const ids = new Set();
  const plugins = new URL('./plugins/', import.meta.url);
  for (const folder of readdirSync(plugins)) {
    const file = new URL(`${folder}/package.json`, plugins);
    const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).balie : undefined;
    for (const id of manifest ? [manifest.id, ...(manifest.channels ?? []), ...(manifest.responders ?? [])] : []) ids.add(id);
  }
  return [...ids];
}

const anyId = `/^(${bundledIds().join('|')})$/`;
/** What a step of a set-up shows is one of the SDK's words, of which one is also a channel's (`SetupStep.show`). */
const notShown = (side) => `:not([${side}.property.name='show'])`;
const byName = 'The core knows no channel by name: add a capability, a route, a hint or a schema (ADR 0007).';
const noChannelByName = [
  { selector: `BinaryExpression[operator=/^[!=]==?$/][left.value=${anyId}]`, message: byName },
  { selector: `BinaryExpression[operator=/^[!=]==?$/][right.value=${anyId}]${notShown('left')}`, message: byName },
  { selector: `SwitchStatement${notShown('discriminant')} > SwitchCase[test.value=${anyId}]`, message: byName },
];

const ports = 'Time and chance are handed in: use the clock and the random source of the kernel.';
const noClock = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: ports },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: ports },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: ports },
];
const noDefaultExport = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Name what you export; default exports are for configuration and plugin entries.',
  },
];
const markup = 'Markup is made of elements: text that becomes markup becomes a script (server/docs/threats.md, rows 2, 4 and 9).';
const noMarkup = [
  { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]', message: markup },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|writeln?)$/][callee.object.name="document"]',
    message: markup,
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: markup,
  },
  { selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]', message: markup },
];
const noValueInSql = [
  {
    selector:
      "CallExpression[callee.property.name='query'] > TemplateLiteral:first-child > MemberExpression[computed=false]:not([property.name=/^(sql|table)$/])",
    message:
      'A value goes into a statement as a parameter; what its text is made of has a name of ours (threats.md, rows 87 and 88).',
  },
];
const plainFields = [
  {
    selector: "Decorator[expression.callee.name='Parent']",
    message:
      'A field resolver takes (parent, args, gql) without decorators: Nest then calls it at once, and a list calls hundreds of them.',
  },
];
const sharedLoads = [
  {
    selector: "CallExpression[callee.property.name='shared'] > :function Identifier[name=/^(gql|ctx|principal)$/]",
    message: 'What is shared among subscribers knows nothing of who asks: look at the rights where it is used, or use `loader`.',
  },
];
const syntax = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });
const lengths = (file, fn) => ({
  'max-lines': ['error', { max: file, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: fn, skipBlankLines: true, skipComments: true, IIFEs: true }],
});

const nodeGlobals =
  'process console URL URLSearchParams Buffer fetch AbortController AbortSignal setTimeout clearTimeout setInterval clearInterval setImmediate performance TextDecoder TextEncoder module require structuredClone';

export default ts.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/generated/**',
      '**/*.generated.ts',
      '**/*.d.ts',
      '.nx/**',
      '**/coverage/**',
      'data/**',
      '**/public/**',
    ],
  },
  js.configs.recommended,
  ts.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: Object.fromEntries(nodeGlobals.split(' ').map((name) => [name, 'readonly'])) },
    rules: {
      ...lengths(400, 60),
      ...syntax(noDefaultExport, noMarkup),
      'max-params': ['error', 7],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'node:child_process', importNames: ['exec', 'execSync'], message: 'No shell: use execFile or spawn.' }],
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        project: [
          'server/tsconfig.spec.json',
          'plugins/*/tsconfig.json',
          'web/agent/tsconfig.json',
          'web/client/tsconfig.json',
          'web/widget/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // The compiler knows better what is defined.
      'no-undef': 'off',
    },
  },
  { files: ['**/*.tsx'], rules: lengths(400, 150) },
  { files: ['server/src/**/*.ts', 'plugins/*/src/**/*.ts', 'web/*/src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  {
    files: ['server/src/**/*.ts'],
    rules: syntax(noDefaultExport, noMarkup, noValueInSql, noChannelByName, noClock, plainFields, sharedLoads),
  },
  { files: ['server/src/adapters/database/**/*.ts'], rules: syntax(noDefaultExport, noMarkup, noChannelByName, noClock) },
  { files: ['server/src/kernel/**/*.ts'], rules: syntax(noDefaultExport, noMarkup, noValueInSql, noChannelByName) },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '*/test/**/*.ts', '*/*/test/**/*.{ts,tsx}', 'server/tools/**/*.ts'],
    rules: {
      ...lengths(600, 400),
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      'no-new-func': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
    },
  },
  { files: ['server/src/**/*.spec.ts'], rules: syntax(noDefaultExport) },
  { files: ['plugins/*/src/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // A migration is history: it is as long as what it had to do, and never edited.
  { files: ['server/src/adapters/database/migrations/*.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  { files: ['deploy/mailstack/**'], rules: lengths(600, 120) },
  {
    // Configuration and build scripts: outside the compiled projects, so without the rules that need types.
    files: ['**/*.config.{js,ts,mjs,cjs}', '**/codegen.ts', '**/*.{js,mjs,cjs}'],
    extends: [ts.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
