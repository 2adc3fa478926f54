import { describe, expect, it } from 'vitest'
import { readDistWords } from './dist-words.mjs'
import { lacksOn, systemOf } from './targets.mjs'

const read = (words: string, host: 'linux' | 'win' | 'mac' = 'linux') => {
  const read = readDistWords(words.split(' ').filter(Boolean), host)
  if (read === 'help') return read
  return read.wanted.map(({ system, targets }) => [system, ...targets.map(({ name }) => name)].join(' '))
}

describe('what is asked for', () => {
  it.each([
    ['', ['linux AppImage deb rpm tar.gz']],
    ['--win', ['win nsis zip']],
    ['--linux --mac', ['linux AppImage deb rpm tar.gz', 'mac dmg zip']],
    ['--target deb', ['linux deb']],
    ['--win --mac --target zip --target dir', ['win zip dir', 'mac zip dir']],
  ])('“%s”', (words, wanted) => {
    expect(read(words)).toEqual(wanted)
  })

  it('is this system’s own by default', () => {
    expect(read('', systemOf('darwin'))).toEqual(['mac dmg zip'])
    expect(read('', systemOf('win32'))).toEqual(['win nsis zip'])
  })

  it.each(['--target', '--target msi', '--linux --target nsis', '--arch ia32', '--publish', 'deb'])(
    'refuses “%s” and says how',
    (words) => {
      expect(() => read(words)).toThrow('usage: npm run dist')
    },
  )
})

describe('where it can be built', () => {
  const lacking = (host: 'linux' | 'win' | 'mac') =>
    (['linux', 'win', 'mac'] as const).flatMap((system) => {
      const all = readDistWords([`--${system}`], host)
      if (all === 'help') throw new Error('no help was asked for')
      return all.wanted.flatMap(({ targets }) =>
        targets.filter((target) => lacksOn(target, host) !== null).map(({ name }) => name),
      )
    })
  it('only the installers need their own system', () => {
    expect(lacking('linux')).toEqual(['nsis', 'dmg'])
    expect(lacking('mac')).toEqual(['nsis'])
    expect(lacking('win')).toEqual(['dmg'])
  })
})
