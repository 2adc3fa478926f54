// Owns the button and its kinds; working keeps the width and shows a spinner in place of the label.
import type { ComponentPropsWithRef, ReactElement } from 'react'
import { tip } from './tip'
import type { KeyName } from './keys'
import { useKeyText } from './platform-context'
import './button.css'

export type ButtonKind = 'quiet' | 'primary' | 'danger' | 'ghost'

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type'> {
  readonly kind?: ButtonKind
  readonly size?: 's' | 'm' | 'l'
  readonly square?: boolean
  readonly working?: boolean
  readonly type?: 'button' | 'submit'
}

export function Button(props: ButtonProps): ReactElement {
  const { kind = 'quiet', size = 'm', square = false, working = false, type = 'button', ...rest } = props
  const { className = '', children, onClick, ...button } = rest
  const classes = ['btn', kind, `size-${size}`, square ? 'square' : '', className].filter(Boolean).join(' ')
  // A second press while it works would ask for the same thing again; Enter in a field of its form is one too.
  const press: typeof onClick = (event) => {
    if (working) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button {...button} type={type} className={classes} aria-busy={working || undefined} onClick={press}>
      {children}
      {working && <span className="spin" aria-hidden="true" />}
    </button>
  )
}

export interface IconButtonProps extends ButtonProps {
  /** What it does: its name for assistive technology and its tooltip. */
  readonly label: string
  /** Shown in the tooltip, and announced as its shortcut. */
  readonly keyName?: KeyName
  readonly tipSide?: 'top' | 'bottom'
}

/** A button without words always has a label and a tooltip with its key. */
export function IconButton({ label, keyName, tipSide = 'top', ...button }: IconButtonProps): ReactElement {
  const keyText = useKeyText()
  const shortcut = keyName ? keyText(keyName) : null
  return (
    <Button
      square
      aria-label={label}
      aria-keyshortcuts={shortcut?.aria}
      {...tip(label, { shortcut: shortcut?.shown ?? null, side: tipSide })}
      {...button}
    />
  )
}
