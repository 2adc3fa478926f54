import { describe, expect, it } from 'vitest'
import { filesOfPage } from './page-files.mjs'

const MANIFEST = {
  'index.html': {
    file: 'assets/index-1.js',
    css: ['assets/index-1.css'],
    imports: ['_store.js'],
    dynamicImports: ['late.ts'],
  },
  '_store.js': { file: 'assets/store-1.js' },
  'late.ts': { file: 'assets/late-1.js', assets: ['assets/font-1.woff2'], imports: ['index.html'] },
  'ringwindow.html': { file: 'assets/ringwindow-1.js', css: ['assets/ringwindow-1.css'] },
}
const BUILT = ['chunks.json', 'icon.svg', 'index.html', 'licences/Inter-OFL.txt', 'ringwindow.html']

describe('the page for guests', () => {
  it('is what its index.html reaches, at once or later, its icon and licences, and no window of the app', () => {
    expect(filesOfPage(MANIFEST, BUILT)).toEqual([
      'assets/font-1.woff2',
      'assets/index-1.css',
      'assets/index-1.js',
      'assets/late-1.js',
      'assets/store-1.js',
      'icon.svg',
      'index.html',
      'licences/Inter-OFL.txt',
    ])
  })

  it('isn’t packed where a part of it is missing', () => {
    const { 'index.html': index } = MANIFEST
    expect(() => filesOfPage({ 'index.html': index }, BUILT)).toThrow(/_store\.js/)
  })
})
