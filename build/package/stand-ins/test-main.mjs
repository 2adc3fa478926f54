// Owns the one file that a package on the test runtime starts with: the bridge, bundled with what it needs, then the app.
import { join } from 'node:path'
import { inCache, inRoot } from '../../setup/paths.mjs'

/** @returns {Promise<string>} its folder */
export async function bundleTestMain() {
  const { build } = await import('vite')
  const outDir = inCache('test-main')
  await build({
    configFile: false,
    root: inRoot(),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node16',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        external: ['electron', '../out/main/index.cjs'],
        input: { main: inRoot('e2e', 'runtime', 'packed-main.cjs') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
  return join(outDir)
}
