// Owns the menus of the call's bar: devices at their carets, everything at More where the window is narrow.
import { ChevronUp, Ellipsis, Keyboard, Settings, UserPlus } from 'lucide-react'
import { useStore } from 'zustand'
import type { ReactElement } from 'react'
import { parseCallLink } from '../../shared/link/call-link'
import { text } from '../../shared/text/en'
import type { CallView } from '../features/calls/calls-store'
import { DeviceMenuGroup } from '../features/devices/device-menu-group'
import type { DeviceKind } from '../features/devices/devices-store'
import { Button } from '../ui/button'
import type { KeyName } from '../ui/keys'
import { Menu, MenuItem, MenuLine } from '../ui/menu'
import { cleanName } from '../lib/clean-name'
import { shownName } from '../ui/names'
import { useKeyText } from '../ui/platform-context'
import { tip } from '../ui/tip'
import { useClient, useFrame } from './client-context'
import { useSaveContact } from './use-save-contact'

export type MenuName = 'microphone' | 'camera' | 'more'

interface CallMenuProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

interface DeviceMenuProps extends CallMenuProps {
  readonly name: 'microphone' | 'camera'
}

const KINDS: Readonly<Record<DeviceMenuProps['name'], readonly DeviceKind[]>> = {
  microphone: ['microphone', 'speaker'],
  camera: ['camera'],
}

export function DeviceMenu({ name, open, onOpenChange }: DeviceMenuProps): ReactElement {
  const label = name === 'microphone' ? text.call.chooseSound : text.call.chooseCamera
  const shortcut = useKeyText()('devices')
  const keyed = name === 'microphone' && shortcut ? { shortcut: shortcut.shown } : {}
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button square className="caret" aria-label={label} {...tip(label, keyed)}>
          <ChevronUp />
        </Button>
      }
    >
      <DeviceGroups kinds={KINDS[name]} />
    </Menu>
  )
}

function DeviceGroups({ kinds }: { readonly kinds: readonly DeviceKind[] }): ReactElement {
  const { devices, commands } = useClient()
  return (
    <>
      {kinds.map((kind) => (
        <DeviceMenuGroup key={kind} kind={kind} devices={devices} commands={commands.devices} />
      ))}
    </>
  )
}

interface MoreMenuProps extends CallMenuProps {
  readonly call: CallView
  /** The carets have no room, so their choices are here. */
  readonly withDevices: boolean
}

export function MoreMenu({ call, withDevices, open, onOpenChange }: MoreMenuProps): ReactElement {
  const frame = useFrame()
  const keyText = useKeyText()
  const key = (name: KeyName) => keyText(name)?.shown
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button square className="bar-btn" aria-label={text.call.more} {...tip(text.call.more)}>
          <Ellipsis />
        </Button>
      }
    >
      {withDevices && (
        <>
          <DeviceGroups kinds={['microphone', 'speaker', 'camera']} />
          <MenuLine />
        </>
      )}
      <SaveItem call={call} />
      <MenuItem
        icon={<Settings className="s" />}
        shortcut={key('settings')}
        onPress={() => frame.setState({ overlay: 'settings' })}
      >
        {text.home.settings}
      </MenuItem>
      <MenuItem
        icon={<Keyboard className="s" />}
        shortcut={key('allKeys')}
        onPress={() => frame.setState({ overlay: 'keys' })}
      >
        {text.home.keys}
      </MenuItem>
    </Menu>
  )
}

function SaveItem({ call: { person, callBack } }: { readonly call: CallView }): ReactElement | null {
  const client = useClient()
  const frame = useFrame()
  const saveContact = useSaveContact()
  const saved = useStore(client.people, ({ contacts }) => contacts.some(({ id }) => id === person.id))
  const name = cleanName(person.name)
  if (saved || name === '') return null
  const link = parseCallLink(callBack ?? '')
  const save = () => {
    const server = link.ok ? link.value.server : null
    void saveContact({ id: person.id, name, server }, (sentence) =>
      frame.setState({ takeBack: { sentence, undo: null } }),
    )
  }
  return (
    <MenuItem icon={<UserPlus className="s" />} onPress={save}>
      {text.people.save(shownName(name))}
    </MenuItem>
  )
}
