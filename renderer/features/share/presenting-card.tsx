// Owns the card that stands in the call while something is shared: which window, how long, what the viewer sees of it,
// and every press that goes with it. It never leaves: a share must not be forgotten.
import { ArrowLeftRight, MonitorDown, AppWindow, Pause, Play, Square, Type, Volume2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import type { Clock } from '../../platform/clock'
import { Button } from '../../ui/button'
import { clockTime } from '../../ui/format'
import { keyText, type KeyName } from '../../ui/keys'
import { usePlatform } from '../../ui/platform-context'
import { tip } from '../../ui/tip'
import { useNow } from '../../ui/use-now'
import { useShortcut } from '../../ui/use-shortcut'
import { OwnPicture } from './own-picture'
import { shownTitle, spokenTitle } from './share-titles'
import { sightWords, troubleWords } from './presenting-words'
import type { LiveShare, OwnShare, Remedy, ShareCommands, ShareStore } from './share-store'
import './presenting.css'

interface PresentingCardProps {
  readonly share: ShareStore
  readonly commands: ShareCommands
  readonly clock: Clock
  /** The viewer, as inside a sentence. */
  readonly name: string
}

const { presenting } = text

export function PresentingCard(props: PresentingCardProps): ReactElement | null {
  const own = useStore(props.share, (state) => state.own)
  if (own.is === 'none') return null
  return (
    <aside className="presenting" aria-label={presenting.label}>
      {own.is === 'live' ? <Live {...props} own={own} /> : <Lost {...props} own={own} />}
    </aside>
  )
}

interface LiveProps extends PresentingCardProps {
  readonly own: LiveShare
}

function Live({ own, share, commands, clock, name }: LiveProps): ReactElement {
  const track = useStore(share, (state) => state.ownTrack)
  const title = shownTitle(own.title, own.untitled)
  const trouble = troubleWords(own)
  const isPaused = own.held === 'paused'
  const togglePause = () => (isPaused ? commands.resume() : commands.pause())
  useShortcut('pauseShare', togglePause)
  return (
    <>
      {track && own.held === null && (
        <div className="presenting-live">
          <OwnPicture track={track} clock={clock} label={presenting.shown(title)} />
        </div>
      )}
      <div className="presenting-words">
        <div className="presenting-head">
          <h2 className="clip grow" title={title}>
            <bdi>{title}</bdi>
          </h2>
          {own.sound && <Volume2 className="s" role="img" aria-label={presenting.withSound} />}
          <SharedFor clock={clock} sinceMs={own.sinceMs} />
        </div>
        <p className={own.held === null ? 'muted num' : 'warn'}>{sightWords(own, name)}</p>
        {trouble !== null && <p className="warn">{trouble}</p>}
        <div className="presenting-acts">
          {own.remedies.map((remedy) => (
            <RemedyButton key={remedy} remedy={remedy} onPress={() => commands.remedy(remedy)} />
          ))}
        </div>
        <div className="presenting-acts">
          <PauseButton isPaused={isPaused} onPress={togglePause} />
          <SwitchButton onPress={() => commands.open()} />
          <StopButton onPress={() => commands.stop()} />
        </div>
      </div>
    </>
  )
}

function SharedFor({ clock, sinceMs }: { readonly clock: Clock; readonly sinceMs: number }): ReactElement {
  const now = useNow(clock)
  return (
    <time className="muted" aria-label={presenting.duration}>
      {clockTime(now - sinceMs)}
    </time>
  )
}

const REMEDY_ICONS: Readonly<Record<Remedy, ReactElement>> = {
  'text-mode': <Type className="s" />,
  'lower-resolution': <MonitorDown className="s" />,
  'choose-window': <AppWindow className="s" />,
}

function RemedyButton({
  remedy,
  onPress,
}: {
  readonly remedy: Remedy
  readonly onPress: () => void
}): ReactElement {
  return (
    <Button size="s" onClick={onPress}>
      {REMEDY_ICONS[remedy]}
      {presenting.remedies[remedy]}
    </Button>
  )
}

function PauseButton({
  isPaused,
  onPress,
}: {
  readonly isPaused: boolean
  readonly onPress: () => void
}): ReactElement {
  const word = isPaused ? presenting.goOn : presenting.pause
  return (
    <Button
      size="s"
      {...useTip(isPaused ? presenting.goOnLong : presenting.pauseLong, 'pauseShare')}
      onClick={onPress}
    >
      {isPaused ? <Play className="s" /> : <Pause className="s" />}
      {word}
    </Button>
  )
}

/** A button with a word has a key too, which only its tooltip tells. */
function useTip(label: string, keyName: KeyName) {
  const { shown, aria } = keyText(keyName, usePlatform())
  return { ...tip(label, { shortcut: shown }), 'aria-keyshortcuts': aria }
}

function SwitchButton({ onPress }: { readonly onPress: () => void }): ReactElement {
  return (
    <Button size="s" aria-label={text.share.switch} {...useTip(text.share.switch, 'share')} onClick={onPress}>
      <ArrowLeftRight className="s" />
      {presenting.switch}
    </Button>
  )
}

function StopButton({ onPress }: { readonly onPress: () => void }): ReactElement {
  return (
    <Button
      size="s"
      className="presenting-stop"
      aria-label={text.share.stop}
      {...useTip(text.share.stop, 'stopShare')}
      onClick={onPress}
    >
      <Square className="s" />
      {presenting.stop}
    </Button>
  )
}

interface LostProps extends PresentingCardProps {
  readonly own: Extract<OwnShare, { is: 'lost' }>
}

/** The viewer still sees its last picture; one press goes on, if the program opened it again. */
function Lost({ own, commands, clock, name }: LostProps): ReactElement {
  const { successor } = own
  const title = shownTitle(own.title, 'window')
  const isOther = successor !== null && successor.title !== own.title
  const other = isOther ? presenting.otherOpened(spokenTitle(successor.title, 'window')) : presenting.cameBack
  return (
    <div className="presenting-words">
      <h2 className="clip" title={title}>
        <bdi>{title}</bdi>
      </h2>
      <p className="warn" role="status">
        {successor ? other : presenting.lost} {presenting.stillSees(name)}
      </p>
      <Waits clock={clock} untilMs={own.untilMs} words={successor ? presenting.endsIn : presenting.waits} />
      <div className="presenting-acts">
        {successor && (
          <Button size="s" kind="primary" onClick={() => commands.goOn()}>
            {isOther ? presenting.againOther : presenting.again}
          </Button>
        )}
        <SwitchButton onPress={() => commands.open()} />
        <StopButton onPress={() => commands.stop()} />
      </div>
    </div>
  )
}

interface WaitsProps {
  readonly clock: Clock
  readonly untilMs: number
  readonly words: (time: string) => string
}

function Waits({ clock, untilMs, words }: WaitsProps): ReactElement {
  const now = useNow(clock)
  return <p className="muted num">{words(clockTime(Math.max(0, untilMs - now)))}</p>
}
