import { describe, expect, it } from 'vitest'
import { loginWay, type Surroundings } from './login-rules'

const linux: Surroundings = {
  platform: 'linux',
  sandbox: null,
  packaged: true,
  env: {},
  home: '/home/ana',
  execPath: '/opt/Parley/parley',
  appPath: '/opt/Parley/resources/app.asar',
  profileArgument: null,
}
const checkout: Surroundings = { ...linux, packaged: false, execPath: '/x/electron', appPath: '/x/parley' }

describe('on Linux', () => {
  it.each<[string, Surroundings, readonly string[]]>([
    ['installed', linux, ['/opt/Parley/parley', '--hidden']],
    [
      'an AppImage, whose program lies elsewhere each time',
      { ...linux, env: { APPIMAGE: '/home/ana/Apps/My Parley.AppImage' } },
      ['/home/ana/Apps/My Parley.AppImage', '--hidden'],
    ],
    ['an AppImage without a place', { ...linux, env: { APPIMAGE: '' } }, ['/opt/Parley/parley', '--hidden']],
    ['a checkout', checkout, ['/x/electron', '/x/parley', '--hidden']],
    [
      'a checkout started out of an AppImage',
      { ...checkout, env: { APPIMAGE: '/apps/Editor.AppImage' } },
      ['/x/electron', '/x/parley', '--hidden'],
    ],
    [
      'a second person',
      { ...linux, profileArgument: '--profile=ben' },
      ['/opt/Parley/parley', '--profile=ben', '--hidden'],
    ],
  ])('%s is started as it was', (_what, around, command) => {
    expect(loginWay(around)).toMatchObject({ is: 'autostart', command })
  })

  it.each([
    [{}, '/home/ana/.config/autostart'],
    [{ XDG_CONFIG_HOME: '/data/config' }, '/data/config/autostart'],
    [{ XDG_CONFIG_HOME: 'config' }, '/home/ana/.config/autostart'],
    [{ XDG_CONFIG_HOME: '' }, '/home/ana/.config/autostart'],
  ])('with %j the entry lies in %s', (env, folder) => {
    expect(loginWay({ ...linux, env })).toMatchObject({ folder })
  })

  it.each([
    [null, /^org\.parley\.Parley\.desktop$/],
    ['--profile=ben', /^org\.parley\.Parley\.ben\.desktop$/],
    ['--user-data-dir=/tmp/../x y', /^org\.parley\.Parley\.[0-9a-f]{12}\.desktop$/],
    ['--profile=../../x', /^org\.parley\.Parley\.[0-9a-f]{12}\.desktop$/],
  ])('the entry of %s is called %s', (profileArgument, name) => {
    const way = loginWay({ ...linux, profileArgument })
    expect(way.is === 'autostart' && way.file).toMatch(name)
  })

  it.each(['flatpak', 'snap'] as const)('%s asks the portal', (sandbox) => {
    expect(loginWay({ ...linux, sandbox })).toEqual({ is: 'portal', command: ['parley', '--hidden'] })
    expect(loginWay({ ...linux, sandbox, profileArgument: '--profile=ben' })).toEqual({
      is: 'portal',
      command: ['parley', '--profile=ben', '--hidden'],
    })
  })
})

describe('elsewhere', () => {
  const windows = { ...linux, platform: 'win32', execPath: 'C:\\Parley\\Parley.exe' }
  const macos = { ...linux, platform: 'darwin' }
  it.each<[string, Surroundings, unknown]>([
    ['Windows', windows, { is: 'windows', name: 'Parley', path: windows.execPath, args: ['--hidden'] }],
    [
      'Windows, a second person',
      { ...windows, profileArgument: '--profile=ben' },
      { is: 'windows', name: 'Parley-ben', path: windows.execPath, args: ['--profile=ben', '--hidden'] },
    ],
    [
      'Windows, a checkout',
      { ...windows, packaged: false, appPath: 'C:\\parley' },
      { is: 'windows', name: 'Parley', path: windows.execPath, args: ['C:\\parley', '--hidden'] },
    ],
    [
      'Windows, with blanks on the way',
      {
        ...{ ...windows, packaged: false, appPath: 'C:\\My Parley' },
        profileArgument: '--user-data-dir=D:\\Ana Maria\\',
      },
      {
        is: 'windows',
        name: 'Parley-db453c4b79a0',
        path: windows.execPath,
        args: ['"C:\\My Parley"', '"--user-data-dir=D:\\Ana Maria\\\\"', '--hidden'],
      },
    ],
    ['macOS', macos, { is: 'macos' }],
    ['macOS, a checkout', { ...macos, packaged: false }, { is: 'none', why: 'not-installed' }],
    [
      'macOS, a second person',
      { ...macos, profileArgument: '--profile=ben' },
      { is: 'none', why: 'second-person' },
    ],
    ['another system', { ...linux, platform: 'freebsd' }, { is: 'none', why: 'system-says-no' }],
  ])('%s', (_what, around, way) => {
    expect(loginWay(around)).toEqual(way)
  })
})
