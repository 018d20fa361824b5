// What `npm test` runs, in this order. One line a suite; a suite of tests is a Jest project of a workspace.
//   name       what is printed
//   command    a check: one pass or one fail. { run: 'script' } is a script of package.json, { file: 'x.mjs' } a file of ours
//   workspace  a suite: the workspace whose Jest runs, `only` and `not` say which of its files (regular expressions)
//   needs      what the machine must have (see needs.mjs)
//   env        for this suite only
//   lane       neighbours that have one run side by side, a lane in its order: what one core does, or what mostly waits
const elsewhere = ['/test/browser/', '/test/ledger/', '/tools/'];
// What takes long and is the same on each database: a provider's clock, the rules of access, the far side of a plugin's process, a
// package, a page of docs, how a process starts, what only computes.
const nothingStored = [
  '/test/e2e/access/(flips|strangers)',
  '/test/e2e/(raw-http|csrf|way-out|guide|client-package|start|base-path)',
  '/test/plugins/(hostile|wire|file-streams|kit|tutorial|stranger|bundled-descriptions|plugin-(trust|sources|socket))',
  '/test/plugins/slack-(files|oauth)',
  '/src/adapters/(jobs/bull-queue|storage-local|secrets)',
  '/src/features/messages/(html|pictures|file-kinds)',
];
// Waits for minutes, as the provider's clock has them.
const slowProvider = ['/test/mail/oauth'];

export const suites = [
  { name: 'lock file is whole', command: { file: 'deploy/check-lock.mjs' } },
  { name: 'licences and install scripts', command: { file: 'deploy/licences.mjs' } },
  { name: 'proxy examples', command: { file: 'deploy/check-proxies.mjs' }, needs: ['proxies'] },
  { name: 'generated files are fresh', command: { file: 'deploy/check-generated.mjs' } },
  { name: 'lint', command: { run: 'lint' }, lane: 1 },
  { name: 'types', command: { run: 'typecheck' }, lane: 2 },
  {
    name: 'mail accounts that lose their authorisation',
    workspace: 'server',
    only: slowProvider,
    needs: ['mail'],
    env: { BALIE_TEST_DATABASE: 'sqlite' },
    lane: 3,
  },
  { name: 'borders', workspace: 'server', only: ['/tools/'] },
  {
    name: 'server on SQLite',
    workspace: 'server',
    not: [...elsewhere, ...slowProvider],
    needs: ['mail', 'redis'],
    env: { BALIE_TEST_DATABASE: 'sqlite', BALIE_TEST_REDIS_URL: '{redis}' },
    minutes: 40,
  },
  {
    name: 'server on PostgreSQL with Redis',
    workspace: 'server',
    not: [...elsewhere, ...slowProvider, ...nothingStored],
    needs: ['mail', 'postgres', 'redis'],
    env: { BALIE_TEST_DATABASE: 'postgres', BALIE_TEST_REDIS_URL: '{redis}', BALIE_TEST_POSTGRES_URL: '{postgres}' },
    minutes: 40,
  },
  { name: 'Slack plugin', workspace: 'plugins/slack', lane: 1 },
  { name: 'e-mail plugin', workspace: 'plugins/email', needs: ['mail'], lane: 1 },
  { name: 'Messenger plugin', workspace: 'plugins/messenger', lane: 1 },
  { name: 'chat plugin', workspace: 'plugins/chat', lane: 1 },
  { name: 'form plugin', workspace: 'plugins/form', lane: 1 },
  { name: 'bot plugin', workspace: 'plugins/bot', lane: 1 },
  { name: 'agent app', workspace: 'web/agent', lane: 1 },
  { name: 'chat widget', workspace: 'web/widget', lane: 1 },
  { name: 'TypeScript client', workspace: 'web/client', lane: 1 },
  {
    name: 'ledger on SQLite under kill -9 and power cuts',
    workspace: 'server',
    only: ['/test/ledger/'],
    needs: ['mail', 'ext4'],
    env: { BALIE_TEST_DATABASE: 'sqlite' },
    minutes: 20,
    lane: 2,
  },
  {
    name: 'ledger on PostgreSQL with Redis under kill -9',
    workspace: 'server',
    only: ['/test/ledger/ledger'],
    needs: ['mail', 'postgres', 'redis'],
    env: { BALIE_TEST_DATABASE: 'postgres', BALIE_TEST_REDIS_URL: '{redis}', BALIE_TEST_POSTGRES_URL: '{postgres}' },
    lane: 2,
  },
  {
    name: 'three processes behind a proxy, each part of which fails in its turn',
    workspace: 'server',
    only: ['/test/ledger/fleet'],
    needs: ['mail', 'postgres', 'redis'],
    env: { BALIE_TEST_DATABASE: 'postgres', BALIE_TEST_REDIS_URL: '{redis}', BALIE_TEST_POSTGRES_URL: '{postgres}' },
    minutes: 20,
    lane: 3,
  },
  {
    name: 'a rolling deploy from the build before the last migration',
    workspace: 'server',
    only: ['/test/ledger/rolling'],
    needs: ['mail', 'postgres', 'redis'],
    env: { BALIE_TEST_DATABASE: 'postgres', BALIE_TEST_REDIS_URL: '{redis}', BALIE_TEST_POSTGRES_URL: '{postgres}' },
    lane: 3,
  },
  { name: 'browser journey', workspace: 'server', only: ['/test/browser/'], needs: ['browser', 'mail'], minutes: 40 },
];
