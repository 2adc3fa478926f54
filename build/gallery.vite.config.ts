// The gallery: every screen from the in-memory host, for development (`vite --config build/gallery.vite.config.ts`) and for
// the photographs in e2e/screens. Apart from the app's build, so that nothing of it is shipped.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { GALLERY_CHUNKS } from './chunks'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root: resolve(root, 'renderer'),
  define: { __VERSION__: '"0.0.0"' },
  plugins: [react()],
  build: {
    target: 'chrome108',
    outDir: resolve(root, 'out/gallery'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        gallery: resolve(root, 'renderer/gallery.html'),
        'gallery-bar': resolve(root, 'renderer/gallery-bar.html'),
        'gallery-parts': resolve(root, 'renderer/gallery-parts.html'),
        'gallery-ring': resolve(root, 'renderer/gallery-ring.html'),
      },
      output: { codeSplitting: GALLERY_CHUNKS },
    },
  },
})
