// Owns listening for one key of keys.ts while a part is on screen.
import { useEffect, useRef } from 'react'
import { isBareKey, isPress, type KeyName } from './keys'
import { usePlatform } from './platform-context'

/** A field types with letters, and a menu or list looks for entries with them. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, select, textarea, [role="menu"]') !== null
}

/** `run: null` while the key means nothing here. */
export function useShortcut(name: KeyName, run: (() => void) | null): void {
  const platform = usePlatform()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const enabled = run !== null
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || event.defaultPrevented || !isPress(name, event, platform)) return
      if (isBareKey(name) && takesLetters(event.target)) return
      event.preventDefault()
      latest.current?.()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [name, enabled, platform])
}
