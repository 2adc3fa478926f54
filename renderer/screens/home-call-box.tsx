// Owns joining the link field to calls and to links that were opened from outside.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import { text } from '../../shared/text/en'
import { CallBox } from '../features/connection/call-box'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { useClient, useFrame } from './client-context'
import { linkPlaced, linkTyped, takeOffered } from './frame-store'

export function HomeCallBox(): ReactElement {
  const client = useClient()
  const frame = useFrame()
  const identity = useStore(client.identity)
  const contacts = useStore(client.people, (people) => people.contacts)
  const dial = useStore(client.connection, ({ reach }) =>
    reach.home.status === 'ready' ? reach.home.advertised : null,
  )
  const { pasted, fromOutside, offered, silentServer } = useStore(frame)
  const nameOf = (id: string) => contacts.find((contact) => contact.id === id)?.name ?? null
  const locked = identity.status === 'locked'
  const own = client.info.host === 'guest' && dial !== null ? normaliseBaseUrl(dial) : null
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
        context={{
          ownId: identity.status === 'ready' ? identity.id : null,
          onlyServer: own?.ok ? own.value : null,
        }}
        nameOf={nameOf}
        note={note}
        silentServer={silentServer}
        disabled={locked}
        onCall={({ id, server }, video) => {
          linkPlaced(frame, client.commands.calls.place({ id, server, name: nameOf(id) ?? '' }, video))
        }}
      />
    </div>
  )
}
