// Owns the sheets of what lies over everything: a dialog, and a menu with its kinds of entries.
import { Maximize, Settings } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Menu, MenuChoices, MenuItem, MenuLine } from '../ui/menu'
import { partsWords as words } from './parts-words'
import '../features/calls/stage.css'

const nothing = () => undefined

export function DialogSheet(): ReactElement {
  return (
    <Dialog title={words.dialog} onClose={nothing}>
      <p>{words.dialogNext}</p>
      <div className="dialog-acts">
        <Button>{words.dialogKeep}</Button>
        <Button kind="danger">{words.dialogDo}</Button>
      </div>
    </Dialog>
  )
}

export function MenuSheet(): ReactElement {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState('1')
  const choices = words.devices.map((label, at) => ({ value: String(at), label }))
  return (
    <div className="stage parts-stage">
      <Menu
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton label={words.menu} keyName="devices">
            <Settings />
          </IconButton>
        }
      >
        <MenuItem icon={<Maximize />} shortcut="F" onPress={nothing}>
          {words.menuEntry}
        </MenuItem>
        <MenuLine />
        <MenuChoices title={words.microphone} choices={choices} value={chosen} onChoose={setChosen} />
        <MenuChoices title={words.menu} choices={[]} value="" onChoose={nothing} note={words.menuNote} />
      </Menu>
    </div>
  )
}
