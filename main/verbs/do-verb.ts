// Owns what becomes of a verb, wherever it was asked for: by the tray, a notification, the ring window, a global key, a link
// or the command line. The page does what needs its calls and devices.
import { assertNever } from '../../shared/assert-never'
import type { DoNotDisturb } from '../../shared/model/do-not-disturb'
import { isPageVerb, type PageVerb, type Verb } from '../../shared/model/verbs'
import type { Log } from '../log/log'
import type { RingController } from '../ring/ring-controller'

export interface VerbDeps {
  readonly ring: Pick<RingController, 'answer' | 'silence'>
  readonly askPage: (verb: PageVerb) => void
  /** The main window before everything else. */
  readonly bringFront: () => void
  readonly offerLink: (link: string) => void
  readonly copyLink: () => void
  readonly changeDoNotDisturb: (change: Pick<DoNotDisturb, 'on' | 'untilMs'>) => void
  /** Asks first during a call. */
  readonly quit: () => void
  readonly log: Log
}

/** These need the window to go on with. */
const IN_WINDOW: ReadonlySet<Verb['verb']> = new Set<Verb['verb']>([
  'switch-sharing',
  'call-person',
  'open-settings',
  'open-history',
])

export function createDoVerb(deps: VerbDeps): (verb: Verb) => void {
  return (verb) => {
    deps.log.info('asked from outside', { verb: verb.verb })
    switch (verb.verb) {
      case 'accept':
      case 'decline':
        deps.ring.answer(verb)
        return
      case 'silence':
        return deps.ring.silence(verb.callId)
      case 'open':
        return deps.bringFront()
      case 'offer-link':
        deps.bringFront()
        return deps.offerLink(verb.link)
      case 'copy-link':
        return deps.copyLink()
      case 'do-not-disturb':
        return deps.changeDoNotDisturb({ on: verb.on, untilMs: verb.untilMs })
      case 'quit':
        return deps.quit()
      default:
        if (!isPageVerb(verb)) return assertNever(verb)
        if (IN_WINDOW.has(verb.verb)) deps.bringFront()
        return deps.askPage(verb)
    }
  }
}
