// The import borders of the house. Each rule has a planted violation in server/tools/boundaries.spec.ts that must be caught by name.
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const path = (value, pathNot) => (pathNot ? { path: value, pathNot } : { path: value });
/** Everything that receives, keeps, moves, answers and hands out what people write. */
const messaging =
  '^server/src/features/(acknowledgements|amending|automation|availability|channels|contacts|conversation-contact|conversation-merge|conversations|bulk-conversations|delivery|endings|filters|inbox-deletion|inboxes|intake|mentions|messages|moving|onward|replies|responders|routing|search|search-index|sla|sla-clock|snippets|snooze|tags|trash|visitors)/';
const specs = '\\.(spec|test)\\.tsx?$';

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle means that two files are one.', {}, { circular: true, viaOnly: { pathNot: '^node_modules' } }),
    rule(
      'no-unresolvable',
      'What is imported must exist and be declared.',
      {},
      { couldNotResolve: true, pathNot: ['(^|/)(dist|generated)/', '^@graphql-typed-document-node/'] },
    ),
    rule(
      'kernel-imports-nothing-of-ours',
      'Everything stands on the kernel; it stands on nothing of ours.',
      path('^server/src/kernel', specs),
      path('^(server/src/(?!kernel)|plugins|web)'),
    ),
    rule(
      'kernel-knows-no-technology',
      'The kernel holds ports, not the things behind them.',
      path('^server/src/kernel', specs),
      path('(^|/)node_modules/(@nestjs|@apollo|pg|better-sqlite3|ioredis|bull|@aws-sdk|express|ws)(/|$)'),
    ),
    rule(
      'slices-meet-at-index',
      'A slice uses of another what its index.ts offers, and nothing else.',
      path('^server/src/features/([^/]+)/', specs),
      path('^server/src/features/', ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$']),
    ),
    rule(
      'messaging-knows-no-crm',
      'Conversations know contacts; records, meetings and their lists hang on them, and messaging never imports these.',
      path(messaging, specs),
      path('^server/src/features/(records|meetings|contact-merge|list-import|list-export|bulk-lists)/'),
    ),
    rule(
      'features-know-no-technology',
      'A feature speaks to ports; which database, queue or runner is behind them is not its business.',
      path('^server/src/features', specs),
      path(['^server/src/(adapters|plugin-host|app)', '(^|/)node_modules/(pg|better-sqlite3|ioredis|bull|bullmq|@aws-sdk)(/|$)']),
    ),
    rule(
      'adapters-know-no-feature',
      'An adapter serves every feature, so it knows none.',
      path('^server/src/adapters', specs),
      path('^server/src/(features|plugin-host|app)'),
    ),
    rule(
      'host-knows-no-plugin',
      'Bundled plugins take the same road as any other: by folder, at runtime; tests share the fakes of their far sides.',
      path('^server'),
      path('^plugins/(?!sdk|[^/]+/test/fake-)'),
    ),
    rule(
      'plugins-know-only-the-sdk',
      'A plugin has the SDK and nothing of the core.',
      path('^plugins/(?!sdk|kit)'),
      path('^(server|web)|(^|/)node_modules/(@nestjs|pg|graphql|typeorm|better-sqlite3|ioredis|bull)(/|$)'),
    ),
    rule(
      'plugins-do-not-know-each-other',
      'Each plugin is built, installed and removed alone.',
      path('^plugins/([^/]+)/', '^plugins/(sdk|kit)/'),
      path('^plugins/', ['^plugins/$1/', '^plugins/(sdk|kit)/']),
    ),
    rule(
      'sdk-imports-zod-only',
      'The SDK is types, zod and nothing else; the kit beside it is a tool for authors.',
      path('^plugins/sdk/(?!src/kit|tools/)', specs),
      path('.', ['^plugins/sdk/', '(^|/)node_modules/zod/', '^zod']),
    ),
    rule(
      'nobody-imports-app',
      'The app knows all, so nobody may know the app.',
      path('^(?!server/(src/(app|(main|admin)\\.ts)|test|tools))', specs),
      path('^server/src/app'),
    ),
    rule(
      'web-talks-graphql',
      'The web app has the schema and no other way in.',
      path('^web/[^/]+/src'),
      path('^(server|plugins)'),
    ),
    rule(
      'product-knows-no-test',
      'What is shipped does not import what tests it.',
      path('^(server/src|plugins/[^/]+/src|web/[^/]+/src)', specs),
      path(['^server/(test|tools)', '^[^/]+/[^/]+/test/', specs]),
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: ['(^|/)(dist|coverage)/', '\\.graphql$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
