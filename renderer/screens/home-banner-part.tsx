// Owns joining the banner to the stores and to the commands behind its buttons.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { closenessOf } from '../../shared/link/base-url'
import { OFFERED_STUN } from '../../shared/model/settings'
import { chooseBanner } from '../features/connection/choose-banner'
import { HomeBannerView, type BannerActions } from '../features/connection/home-banner'
import { text } from '../../shared/text/en'
import { useAnnounce } from '../ui/live-region'
import { useClient, useFrame } from './client-context'
import { homeServerOf } from './home-server'
import { dismissBanner } from './frame-store'
import { useCopyText } from './use-copy-text'

export function HomeBannerPart(): ReactElement | null {
  const client = useClient()
  const frame = useFrame()
  const copyText = useCopyText()
  const announce = useAnnounce()
  const identity = useStore(client.identity)
  const connection = useStore(client.connection)
  const stunServers = useStore(client.settings, ({ settings }) => settings.stunServers)
  const update = useStore(client.updates, ({ state }) => state)
  const { troubles, restored, dismissed } = useStore(frame)
  const server = homeServerOf(connection)
  const isPublic = server !== null && closenessOf(server) === 'public'
  const lacksStun = connection.serverKind === 'stock' && isPublic && stunServers.length === 0
  const banner = chooseBanner({ identity, connection, troubles, restored, lacksStun, update, dismissed })
  if (!banner) return null
  const { desktop, commands } = client
  const copyLink = async (): Promise<void> => {
    if (connection.appLink === null || !(await copyText(connection.appLink)))
      return announce('assertive', text.link.copyFailed)
    announce('polite', text.link.copiedAnnounced)
    dismissBanner(frame, banner.kind)
  }
  const actions: BannerActions = {
    retryHome: () => commands.connection.retryHome(),
    retryIdentity: () => void desktop.call('identity.retry'),
    retryReach: () => void desktop.call('reach.retry'),
    newPort: () => void desktop.call('reach.newPort'),
    changeServer: () => frame.setState({ overlay: 'settings' }),
    enterCode: () => frame.setState({ overlay: 'joinCode' }),
    copyLink: () => void copyLink(),
    useStun: () => void desktop.call('settings.change', { stunServers: [OFFERED_STUN] }),
    restart: () => void desktop.call('updates.restart'),
    dismiss: () => dismissBanner(frame, banner.kind),
  }
  return <HomeBannerView banner={banner} server={server} clock={client.clock} actions={actions} />
}
