import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseProfile } from './profile'

const OWN = join(resolve('/home/ana'), 'parley')

function start(switches: Readonly<Record<string, string>>): string | null {
  let userData = OWN
  return chooseProfile({
    commandLine: {
      hasSwitch: (name) => name in switches,
      getSwitchValue: (name) => switches[name] ?? '',
    },
    getPath: () => userData,
    setPath: (_, path) => void (userData = path),
  })
}

describe('the folder of a start', () => {
  it.each([
    [{}, OWN],
    [{ profile: 'ben' }, `${OWN}-ben`],
    [{ profile: 'Zoë-2' }, `${OWN}-Zoë-2`],
    [{ 'user-data-dir': OWN + '2' }, `${OWN}2`],
    [{ 'user-data-dir': OWN + '2', profile: 'ben' }, `${OWN}2`],
    [{ profile: '' }, null],
    [{ profile: '../ben' }, null],
    [{ profile: 'a b' }, null],
    [{ profile: '-' }, null],
    [{ profile: 'x'.repeat(41) }, null],
  ])('%o: %s', (switches, folder) => {
    expect(start(switches)).toBe(folder)
  })
})
