// Owns the words and ways out of the home screen's banner.
import { KeyRound, RefreshCw } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { hostOf, type BaseUrl } from '../../../shared/link/base-url'
import { assertNever } from '../../../shared/assert-never'
import { OFFERED_STUN } from '../../../shared/model/settings'
import { text } from '../../../shared/text/en'
import { failureWords } from '../../../shared/text/en-codes'
import type { Clock } from '../../platform/clock'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { shortId } from '../../ui/names'
import { useNow } from '../../ui/use-now'
import type { HomeBanner } from './choose-banner'
import { documentWords, waitingWords } from './banner-words'
import { stunHost } from './reach-draft'

export interface BannerActions {
  readonly retryHome: () => void
  readonly retryIdentity: () => void
  readonly retryReach: () => void
  readonly newPort: () => void
  readonly changeServer: () => void
  readonly enterCode: () => void
  readonly copyLink: () => void
  readonly useStun: () => void
  readonly restart: () => void
  readonly dismiss: () => void
}

interface HomeBannerProps {
  readonly banner: HomeBanner
  /** Null while none is known. */
  readonly server: BaseUrl | null
  readonly clock: Clock
  readonly actions: BannerActions
}

const words = text.banner

export function HomeBannerView({ banner, server, clock, actions }: HomeBannerProps): ReactElement {
  switch (banner.kind) {
    case 'locked':
      return <Banner sentence={words.locked}>{act(text.app.tryAgain, actions.retryIdentity)}</Banner>
    case 'port-taken':
      return (
        <Banner sentence={words.portTaken(banner.port)} aside={words.portTakenNext}>
          {act(text.app.tryAgain, actions.retryReach)}
          {act(words.anotherPort, actions.newPort, true)}
        </Banner>
      )
    case 'not-started':
      return (
        <Banner sentence={words.notStarted(failureWords(banner.code))}>
          {act(text.app.tryAgain, actions.retryReach)}
        </Banner>
      )
    case 'superseded':
      return <Banner sentence={words.superseded}>{act(words.useHere, actions.retryHome)}</Banner>
    case 'join-code':
      return (
        <Banner sentence={words.refused(failureWords(banner.code))}>
          {act(text.joinCode.enter, actions.enterCode)}
          {act(words.changeServer, actions.changeServer, true)}
        </Banner>
      )
    case 'stopped':
      return (
        <Banner sentence={words.refused(failureWords(banner.code))}>
          {act(text.app.tryAgain, actions.retryHome)}
          {act(words.changeServer, actions.changeServer, true)}
        </Banner>
      )
    case 'waiting':
      return (
        <Banner
          sentence={waitingWords(banner.code, server && hostOf(server))}
          aside={
            banner.retryAtMs === null ? words.tryingNow : <NextTry clock={clock} atMs={banner.retryAtMs} />
          }
        >
          {act(words.tryNow, actions.retryHome)}
          {act(words.changeServer, actions.changeServer, true)}
        </Banner>
      )
    case 'document':
      return (
        <Banner sentence={documentWords(banner.trouble)}>{act(text.app.dismiss, actions.dismiss)}</Banner>
      )
    case 'restored':
      return (
        <Banner icon={<KeyRound />} sentence={words.restored(shortId(banner.id))} aside={words.restoredNext}>
          {act(text.app.dismiss, actions.dismiss)}
        </Banner>
      )
    case 'old-links-break':
      return (
        <Banner sentence={words.oldLinksBreak}>
          {act(words.copyNewLink, actions.copyLink)}
          {act(text.app.dismiss, actions.dismiss, true)}
        </Banner>
      )
    case 'no-stun':
      return (
        <Banner sentence={words.noStun} aside={text.reach.stunSees(stunHost(OFFERED_STUN))}>
          {act(words.useStun(stunHost(OFFERED_STUN)), actions.useStun)}
          {act(text.app.dismiss, actions.dismiss, true)}
        </Banner>
      )
    case 'update': {
      const sentence = banner.installed ? words.updateInstalled : words.updateReady
      return (
        <Banner icon={<RefreshCw />} sentence={sentence(banner.version)} aside={words.updateNext}>
          {act(words.restart, actions.restart)}
          {act(words.later, actions.dismiss, true)}
        </Banner>
      )
    }
    default:
      return assertNever(banner)
  }
}

function act(label: string, onPress: () => void, second = false): ReactNode {
  return (
    <Button size="s" kind={second ? 'ghost' : 'quiet'} onClick={onPress}>
      {label}
    </Button>
  )
}

function NextTry({ clock, atMs }: { readonly clock: Clock; readonly atMs: number }): ReactElement {
  const left = Math.ceil((atMs - useNow(clock)) / 1000)
  return <span className="num">{left > 0 ? words.nextTry(left) : words.tryingNow}</span>
}
