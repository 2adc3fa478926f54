// Owns the sheets of people, of news, and of what lies over a call.
import { Contact, MicOff, Undo2, X } from 'lucide-react'
import type { ReactElement } from 'react'
import { Avatar } from '../ui/avatar'
import { Banner } from '../ui/banner'
import { Button, IconButton } from '../ui/button'
import { Note } from '../ui/note'
import { PersonName } from '../ui/person-name'
import { Samples, Sheet } from './parts-sheet'
import { partsWords as words } from './parts-words'
import '../features/calls/stage.css'
import '../features/people/people.css'
import '../screens/home-screen.css'
import '../ui/level-cells.css'
import '../ui/panel.css'

/** Six tints. */
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const CELLS = 24
const LEVELS = [0, 0.5, 1]

/** A drawn one, as a camera's would be. */
function picture(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 96, height: 96 })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#7fa6b8'
  context.fillRect(0, 0, 96, 96)
  context.fillStyle = '#f0d3b8'
  context.beginPath()
  context.arc(48, 40, 20, 0, 2 * Math.PI)
  context.arc(48, 100, 38, 0, 2 * Math.PI)
  context.fill()
  return canvas.toDataURL('image/jpeg')
}

/** Large ones, whose letters are a size of type of their own. */
export function FaceSheet(): ReactElement {
  const { ana, nobody } = words.names
  return (
    <Samples>
      <Avatar id="a" name={ana} size="l" />
      <Avatar id="d" name={ana} size="l" picture={picture()} />
      <Avatar id="c" name={nobody} size="l" />
    </Samples>
  )
}

export function PeopleSheet(): ReactElement {
  const { ana, nobody } = words.names
  return (
    <Sheet title={words.people}>
      <Samples>
        {IDS.map((id) => (
          <Avatar key={id} id={id} name={ana} />
        ))}
        <Avatar id="a" name={words.names.emoji} />
        <Avatar id="b" name={words.names.hebrew} />
        <Avatar id="c" name={nobody} />
        <Avatar id="d" name={ana} picture={picture()} />
        <Avatar id="e" name={ana} picture="data:image/jpeg;base64,broken" />
      </Samples>
      <ul className="parts-columns">
        {Object.entries(words.names).map(([key, name]) => (
          <li key={key} className="person">
            <Avatar id={key} name={name} />
            <div className="grow">
              <PersonName as="h3" className="strong" name={name} />
              <p className="person-line small">{words.pillTime}</p>
            </div>
          </li>
        ))}
      </ul>
      <Status dot="" sentence={words.ready} />
      <Status dot="danger" sentence={words.notReady} />
    </Sheet>
  )
}

function Status({ dot, sentence }: { readonly dot: string; readonly sentence: string }): ReactElement {
  return (
    <div className="status">
      <Avatar id="a" name={words.names.ana} />
      <div className="grow">
        <PersonName as="h3" className="strong" name={words.names.ana} />
        <p className="small status-line">
          <span className={`dot ${dot}`} />
          <span className="clip">{sentence}</span>
        </p>
      </div>
    </div>
  )
}

const nothing = () => undefined

export function NewsSheet(): ReactElement {
  return (
    <Sheet title={words.news}>
      <Banner sentence={words.bannerSentence} aside={words.bannerAside}>
        <Button size="s">{words.bannerAct}</Button>
        <Button size="s" kind="ghost">
          {words.bannerOther}
        </Button>
      </Banner>
      <Banner sentence={words.bannerSentence} />
      <Note sentence={words.plainNote} onDismiss={nothing} />
      <Note sentence={words.noteRemoved} icon={<Contact />} onDismiss={nothing}>
        <Button size="s">
          <Undo2 />
          {words.undo}
        </Button>
      </Note>
      {LEVELS.map((level) => (
        <Meter key={level} lit={Math.round(level * CELLS)} />
      ))}
      <p className="small muted">{words.meterHint}</p>
    </Sheet>
  )
}

/** As DeviceCheck draws it. */
function Meter({ lit }: { readonly lit: number }): ReactElement {
  return (
    <div className="level-cells" role="img" aria-label={words.meter}>
      {Array.from({ length: CELLS }, (_, at) => (
        <i key={at} className={at >= lit ? '' : at >= CELLS - 3 ? 'hot' : 'on'} />
      ))}
    </div>
  )
}

export function StageSheet(): ReactElement {
  return (
    <div className="stage parts-stage">
      <span className="pill">
        <bdi className="strong clip">{words.pillName}</bdi>
        <time className="num sub">{words.pillTime}</time>
      </span>
      <span className="pill">
        <MicOff className="s" />
        {words.muted}
      </span>
      <span className="pill">
        <span className="spin" aria-hidden="true" />
        {words.reconnecting}
      </span>
      <Note sentence={words.note} onDismiss={nothing}>
        <Button size="s">{words.noteUndo}</Button>
      </Note>
      <aside className="panel" aria-label={words.panel}>
        <header className="panel-head">
          <div className="grow">
            <h2>{words.panelWord}</h2>
            <p className="small muted">{words.panelRoute}</p>
          </div>
          <IconButton kind="ghost" size="s" label={words.dialogKeep}>
            <X />
          </IconButton>
        </header>
      </aside>
    </div>
  )
}
