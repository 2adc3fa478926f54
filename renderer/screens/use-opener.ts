// Owns remembering what had the focus when a dialog was opened, to give it back.
import { useRef, useState, type RefObject } from 'react'

/** Read while the dialog's first picture is made, before the focus moves into it. */
export function useOpener(): RefObject<HTMLElement | null> {
  const [opener] = useState(() => {
    const { activeElement } = document
    return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null
  })
  return useRef(opener)
}
