// Owns the sheets of what one presses, types into and chooses with.
import { Copy, Link, Mic, MicOff, Phone, Search, Settings } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { Button, IconButton, type ButtonKind } from '../ui/button'
import { Field } from '../ui/field'
import { Segments } from '../ui/segments'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { Samples, Sheet } from './parts-sheet'
import { partsWords as words } from './parts-words'

const KINDS: readonly ButtonKind[] = ['primary', 'quiet', 'danger', 'ghost']
const FORCED = ['hover', 'focus', 'active'] as const
const SIZES = ['s', 'm', 'l'] as const
const nothing = () => undefined

/** `data-state` is forced by whoever takes the picture. */
export function ButtonSheet(): ReactElement {
  return (
    <>
      <Sheet title={words.buttons}>
        {KINDS.map((kind) => (
          <Samples key={kind} label={words.kinds[kind]}>
            <Button kind={kind}>{words.states.rest}</Button>
            {FORCED.map((state) => (
              <Button key={state} kind={kind} data-state={state}>
                {words.states[state]}
              </Button>
            ))}
            <Button kind={kind} disabled title={words.offWhy}>
              {words.states.off}
            </Button>
            <Button kind={kind} working>
              {words.states.busy}
            </Button>
          </Samples>
        ))}
        {SIZES.map((size) => (
          <Samples key={size} label={words.sizes[size]}>
            <Button kind="primary" size={size}>
              <Copy />
              {words.withIcon}
            </Button>
            <Button size={size}>{words.withIcon}</Button>
            <IconButton size={size} label={words.tip} keyName="mute">
              <Mic />
            </IconButton>
            <IconButton size={size} kind="ghost" label={words.looks[0] ?? ''} keyName="settings">
              <Settings />
            </IconButton>
          </Samples>
        ))}
        <Samples label={words.square}>
          {FORCED.map((state) => (
            <IconButton key={state} kind="ghost" label={words.tip} keyName="mute" data-state={state}>
              <MicOff />
            </IconButton>
          ))}
          <IconButton kind="danger" label={words.tip} disabled>
            <Phone />
          </IconButton>
          <IconButton kind="primary" label={words.tip} working>
            <Phone />
          </IconButton>
        </Samples>
      </Sheet>
    </>
  )
}

export function FieldSheet(): ReactElement {
  return (
    <Sheet title={words.fields}>
      <div className="parts-columns">
        <Field label={words.link} icon={<Link />} placeholder={words.linkHint} hint={words.linkHint} />
        <Field
          label={words.link}
          icon={<Link />}
          defaultValue={words.linkShort}
          problem={words.linkProblem}
        />
        <Field label={words.server} defaultValue={words.serverValue} checking hint={words.checking} />
        <Field label={words.server} defaultValue={words.serverValue} data-state="focus" />
        <Field label={words.server} defaultValue={words.serverValue} disabled hint={words.offWhy} />
        <Field label={words.link} defaultValue={words.linkShort} after={<Button>{words.withIcon}</Button>} />
        <Field quiet labelHidden label={words.search} icon={<Search />} placeholder={words.search} />
        <Field quiet labelHidden label={words.search} icon={<Search />} defaultValue={words.searchValue} />
        <label>
          <span className="field-label">{words.notes}</span>
          <textarea className="textarea" defaultValue={words.notesValue} />
        </label>
        <label>
          <span className="field-label">{words.notes}</span>
          <textarea className="textarea" defaultValue={words.notesValue} aria-invalid />
        </label>
      </div>
    </Sheet>
  )
}

function Row({ kind }: { readonly kind: 'tabs' | 'choice' }): ReactElement {
  const labels = kind === 'tabs' ? words.tabs : words.looks
  const [value, setValue] = useState('0')
  const segments = labels.map((label, at) => ({ value: String(at), label }))
  const label = kind === 'tabs' ? words.lists : words.look
  return <Segments kind={kind} label={label} segments={segments} value={value} onChange={setValue} />
}

export function ChoiceSheet(): ReactElement {
  const { switches } = words
  return (
    <Sheet title={words.choices}>
      <div className="parts-columns">
        <Select aria-label={words.microphone}>
          {words.devices.map((device) => (
            <option key={device}>{device}</option>
          ))}
        </Select>
        <Select aria-label={words.microphone} disabled>
          <option>{words.devices[0]}</option>
        </Select>
        <Switch label={switches.on} hint={switches.onHint} checked onChange={nothing} />
        <Switch label={switches.off} checked={false} onChange={nothing} />
        <Switch label={switches.refused} problem={switches.refusedWhy} checked={false} onChange={nothing} />
        <Switch label={switches.none} hint={switches.noneWhy} checked={false} disabled onChange={nothing} />
        <Row kind="choice" />
        <Row kind="tabs" />
        <div className="radios" role="radiogroup" aria-label={words.unknown}>
          {words.unknowns.map((choice, at) => (
            <label key={choice} className="radio">
              <input type="radio" name="unknown" defaultChecked={at === 0} />
              {choice}
            </label>
          ))}
        </div>
        <div>
          {words.boxes.map((box, at) => (
            <label key={box} className="checkbox">
              <input type="checkbox" defaultChecked={at === 0} />
              {box}
            </label>
          ))}
        </div>
      </div>
    </Sheet>
  )
}
