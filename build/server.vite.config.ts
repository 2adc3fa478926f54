// The signalling server alone, for Node 20 and later; the same code that runs inside the app.
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  define: { __VERSION__: JSON.stringify(process.env['npm_package_version'] ?? '0.0.0') },
  ssr: { noExternal: true, external: ['bufferutil', 'utf-8-validate'] },
  build: {
    ssr: true,
    target: 'node16',
    outDir: 'out/server',
    minify: false,
    rolldownOptions: {
      input: { server: resolve(root, 'server/main.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
    },
  },
})
