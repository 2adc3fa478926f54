// Owns menus that open from a button: entries, choices and headings. Loaded with the call, not with the first screen.
import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import './menu.css'

interface MenuProps {
  readonly trigger: ReactElement
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

export function Menu({ trigger, open, onOpenChange, children }: MenuProps): ReactElement {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side="top" sideOffset={12} collisionPadding={8} className="menu-place">
          <Base.Popup className="menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps {
  readonly icon?: ReactNode
  readonly shortcut?: string | undefined
  readonly onPress: () => void
  readonly children: ReactNode
}

export function MenuItem({ icon, shortcut, onPress, children }: MenuItemProps): ReactElement {
  return (
    <Base.Item className="menu-item" onClick={onPress}>
      {icon}
      <span className="grow clip">{children}</span>
      {shortcut && <kbd>{shortcut}</kbd>}
    </Base.Item>
  )
}

export interface MenuChoice {
  readonly value: string
  readonly label: string
}

interface MenuChoicesProps {
  readonly title: string
  readonly choices: readonly MenuChoice[]
  readonly value: string
  readonly onChoose: (value: string) => void
  /** Said in place of choices, or under them. */
  readonly note?: string | null
}

export function MenuChoices({ title, choices, value, onChoose, note }: MenuChoicesProps): ReactElement {
  return (
    <Base.RadioGroup value={value} onValueChange={(chosen) => onChoose(String(chosen))}>
      <Base.GroupLabel className="menu-head">{title}</Base.GroupLabel>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} className="menu-item" closeOnClick>
          <span className="menu-mark">
            <Base.RadioItemIndicator>
              <Check className="s" />
            </Base.RadioItemIndicator>
          </span>
          <span className="grow clip" title={choice.label}>
            {choice.label}
          </span>
        </Base.RadioItem>
      ))}
      {note && <p className="menu-note">{note}</p>}
    </Base.RadioGroup>
  )
}

export function MenuLine(): ReactElement {
  return <Base.Separator className="menu-line" />
}
