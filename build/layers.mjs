// Owns which folder may import which (dependency-cruiser). Imports flow down:
// app → screens → features → rtc → platform → lib → shared; ui serves screens and features; app introduces features.

/** Each may import those after it. */
const RANKS = ['app', 'screens', 'features', 'rtc', 'platform', 'lib']
const TEST = '\\.test\\.tsx?$|/(testing|fakes)/'
const BROUGHT_IN = '^node_modules|^node:'

const folder = (/** @type {string} */ name) => `^renderer/${name}/`
const upwards = RANKS.map((name, rank) => ({
  name: `renderer-${name}-imports-down-only`,
  severity: 'error',
  from: { path: folder(name), pathNot: TEST },
  to: {
    path: RANKS.slice(0, rank).map(folder),
    // What a client looks like is a type, and screens are handed one.
    ...(name === 'screens' ? { pathNot: '^renderer/app/client\\.ts$' } : {}),
  },
})).slice(1)

const only = (/** @type {string} */ name, /** @type {string[]} */ allowed) => ({
  name: `${name}-imports-${allowed.length > 0 ? 'little' : 'itself'}`,
  severity: 'error',
  from: { path: `^${name}/`, pathNot: TEST },
  to: {
    pathNot: [`^${name}/`, BROUGHT_IN, ...allowed],
    dependencyTypesNot: ['core', 'npm', 'npm-dev', 'npm-no-pkg'],
  },
})

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('shared', []),
    only('preload', ['^shared/']),
    only('renderer', ['^shared/', '^assets/']),
    only('server', ['^shared/']),
    // The words between main and the server in its utility process; nothing of the server itself.
    only('main', ['^shared/', '^server/embedded-messages\\.ts$']),
    ...upwards,
    {
      name: 'no-feature-imports-another',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/', pathNot: TEST },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-calls',
      severity: 'error',
      from: { path: '^renderer/ui/', pathNot: TEST },
      to: { path: '^renderer/(app|screens|features|rtc|platform)/' },
    },
    {
      name: 'ui-serves-screens-and-features',
      severity: 'error',
      from: { path: '^renderer/(rtc|platform|lib)/' },
      to: { path: '^renderer/ui/' },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^(shared|main|preload|renderer|server)/', pathNot: TEST },
      to: { path: `${TEST}|^(e2e|bench|build)/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js'] },
  },
}
