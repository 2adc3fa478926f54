// Unit tests lie beside their file. Those of React parts ask for a DOM by a comment in their first line.
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { COMMANDS, EVENTS } from '../shared/ipc/contract'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  define: {
    __VERSION__: '"0.0.0-test"',
    __COMMAND_NAMES__: JSON.stringify(Object.keys(COMMANDS)),
    __EVENT_NAMES__: JSON.stringify(Object.keys(EVENTS)),
  },
  test: {
    // Nothing is tested by its duration; a property on a busy machine only needs longer.
    testTimeout: 30_000,
    include: ['{shared,main,preload,renderer,server,build,bench,e2e}/**/*.test.{ts,tsx}'],
    env: { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' },
  },
})
