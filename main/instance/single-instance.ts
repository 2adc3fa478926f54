// Owns that one profile runs once: a second start hands its arguments over and ends.
import { app } from 'electron'
import * as z from 'zod'
import { findLink } from './opened-links'

// Arrives as it was sent, unlike the event's own argv, which Chromium reorders.
const handoverSchema = z.object({ argv: z.array(z.string().max(8192)).max(256) })

/** False in the second start. */
export function claimInstance(argv: readonly string[]): boolean {
  return app.requestSingleInstanceLock({ argv: argv.slice(0, 256) })
}

export function hearSecondStarts(heard: (link: string | null) => void): void {
  app.on('second-instance', (_event, reorderedArgv, _folder, handover) => {
    const checked = handoverSchema.safeParse(handover)
    heard(findLink(checked.success ? checked.data.argv : reorderedArgv))
  })
}

/** macOS hands links over by an event, also before `ready`. */
export function hearOpenedUrls(heard: (link: string | null) => void): void {
  app.on('open-url', (event, url) => {
    event.preventDefault()
    heard(findLink([url]))
  })
}
