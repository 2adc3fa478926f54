import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../log/log'
import type { LoginApp } from './electron-item'
import { createLoginItem } from './login-item'
import { loginWay } from './login-rules'
import { createPortalItem } from './portal-item'
import { glibExec } from './testing/glib-exec'

const FILE = 'org.parley.Parley.desktop'
const noApp: LoginApp = {
  getLoginItemSettings: () => ({ openAtLogin: false }),
  setLoginItemSettings: () => undefined,
}

function onLinux(execPath: string) {
  const config = join(mkdtempSync(join(tmpdir(), 'parley login "50%" $X-')), 'con fig')
  onTestFinished(() => rmSync(join(config, '..'), { recursive: true, force: true }))
  const folder = join(config, 'autostart')
  const at = (path: string) => {
    const way = loginWay({
      ...{ platform: 'linux', sandbox: null, packaged: true, env: { XDG_CONFIG_HOME: config } },
      ...{ home: '/home/ana', execPath: path, appPath: '', profileArgument: null },
    })
    return createLoginItem({ way, app: noApp, startedHidden: false, log: silentLog })
  }
  return { at, folder, item: at(execPath), text: () => readFileSync(join(folder, FILE), 'utf8') }
}

describe('starting with the session on Linux', () => {
  it.each(['/opt/Parley/parley', '/home/ana/My Apps/"Parley" 50% $HOME `x` \\y.AppImage'])(
    'is off, on and off again with %s',
    async (path) => {
      const { item, folder, text } = onLinux(path)
      expect(await item.read()).toEqual({ is: 'off', why: null })
      expect(await item.set(true)).toEqual({ ok: true, value: { is: 'on' } })
      expect(await item.read()).toEqual({ is: 'on' })
      expect(glibExec(text())).toEqual([path, '--hidden'])
      expect(await item.set(false)).toEqual({ ok: true, value: { is: 'off', why: null } })
      expect(await item.set(false)).toMatchObject({ ok: true })
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('that the user switched off in the system’s list is off, and on again when asked for here', async () => {
    const { item, folder, text } = onLinux('/opt/Parley/parley')
    await item.set(true)
    writeFileSync(join(folder, FILE), `${text()}Hidden=true\n`)
    expect(await item.read()).toEqual({ is: 'off', why: 'switched-off-outside' })
    expect(await item.set(true)).toEqual({ ok: true, value: { is: 'on' } })
    expect(text()).not.toContain('Hidden')
  })

  it('of a Parley that was moved is off, and put right when switched on', async () => {
    const { item, at, text } = onLinux('/old/parley')
    await item.set(true)
    const moved = at('/new/parley')
    expect(await moved.read()).toEqual({ is: 'off', why: 'starts-another' })
    expect(await moved.set(true)).toEqual({ ok: true, value: { is: 'on' } })
    expect(glibExec(text())).toEqual(['/new/parley', '--hidden'])
  })

  it('that can’t be written is a failure, and stays as it is', async () => {
    const { item, folder } = onLinux('/opt/Parley/parley')
    // A file where the folder should be: also root can't write into it.
    mkdirSync(join(folder, '..'), { recursive: true })
    writeFileSync(folder, '')
    chmodSync(folder, 0o400)
    expect(await item.set(true)).toMatchObject({ ok: false, code: 'disk-failed' })
    expect(await item.read()).toEqual({ is: 'off', why: null })
  })

  it('ends as the last press says', async () => {
    const { item } = onLinux('/opt/Parley/parley')
    await Promise.all([item.set(true), item.set(false), item.set(true)])
    expect(await item.read()).toEqual({ is: 'on' })
  })
})

describe('in a sandbox', () => {
  const portal = (answer: readonly unknown[] | null, startedHidden = false) => {
    const asked: unknown[] = []
    const item = createPortalItem({
      ask: (...what) => {
        asked.push(what)
        return Promise.resolve(answer)
      },
      command: ['parley', '--hidden'],
      startedHidden,
    })
    return { item, asked }
  }
  const boxed = (value: unknown) => ({ signature: 'b', value })

  it.each<[boolean, readonly unknown[] | null, unknown]>([
    [true, [0, { background: boxed(true), autostart: boxed(true) }], { is: 'on' }],
    [true, [0, { background: boxed(true), autostart: boxed(false) }], { is: 'off', why: 'refused' }],
    [true, [1, {}], { is: 'off', why: 'refused' }],
    [true, [2, {}], { is: 'off', why: 'refused' }],
    [true, [], { is: 'off', why: 'refused' }],
    [true, [0, 'nonsense'], { is: 'off', why: 'refused' }],
    [true, null, { is: 'unavailable', why: 'no-portal' }],
    [false, [0, { autostart: boxed(false) }], { is: 'off', why: null }],
    [false, [0, { autostart: boxed(true) }], { is: 'on' }],
    [false, [1, {}], { is: 'off', why: 'not-told' }],
  ])('wanted: %s, the portal answers %j: %j', async (wanted, answer, state) => {
    const { item, asked } = portal(answer)
    expect(await item.read()).toEqual({ is: 'off', why: 'not-told' })
    expect(await item.set(wanted)).toEqual({ ok: true, value: state })
    expect(await item.read()).toEqual(state)
    expect(asked).toEqual([[wanted, ['parley', '--hidden']]])
  })

  it('a start that the session made tells that it is on', async () => {
    expect(await portal(null, true).item.read()).toEqual({ is: 'on' })
  })
})

describe('through Electron', () => {
  const around = {
    ...{ sandbox: null, packaged: true, env: {}, home: '', execPath: 'C:\\Parley.exe', appPath: '' },
    profileArgument: null,
  }
  type Found = ReturnType<LoginApp['getLoginItemSettings']>
  const on = (platform: string, first: Found, afterSet: Found = first) => {
    const asked: unknown[] = []
    let found = first
    const app: LoginApp = {
      getLoginItemSettings: (what) => {
        asked.push(what)
        return found
      },
      setLoginItemSettings: (what) => {
        asked.push(what)
        found = afterSet
      },
    }
    const way = loginWay({ ...around, platform })
    return { asked, item: createLoginItem({ way, app, startedHidden: false, log: silentLog }) }
  }

  it.each<[Found, unknown]>([
    [{ openAtLogin: false }, { is: 'off', why: null }],
    [{ openAtLogin: true, executableWillLaunchAtLogin: true }, { is: 'on' }],
    [
      { openAtLogin: true, executableWillLaunchAtLogin: false },
      { is: 'off', why: 'switched-off-outside' },
    ],
  ])('Windows says %j: %j', async (found, state) => {
    const { item, asked } = on('win32', found)
    expect(await item.read()).toEqual(state)
    expect(asked).toEqual([{ path: 'C:\\Parley.exe', args: ['--hidden'] }])
  })

  it('Windows is asked by the words it was told', async () => {
    const { item, asked } = on('win32', { openAtLogin: false }, { openAtLogin: true })
    expect(await item.set(true)).toEqual({ ok: true, value: { is: 'on' } })
    const entry = { path: 'C:\\Parley.exe', args: ['--hidden'] }
    expect(asked).toEqual([{ ...entry, name: 'Parley', openAtLogin: true, enabled: true }, entry])
  })

  it('Windows that takes it without doing it has refused', async () => {
    const { item } = on('win32', { openAtLogin: false })
    expect(await item.set(true)).toEqual({ ok: true, value: { is: 'off', why: 'refused' } })
  })

  it.each<[string, unknown]>([
    ['enabled', { is: 'on' }],
    ['requires-approval', { is: 'needs-approval' }],
    ['not-registered', { is: 'off', why: 'refused' }],
    ['not-found', { is: 'unavailable', why: 'system-says-no' }],
  ])('macOS says %s after it was switched on: %j', async (status, state) => {
    const { item } = on(
      'darwin',
      { openAtLogin: false, status: 'not-registered' },
      { openAtLogin: false, status },
    )
    expect(await item.read()).toEqual({ is: 'off', why: null })
    expect(await item.set(true)).toEqual({ ok: true, value: state })
  })

  it('a checkout on macOS can’t', async () => {
    const way = loginWay({ ...around, platform: 'darwin', packaged: false })
    const item = createLoginItem({ way, app: noApp, startedHidden: false, log: silentLog })
    const state = { is: 'unavailable', why: 'not-installed' }
    expect(await item.read()).toEqual(state)
    expect(await item.set(true)).toEqual({ ok: true, value: state })
  })
})
