// Packages are built, installed and run as their users do. `installed` is what .ci/run runs; `packages` looks into all others;
// `smoke` is the release workflow's, and takes what lies in release/.
import { defineConfig } from '@playwright/test'

const INSTALLED = /\/(deb[\w-]*|appimage)\.spec\.ts/

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'installed', testMatch: INSTALLED },
    { name: 'packages', testMatch: /\/(packages|rpm-upgrade|appimage-update[\w-]*)\.spec\.ts/ },
    { name: 'smoke', testMatch: 'smoke.spec.ts' },
  ],
  outputDir: '../../test-results/install',
  globalSetup: './prepare-packages.ts',
  // A package is installed once on a system.
  workers: 1,
  retries: 0,
  // Upper limits, for a machine that does much else.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../../.cache/reports/install.json' },
    ],
  ],
})
