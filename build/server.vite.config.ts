// The signalling server alone, for Node 20 and later; the same code that runs inside the app.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { bundledLicences } from './server/bundled-licences.mjs'

const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }

export default defineConfig({
  root,
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [bundledLicences(root)],
  ssr: { noExternal: true, external: ['bufferutil', 'utf-8-validate'] },
  build: {
    ssr: true,
    target: 'node16',
    outDir: 'out/server',
    minify: false,
    rolldownOptions: {
      input: { server: resolve(root, 'server/main.ts') },
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
        // Installed, it is the command `parley-server`.
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
})
