// Owns putting the parts of sharing together.
import { screen, shell, type Session } from 'electron'
import type { Asker } from '../ipc-dispatch'
import type { Tell, TellOne } from '../ipc'
import type { Log } from '../log/log'
import { after } from '../system/timers'
import { composeShown } from './compose-shown'
import { DisplayMedia } from './display-media'
import { handleDisplayMedia } from './display-media-handler'
import { lookPlanFor } from './look-plan'
import { abilitiesOf, portalWay, settingsPageOf } from './share-abilities'
import { createShareHandlers, type ShareHandlers } from './share-handlers'
import type { ShareSystem } from './share-system'
import { createSourceDialogues, type SourceDialogues } from './source-dialogues'
import { createSourceIcons } from './source-icons'
import { createSourceOffers } from './source-offers'
import { createScreenDisplays } from './screen-displays'
import { askSystemForSource, systemSources, WHATEVER_THE_PORTAL_GIVES } from './system-sources'

export type ShareSurroundings = {
  readonly system: ShareSystem
  readonly platform: string
  readonly session: Session
  /** For the sharing bar's page. */
  readonly preload: string
  readonly tell: Tell
  readonly tellOne: TellOne
  readonly log: Log
}

export type Share = {
  readonly handlers: ShareHandlers
  /** A capture is permitted only for what was chosen a moment ago. */
  readonly mayCapture: (asker: Asker) => boolean
  /** The page is gone or loading anew. */
  readonly pageLeft: (asker: Asker) => void
}

export function composeShare(surroundings: ShareSurroundings): Share {
  const { system, platform, session, tellOne, log } = surroundings
  const abilities = abilitiesOf(system)
  const offers = createSourceOffers()
  const nowMs = (): number => performance.now()
  const displayMedia = new DisplayMedia({
    ...{ offers, picker: abilities.picker, after, nowMs, log },
    soundAvailable: abilities.systemSound.is === 'available',
    askSystem: () =>
      portalWay(system) === 'look' ? askSystemForSource() : Promise.resolve(WHATEVER_THE_PORTAL_GIVES),
  })
  const icons = createSourceIcons()
  const displays = createScreenDisplays(() => screen.getAllDisplays().map(({ id }) => id))
  const { shown, programsOf } = composeShown({
    ...surroundings,
    ...{ abilities, screenDisplays: displays, offers, iconOf: icons.of },
  })
  const sources: SourceDialogues = createSourceDialogues({
    ...{ offers, picker: abilities.picker, after, nowMs, log },
    system: systemSources(platform, { screen: displays.saw, list: icons.saw }),
    plan: lookPlanFor(platform),
    programsOf,
    tell: (asker, news) => tellOne(asker, 'share.sources', news),
    closed: (dialogue) => displayMedia.dialogueClosed(dialogue),
  })
  handleDisplayMedia(session, displayMedia)
  return {
    handlers: createShareHandlers({
      ...{ sources, displayMedia, abilities, shown },
      openSystemSettings: () => openPage(settingsPageOf(system)),
    }),
    mayCapture: (asker) => displayMedia.hasChoice(asker),
    pageLeft(asker) {
      sources.left(asker)
      displayMedia.left(asker)
      shown.left(asker)
    },
  }
}

async function openPage(page: string | null): Promise<{ readonly opened: boolean }> {
  if (page === null) return { opened: false }
  await shell.openExternal(page)
  return { opened: true }
}
