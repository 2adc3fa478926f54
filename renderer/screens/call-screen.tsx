// Owns the call: the other side large, own picture small, controls that leave, states that stay.
import { useRef, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { CallHeader } from '../features/calls/call-header'
import type { CallMedia, CallView } from '../features/calls/calls-store'
import { RemoteAudio } from '../features/calls/remote-audio'
import { RemoteSide, Voice } from '../features/calls/remote-side'
import { SelfPicture } from '../features/calls/self-picture'
import { SharesPill } from '../features/viewing/shares-pill'
import { LevelDot, LevelFrame, LevelRings, SpeakingWord } from '../features/stats/level-rings'
import { spokenName } from '../ui/names'
import { useFocusOnMount } from '../ui/use-focus-on-mount'
import { useIdle } from '../ui/use-idle'
import { CallControls, type PanelName } from './call-controls'
import type { MenuName } from './call-menus'
import { ConnectionPanel } from './call-parts'
import { CallNotes } from './call-notes'
import { useClient } from './client-context'
import { TextsNote, TextsPart } from './texts-part'
import { SharePart } from './share-part'
import { useViewing, ViewingControls, ViewingNote, ViewingSide, type Viewing } from './viewing-part'
import '../features/calls/stage.css'

const CONTROLS_STAY_MS = 3_000
const NO_MEDIA: Omit<CallMedia, 'callId'> = {
  localCamera: null,
  localMicrophone: null,
  remoteMicrophone: null,
  remoteCamera: null,
  remoteScreen: null,
  remoteScreenSound: null,
}

export function CallScreen({ call }: { readonly call: CallView }): ReactElement {
  const { calls, stats, clock, share } = useClient()
  const stored = useStore(calls, (state) => state.media)
  const media = stored?.callId === call.callId ? stored : NO_MEDIA
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [menu, setMenu] = useState<MenuName | null>(null)
  const stage = useFocusOnMount<HTMLElement>()
  const controls = useRef<HTMLDivElement>(null)
  const seesThem = call.remote?.camera === 'on' && media.remoteCamera !== null
  const viewing = useViewing(call, media)
  const isSeeing = seesThem || viewing !== null
  const isPicking = useStore(share, ({ picker }) => picker !== null)
  // A control that left can't take the focus back from a menu or the picker.
  const isIdle = useIdle(clock, CONTROLS_STAY_MS, !isSeeing || menu !== null || isPicking, controls)
  const ownTrack = call.local.camera.is === 'on' ? media.localCamera : null
  const muted = call.local.microphone.is !== 'on' && call.local.microphone.is !== 'starting'
  const name = spokenName(call.person.name)
  const closePanel = () => {
    setPanel(null)
    stage.current?.focus({ preventScroll: true }) // what had the focus is gone with it
  }
  return (
    <main
      ref={stage}
      tabIndex={-1}
      className={stageClass({ isSeeing, isIdle, viewing, panel, hasTiles: seesThem || ownTrack !== null })}
      aria-label={text.call.label(name)}
    >
      <div className="stage-grid">
        <ViewingSide
          call={call}
          viewing={viewing}
          camera={
            <RemoteSide
              call={call}
              remoteCamera={media.remoteCamera}
              remoteRings={<LevelRings stats={stats} side="remote" />}
              remoteState={<SpeakingWord stats={stats} side="remote" word={text.call.speaking} />}
              ownVoice={ownTrack ? null : <OwnVoice muted={muted} />}
            />
          }
        />
        <div className="stage-controls" ref={controls}>
          <CallControls
            call={call}
            panel={panel}
            onPanel={(name) => (name === panel ? closePanel() : setPanel(name))}
            menu={menu}
            onMenu={setMenu}
          />
          <ViewingControls viewing={viewing} />
        </div>
        {ownTrack && (
          <SelfPicture
            track={ownTrack}
            muted={muted}
            makeRoom={panel !== null}
            ring={<LevelFrame stats={stats} side="local" />}
          />
        )}
        <SharePart call={call} />
        {panel === 'connection' && <ConnectionPart call={call} onClose={closePanel} />}
        <TextsPart call={call} open={panel === 'texts'} onClose={closePanel} />
        <CallHeader
          call={call}
          clock={clock}
          level={<LevelDot stats={stats} side="remote" />}
          mutedUnseen={muted && ownTrack === null && isSeeing}
        >
          {viewing && <SharesPill name={name} shown={viewing.shown} />}
        </CallHeader>
        <div className="stage-notes">
          <CallSounds media={media} withScreen={viewing?.shown.sound ?? false} />
          <ViewingNote call={call} viewing={viewing} />
          {panel !== 'texts' && <TextsNote call={call} onRead={() => setPanel('texts')} />}
          <CallNotes call={call} explained={panel === 'connection'} />
        </div>
      </div>
    </main>
  )
}

interface ConnectionPartProps {
  readonly call: CallView
  readonly onClose: () => void
}

function ConnectionPart({ call, onClose }: ConnectionPartProps): ReactElement {
  const { stats, share } = useClient()
  const own = useStore(share, (state) => state.own)
  const shared = { theirs: (call.remote?.screen ?? null) !== null, ours: own.is === 'live' ? own : null }
  return <ConnectionPanel {...{ stats, shared, onClose }} name={spokenName(call.person.name)} />
}

interface CallSoundsProps {
  readonly media: Omit<CallMedia, 'callId'>
  /** What they show has sound. */
  readonly withScreen: boolean
}

function CallSounds({ media, withScreen }: CallSoundsProps): ReactElement {
  const { devices } = useClient()
  const speakerId = useStore(devices, ({ speaker }) => speaker.effective?.id ?? null)
  const { remoteMicrophone, remoteScreenSound } = media
  return (
    <>
      {remoteMicrophone && <RemoteAudio track={remoteMicrophone} speakerId={speakerId} />}
      {withScreen && remoteScreenSound && <RemoteAudio track={remoteScreenSound} speakerId={speakerId} />}
    </>
  )
}

function stageClass(is: {
  readonly isSeeing: boolean
  readonly isIdle: boolean
  readonly viewing: Viewing | null
  readonly panel: PanelName | null
  readonly hasTiles: boolean
}): string {
  const viewing = is.viewing ? `is-viewing ${is.hasTiles ? 'has-tiles' : ''}` : ''
  const panel = is.panel === null ? '' : is.panel === 'texts' ? 'has-panel has-texts' : 'has-panel'
  return `stage ${is.isSeeing ? '' : 'is-soft'} ${is.isIdle ? 'is-idle' : ''} ${viewing} ${panel}`
}

function OwnVoice({ muted }: { readonly muted: boolean }): ReactElement {
  const { settings, identity, stats } = useClient()
  const name = useStore(settings, (state) => state.settings.name)
  const id = useStore(identity, (state) => (state.status === 'ready' ? state.id : ''))
  return (
    <Voice
      id={id}
      name={name}
      title={text.call.you}
      rings={<LevelRings stats={stats} side="local" />}
      state={
        muted ? text.call.youMuted : <SpeakingWord stats={stats} side="local" word={text.call.speaking} />
      }
    />
  )
}
