// One build for the Electron we ship and for the older test runtime: main, preload and server CommonJS for Node 16
// syntax, renderer for Chromium 108. APIs that the older one lacks are bridged by e2e/runtime, never here.
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'
import { COMMANDS, EVENTS } from '../shared/ipc/contract'
import { RENDERER_ALIASES } from './renderer-aliases'
import { APP_CHUNKS } from './chunks'

const root = resolve(import.meta.dirname, '..')
// Chunks need .cjs too, because package.json says "type": "module".
const cjs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const
const version = JSON.stringify(process.env['npm_package_version'] ?? '0.0.0')

export default defineConfig({
  main: {
    root,
    define: { __VERSION__: version },
    build: {
      target: 'node16',
      outDir: resolve(root, 'out/main'),
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: {
          index: resolve(root, 'main/main.ts'),
          'embedded-server': resolve(root, 'server/embedded.ts'),
        },
        // Half of the text, so half as much to read at each start. Names stay, which libraries and complaints tell.
        output: { ...cjs, minify: { compress: true, mangle: false, codegen: true } },
      },
    },
  },
  preload: {
    root,
    // Only the contract's names: its checks stay in main, so preload stays a few hundred bytes.
    define: {
      __COMMAND_NAMES__: JSON.stringify(Object.keys(COMMANDS)),
      __EVENT_NAMES__: JSON.stringify(Object.keys(EVENTS)),
    },
    build: {
      target: 'node16',
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      minify: 'oxc',
      rolldownOptions: { input: { index: resolve(root, 'preload/preload.ts') }, output: cjs },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    resolve: { alias: RENDERER_ALIASES },
    define: { __VERSION__: version },
    plugins: [react()],
    build: {
      target: 'chrome108',
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      // Which chunk imports which, for the size benchmark.
      manifest: 'chunks.json',
      minify: 'oxc',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          ringwindow: resolve(root, 'renderer/ringwindow.html'),
          sharebar: resolve(root, 'renderer/sharebar.html'),
        },
        output: { codeSplitting: APP_CHUNKS },
      },
    },
  },
})
