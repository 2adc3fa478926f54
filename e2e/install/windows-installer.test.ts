import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { linkHandlerOf } from '../../main/instance/link-handler-rules'
import { inRoot } from '../../build/setup/paths.mjs'

const script = readFileSync(inRoot('build/package/windows/installer.nsh'), 'utf8')

it('links open Parley by the command that Parley itself would set', () => {
  const program = '$INSTDIR\\${APP_EXECUTABLE_FILENAME}'
  const handler = linkHandlerOf({ packaged: true, sandboxed: false, execPath: program })
  const words = [program, ...(handler?.args ?? []), '%1'].map((word) => `"${word}"`).join(' ')
  expect(script).toContain(`"Software\\Classes\\parley\\shell\\open\\command" "" '${words}'`)
})

it('what the installer writes, the uninstaller takes away, but not as a newer version comes', () => {
  const [, removal = ''] = script.split('!macro customUnInstall')
  expect(removal.indexOf('${ifNot} ${isUpdated}')).toBeGreaterThan(0)
  expect(removal.indexOf('DeleteRegKey HKCU "Software\\Classes\\parley"')).toBeGreaterThan(
    removal.indexOf('${ifNot} ${isUpdated}'),
  )
  expect(removal).toContain('$APPDATA\\Parley')
})
