// Owns what a guest sees between calls: whoever came with a call link sees that one person to call; else home.
import { Phone, Video } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { appLink, type CallLink } from '../../shared/link/call-link'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { JoinCodeForm } from '../features/connection/join-code-form'
import { joinTrouble, type JoinTrouble } from '../features/connection/join-trouble'
import { readPasted } from '../features/connection/call-box-rules'
import { DeviceCheck } from '../features/devices/device-check'
import { Button } from '../ui/button'
import { shortId } from '../ui/names'
import { useClient, useFrame } from './client-context'
import { linkTyped } from './frame-store'
import { HomeScreen } from './home-screen'
import { OpenInApp } from './open-in-app'
import { useLinkField, type LinkField } from './use-link-field'
import './page.css'

export function GuestHomeScreen(): ReactElement {
  const frame = useFrame()
  const { pasted, fromOutside, silentServer } = useStore(frame)
  const field = useLinkField()
  const wanted = useStore(useClient().connection, joinTrouble)
  const read = readPasted(pasted, field.context)
  // What is wrong with a link is said beside the field of the home page.
  if (!fromOutside || silentServer || read.is !== 'callable') return <HomeScreen />
  if (wanted !== null) return <GuestJoin link={read.link} trouble={wanted} />
  return <GuestCall link={read.link} field={field} onLeave={() => linkTyped(frame, pasted)} />
}

interface GuestJoinProps {
  readonly link: CallLink
  readonly trouble: JoinTrouble
}

/** Before camera and microphone are asked for: without the code there is no call. */
function GuestJoin({ link, trouble }: GuestJoinProps): ReactElement {
  const { desktop, commands } = useClient()
  return (
    <main className="page">
      <div className="page-column">
        <header className="page-head">
          <h1 className="title">{text.guest.titleWithLink}</h1>
          <p className="mono muted">{shortId(link.id)}</p>
          <p role="status">{failureWords(trouble)}</p>
        </header>
        <JoinCodeForm
          desktop={desktop}
          server={link.server}
          action={text.joinCode.use}
          onKept={() => commands.connection.retryHome()}
        />
        <OpenInApp link={appLink(link)} />
        <p className="small muted">{text.guest.trust}</p>
      </div>
    </main>
  )
}

interface GuestCallProps {
  readonly link: CallLink
  readonly field: LinkField
  readonly onLeave: () => void
}

function GuestCall({ link, field, onLeave }: GuestCallProps): ReactElement {
  const client = useClient()
  const name = field.nameOf(link.id)
  return (
    <main className="page">
      <form
        className="page-column"
        onSubmit={(event) => {
          event.preventDefault()
          field.call(link, true)
        }}
      >
        <header className="page-head">
          <h1 className="title">{text.guest.titleWithLink}</h1>
          <p className="mono muted">{shortId(link.id)}</p>
          <p className="muted">{text.guest.callNext}</p>
        </header>
        <DeviceCheck
          media={client.localMedia}
          clock={client.clock}
          devices={client.devices}
          commands={client.commands.devices}
        />
        <div className="page-acts">
          <Button kind="primary" size="l" type="submit" autoFocus>
            <Video />
            {name === null ? text.guest.call : text.guest.callNamed(name)}
          </Button>
          <Button size="l" onClick={() => field.call(link, false)}>
            <Phone />
            {text.callBox.callSound}
          </Button>
          <Button kind="ghost" size="l" onClick={onLeave}>
            {text.guest.ownPage}
          </Button>
        </div>
        <OpenInApp link={appLink(link)} />
        <p className="small muted">{text.guest.trust}</p>
      </form>
    </main>
  )
}
