import { expect, test } from 'vitest'
import { relaunchOptions } from './relaunch-options'

const link = `parley://call/${'a'.repeat(32)}?server=https%3A%2F%2Fcall.example.org%2F`

test.each([
  ['as it was started', ['--profile=ben'], {}, { args: ['--profile=ben'] }],
  ['without the link that it was given', ['.', link, '--verbose'], {}, { args: ['.', '--verbose'] }],
  ['to be seen', ['.', '--hidden', '--call', link], {}, { args: ['.'] }],
  [
    'from the file it was packed into',
    [],
    { APPIMAGE: '/home/ana/Parley.AppImage' },
    { args: [], execPath: '/home/ana/Parley.AppImage' },
  ],
  ['by itself where that names nothing', [], { APPIMAGE: '' }, { args: [] }],
])('it starts anew %s', (_case, words, env, options) => {
  expect(relaunchOptions(words, env)).toEqual(options)
})
