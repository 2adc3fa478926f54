// Owns that one profile runs once: a second start hands over what it was asked for and ends.
import { app } from 'electron'
import type { Verb } from '../../shared/model/verbs'
import { readLink } from '../verbs/read-link'
import { handoverOf, readHandover } from './handover'

/** False in the second start. */
export const claimInstance = (verbs: readonly Verb[]): boolean =>
  app.requestSingleInstanceLock(handoverOf(verbs))

export function hearSecondStarts(heard: (verbs: readonly Verb[]) => void): void {
  app.on('second-instance', (_event, _reorderedArgv, _folder, sent) => heard(readHandover(sent)))
}

/** macOS hands links over by an event, also before `ready`. What is no link of ours only brings the window. */
export function hearOpenedUrls(heard: (verbs: readonly Verb[]) => void): void {
  app.on('open-url', (event, url) => {
    event.preventDefault()
    const found = readLink(url)
    heard([found.is === 'link' ? { verb: 'offer-link', link: found.link } : { verb: 'open' }])
  })
}
