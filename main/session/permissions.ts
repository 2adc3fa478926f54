// Owns the session's permission handlers. Which permission is given is permission-rules.ts.
import type { Session } from 'electron'
import type { Log } from '../log/log'
import { mayHavePermission } from './permission-rules'

/** `mayCapture`: whether these contents may capture a screen now. */
export function guardPermissions(
  session: Session,
  mayCapture: (contentsId: number) => boolean,
  log: Log,
): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHavePermission(permission, origin))
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const granted =
      details.isMainFrame &&
      mayHavePermission(permission, details.requestingUrl) &&
      // The older way to capture asks nothing but this: without a choice there is no capture by either.
      (permission !== 'display-capture' || mayCapture(contents.id))
    if (!granted) log.info('permission refused', { permission })
    answer(granted)
  })
  session.setDevicePermissionHandler(() => false)
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
}
