// Owns joining the link field to calls and to links that were opened from outside.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { CallBox } from '../features/connection/call-box'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { useFrame } from './client-context'
import { linkTyped, takeOffered } from './frame-store'
import { useLinkField } from './use-link-field'

export function HomeCallBox(): ReactElement {
  const frame = useFrame()
  const { pasted, fromOutside, offered, silentServer } = useStore(frame)
  const { context, nameOf, locked, call } = useLinkField()
  const note = locked ? text.callBox.locked : fromOutside && pasted !== '' ? text.callBox.opened : null
  return (
    <div className="home-call">
      {offered !== null && (
        <Note sentence={text.callBox.openedTitle} onDismiss={() => frame.setState({ offered: null })}>
          <Button size="s" onClick={() => takeOffered(frame)}>
            {text.callBox.useOpened}
          </Button>
        </Note>
      )}
      <CallBox
        value={pasted}
        onChange={(value) => linkTyped(frame, value)}
        context={context}
        nameOf={nameOf}
        note={note}
        silentServer={silentServer}
        disabled={locked}
        onCall={call}
      />
    </div>
  )
}
