// Owns the rules of code that a machine can check: strict types, sizes, and which file may touch which raw interface.
// Which folder may import which is in build/layers.cjs (dependency-cruiser); how it looks is Prettier's.
import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Each raw interface is named in one file; everybody else goes through that file. */
const RAW = {
  ipcMain: { name: 'electron', importNames: ['ipcMain'], message: 'Only main/ipc.ts registers channels.' },
  ipcRenderer: {
    name: 'electron',
    importNames: ['ipcRenderer'],
    message: 'Only preload/preload.ts has ipcRenderer.',
  },
  peerjs: { name: 'peerjs', message: 'Only renderer/rtc/peer-signalling.ts talks to PeerJS.' },
  peerjsTypesOnly: {
    name: 'peerjs',
    allowTypeImports: true,
    message: 'Types only: renderer/rtc/peer-signalling.ts talks to PeerJS.',
  },
}
const restrict = (...paths) => ({ '@typescript-eslint/no-restricted-imports': ['error', { paths }] })
const NO_WINDOW_DESKTOP = {
  'no-restricted-properties': [
    'error',
    {
      object: 'window',
      property: 'desktop',
      message: 'Only renderer/platform/desktop.ts reads window.desktop.',
    },
  ],
}

export default defineConfig(
  globalIgnores(['out', 'dist', 'release', '.cache', '.tsbuild', 'test-results', 'playwright-report']),
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `for (;;)` and a guard that a type can't express are the honest forms.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      complexity: ['error', 15],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 50 }],
      'max-params': ['error', 4],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: name what is exported.' },
      ],
      ...restrict(RAW.ipcMain, RAW.ipcRenderer, RAW.peerjs),
      ...NO_WINDOW_DESKTOP,
    },
  },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 90 }], complexity: ['error', 20] },
  },
  // A describe block is one function; fakes implement asynchronous interfaces without waiting for anything.
  {
    files: ['**/*.test.{ts,tsx}', '**/*.spec.ts', '**/testing/**', '{e2e,bench}/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['main/ipc.ts'], rules: restrict(RAW.ipcRenderer, RAW.peerjs) },
  { files: ['preload/preload.ts'], rules: restrict(RAW.ipcMain, RAW.peerjs) },
  { files: ['renderer/rtc/peer-signalling.ts'], rules: restrict(RAW.ipcMain, RAW.ipcRenderer) },
  {
    files: ['renderer/rtc/peer-call-path.ts'],
    rules: restrict(RAW.ipcMain, RAW.ipcRenderer, RAW.peerjsTypesOnly),
  },
  { files: ['renderer/platform/desktop.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['**/log.ts', '**/log/**'], rules: { 'no-console': 'off' } },
  // Configs are default exports by their tools' wish; scripts talk to the terminal.
  {
    files: [
      '**/*.config.{ts,js}',
      'build/layers.mjs',
      'e2e/{fixtures/prepare-machine,install/prepare-packages}.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // TypeScript checks names here too (checkJs), and knows Node's.
      'no-undef': 'off',
    },
  },
  // A page's own script, loaded as it is.
  {
    files: ['{bench,e2e}/**/bare.js'],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-undef': 'off' },
  },
  // Loaded by the older Electron as it is, so untyped CommonJS.
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(
        [
          'require',
          'module',
          'process',
          'console',
          'Buffer',
          'URL',
          'Request',
          'Response',
          'fetch',
          'Event',
          'AbortController',
          'AbortSignal',
          'setTimeout',
          'globalThis',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'max-lines': ['error', 300], 'max-lines-per-function': ['error', { max: 50 }] },
  },
)
