// Owns which family of keyboard the parts name their keys for, and how a system is called in a sentence.
import { createContext, useContext } from 'react'
import type { SystemName } from '../../shared/text/en-codes'
import { isLetterKey, keyText, type KeyName, type KeyText, type Platform } from './keys'

interface HostNames {
  readonly platform: Platform
  readonly system: SystemName
}

const HostContext = createContext<HostNames>({ platform: 'other', system: 'Linux' })

export const HostProvider = HostContext.Provider

const LetterKeysContext = createContext(true)
export const LetterKeysProvider = LetterKeysContext.Provider

/** False for keys that are switched off: they neither work nor are named beside what they would do. */
export function useIsKeyOn(): (name: KeyName) => boolean {
  const letters = useContext(LetterKeysContext)
  return (name) => letters || !isLetterKey(name)
}

export function usePlatform(): Platform {
  return useContext(HostContext).platform
}

export function useSystemName(): SystemName {
  return useContext(HostContext).system
}

/** How a key is written, here; null where it is switched off. */
export function useKeyText(): (name: KeyName) => KeyText | null {
  const platform = usePlatform()
  const isOn = useIsKeyOn()
  return (name) => (isOn(name) ? keyText(name, platform) : null)
}

type AppPlatform = 'linux' | 'darwin' | 'win32' | 'browser'

const SYSTEMS: Readonly<Record<AppPlatform, SystemName>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
  browser: 'browser',
}

/** A browser doesn't say its system except by the words that it sends to servers. */
export function hostNames(app: AppPlatform, userAgent: string): HostNames {
  const isMac = app === 'browser' ? /Mac OS X|Macintosh/.test(userAgent) : app === 'darwin'
  return { platform: isMac ? 'mac' : 'other', system: SYSTEMS[app] }
}
