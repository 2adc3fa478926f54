// Owns remembering the pictures that came with calls, until the app ends: somebody may want to keep one for a contact.
import { useEffect } from 'react'
import { useClient, useFrame } from '../screens/client-context'
import type { FrameStore } from '../screens/frame-store'

/** Each is at most 11 kB. */
const MOST = 50
const PREFIX = 'data:image/jpeg;base64,'

export function useSeenPictures(): void {
  const { calls } = useClient()
  const frame = useFrame()
  useEffect(
    () =>
      calls.subscribe((state) => {
        for (const { person } of state.calls) {
          if (person.picture?.startsWith(PREFIX))
            remember(frame, person.id, person.picture.slice(PREFIX.length))
        }
      }),
    [calls, frame],
  )
}

function remember(frame: FrameStore, id: string, data: string): void {
  const { seenPictures } = frame.getState()
  if (seenPictures.get(id) === data) return
  const others = [...seenPictures].filter(([person]) => person !== id)
  frame.setState({ seenPictures: new Map([...others, [id, data] as const].slice(-MOST)) })
}
