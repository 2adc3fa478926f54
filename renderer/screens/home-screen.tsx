// Owns the screen between calls: people, own link, somebody else's link, and what keeps others from ringing us.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { LinkCard } from '../features/connection/link-card'
import { RecentCalls, RecentLabel } from '../features/history/recent-calls'
import { PeoplePanel } from '../features/people/people-panel'
import { useClient, useFrame } from './client-context'
import { HomeBannerPart } from './home-banner-part'
import { HomeCallBox } from './home-call-box'
import { HomeStatus } from './home-status'
import { TakeBackPart } from './take-back-part'
import { useCallActions } from './use-call-actions'
import { usePersonActions } from './use-person-actions'
import { useCopyText } from './use-copy-text'
import './home-screen.css'

export function HomeScreen(): ReactElement {
  const client = useClient()
  const { people } = client
  const frame = useFrame()
  const tab = useStore(frame, ({ peopleTab }) => peopleTab)
  const copyText = useCopyText()
  const actions = usePersonActions()
  const callActions = useCallActions()
  const locked = useStore(client.identity, (identity) => identity.status === 'locked')
  // Pine means "press this": a link in the field is what one came for.
  const linkPasted = useStore(frame, (state) => state.pasted.trim() !== '')
  const isGuest = client.info.host === 'guest'
  return (
    <div className={`home ${isGuest ? 'is-guest' : ''}`}>
      <div className="home-banner">
        <HomeBannerPart />
      </div>
      <aside className="home-side" aria-label={text.home.people}>
        <PeoplePanel
          people={people}
          actions={actions}
          tab={tab}
          onTab={(peopleTab) => frame.setState({ peopleTab })}
          recentLabel={<RecentLabel people={people} />}
          recent={(query) => (
            <RecentCalls people={people} clock={client.clock} query={query} actions={callActions} />
          )}
        />
        <TakeBackPart />
        <HomeStatus />
      </aside>
      <main className="home-main">
        {/* A guest came to call somebody; being called is the smaller part. */}
        {isGuest && <HomeCallBox />}
        <LinkCard
          connection={client.connection}
          copyText={copyText}
          primary={!linkPasted}
          isGuest={isGuest}
          identityLocked={locked}
          onShowQr={() => frame.setState({ overlay: 'qr' })}
        />
        {!isGuest && <HomeCallBox />}
        {isGuest && <p className="small muted">{text.guest.trust}</p>}
      </main>
    </div>
  )
}
