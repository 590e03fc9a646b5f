/** Import rules of the house. Each name says the rule; docs/architecture.md says why. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'contract-imports-only-the-validator',
      severity: 'error',
      from: { path: '^contract/' },
      to: { pathNot: ['^contract/', '^node_modules/valibot/'] },
    },
    {
      name: 'a-function-imports-no-other-function',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/platform/' },
      to: { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/$1/', '^cloudfunctions/platform/'] },
    },
    {
      name: 'platform-imports-no-function',
      severity: 'error',
      from: { path: '^cloudfunctions/platform/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/platform/' },
    },
    {
      name: 'functions-import-only-contract-and-platform',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(src|localcloud|config|tests|bench)/' },
    },
    {
      name: 'only-store-opens-a-collection',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: ['/store\\.ts$', '^cloudfunctions/platform/'] },
      to: { path: '^cloudfunctions/platform/database/collection\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-do-no-input-or-output',
      severity: 'error',
      from: { path: '^cloudfunctions/[^/]+/rules\\.ts$' },
      to: { path: ['wx-server-sdk', '/store\\.ts$', '/api\\.ts$', '^cloudfunctions/platform/database'] },
    },
    {
      name: 'pages-import-no-feature',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: '^src/features/' },
    },
    {
      name: 'a-feature-imports-no-other-feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'what-is-shared-imports-no-page-or-feature',
      severity: 'error',
      from: { path: '^src/(components|cloud|messages|outbox|phone|styles|trust|words)/' },
      to: { path: '^src/(pages|features)/' },
    },
    {
      name: 'the-client-imports-no-backend',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: ['^(cloudfunctions|localcloud|config|tests|bench)/', 'wx-server-sdk'] },
    },
    {
      name: 'localcloud-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^localcloud/' },
      to: { path: '^(cloudfunctions|src|contract|tests|bench|config)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
