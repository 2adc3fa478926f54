// Real clients against the real server, one test at a time: two clients with video fill a core. Screens of the in-memory
// host are photographed beside them. No retries: a test that passes the second time hides a race.
import { defineConfig } from '@playwright/test'

const SCREENS = 'screens/**/*.spec.ts'
/** A suite of its own (install/playwright.config.ts). */
const INSTALL = 'install/**'

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'clients', testMatch: '**/*.spec.ts', testIgnore: [SCREENS, INSTALL], workers: 1 },
    // What is pressed before a photograph is there at once or never.
    { name: 'screens', testMatch: SCREENS, workers: 1, timeout: 30_000 },
  ],
  outputDir: '../test-results',
  globalSetup: './fixtures/prepare-machine.ts',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // Upper limits, for a machine with twenty times the work that it can do: a share has taken 78 s there.
  timeout: 150_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../.cache/reports/e2e.json' }],
  ],
  use: { trace: 'off' },
})
