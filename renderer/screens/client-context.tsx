// Owns the way from any screen to the running client, and to what the app's frame remembers.
import { createContext, useContext, type ReactElement, type ReactNode } from 'react'
import type { Client } from '../app/client'
import type { FrameStore } from './frame-store'

const ClientContext = createContext<Client | null>(null)

interface ClientProviderProps {
  readonly client: Client
  readonly children: ReactNode
}

export function ClientProvider({ client, children }: ClientProviderProps): ReactElement {
  return <ClientContext value={client}>{children}</ClientContext>
}

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('a screen was drawn outside ClientProvider')
  return client
}

const FrameContext = createContext<FrameStore | null>(null)

export const FrameProvider = FrameContext.Provider

export function useFrame(): FrameStore {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('a screen was drawn outside FrameProvider')
  return frame
}
