// Owns that our pages stay our pages: no navigation elsewhere, no new windows, no embedded views.
import { app } from 'electron'
import type { Log } from '../log/log'
import { isAppUrl } from '../scheme/app-origin'

export function guardNavigation(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { readonly url: string; preventDefault(): void }): void => {
      if (isAppUrl(event.url)) return
      event.preventDefault()
      log.info('navigation blocked')
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => {
      log.info('new window blocked')
      return { action: 'deny' }
    })
  })
}
