// Owns listening for one key of keys.ts while a part is on screen.
import { useEffect, useRef } from 'react'
import { copiesWords, isArrow, isBareKey, isPress, mayRepeat, type KeyName } from './keys'
import { useIsKeyOn, usePlatform } from './platform-context'

/** A field types with letters, and a menu or list looks for entries with them. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, select, textarea, [role="menu"]') !== null
}

/** A list, a row of choices or a slider moves by arrows. */
function takesArrows(target: EventTarget | null): boolean {
  const parts =
    '[role="log"], [role="listbox"], [role="radiogroup"], [role="tablist"], [role="slider"], dialog'
  return takesLetters(target) || (target instanceof Element && target.closest(parts) !== null)
}

/** What has the focus, or the page itself, makes something else of this press. */
function isTaken(name: KeyName, event: KeyboardEvent): boolean {
  if (copiesWords(name)) return takesLetters(event.target) || getSelection()?.isCollapsed === false
  if (!isBareKey(name)) return false
  return isArrow(event.key) ? takesArrows(event.target) : takesLetters(event.target)
}

/** `run: null` while the key means nothing here. */
export function useShortcut(name: KeyName, run: (() => void) | null): void {
  const platform = usePlatform()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const isOn = useIsKeyOn()(name)
  const enabled = run !== null && isOn
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPress(name, event, platform)) return
      if ((event.repeat && !mayRepeat(name)) || isTaken(name, event)) return
      event.preventDefault()
      latest.current?.()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [name, enabled, platform])
}
