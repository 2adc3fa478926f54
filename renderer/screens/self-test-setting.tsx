// Owns "Ring me in 10 seconds" in the settings: the panel, and doing what it offers about a step that failed.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import type { SelfTest } from '../../shared/model/self-test'
import type { SettingsChange } from '../../shared/model/settings'
import { failureWords } from '../../shared/text/en-codes'
import { selfTestWords } from '../../shared/text/en-self-test'
import { SelfTestPanel, type RemedyProps } from '../features/selftest/self-test-panel'
import type { Remedy } from '../features/selftest/self-test-shown'
import { loginShown } from '../features/settings/login-words'
import type { Client } from '../app/client'
import { useClient } from './client-context'
import type { SettingsPageProps } from './settings-page-props'

type SelfTestSettingProps = Pick<SettingsPageProps, 'settings' | 'open'>

export function SelfTestSetting(props: SelfTestSettingProps): ReactElement {
  const { selfTest, commands, clock } = useClient()
  const remedies = useRemedies(props)
  return <SelfTestPanel store={selfTest} commands={commands.selfTest} clock={clock} remedies={remedies} />
}

function useRemedies(props: SelfTestSettingProps): RemedyProps {
  const client = useClient()
  const test = useStore(client.selfTest, (state) => state.test)
  const [tried, setTried] = useState<Tried>({ test, ...NOTHING_TRIED })
  // What was done about one report says nothing of the next.
  const { done, problem } = tried.test === test ? tried : NOTHING_TRIED
  const press = (remedy: Remedy): void => {
    void heal(remedy, client, props).then((why) => {
      const helped = why === null && !LEADS.has(remedy)
      setTried({ test, problem: why, done: helped ? new Set([...done, remedy]) : done })
    })
  }
  return { done, problem, press }
}

interface Tried extends Pick<RemedyProps, 'done' | 'problem'> {
  readonly test: SelfTest
}
const NOTHING_TRIED = { done: new Set<Remedy>(), problem: null }

/** Where something is left to choose. */
const LEADS: ReadonlySet<Remedy> = new Set<Remedy>(['choose-ringer', 'set-volume'])

/** Why it didn't do; null: it did, or leads there. */
async function heal(remedy: Remedy, client: Client, props: SelfTestSettingProps): Promise<string | null> {
  const { settings, open } = props
  const { doNotDisturb } = settings
  switch (remedy) {
    case 'reconnect':
      client.commands.connection.retryHome()
      return null
    case 'start-at-login':
      return startAtLogin(client)
    case 'end-quiet':
      return changeSettings(client, { doNotDisturb: { ...doNotDisturb, on: false, untilMs: null } })
    case 'ring-all-the-same':
      return changeSettings(client, { doNotDisturb: { ...doNotDisturb, followSystem: false } })
    case 'choose-ringer':
      open('devices', 'ringer')
      return null
    case 'set-volume':
      open('ringing', 'volume')
      return null
  }
}

async function changeSettings({ desktop }: Client, wanted: SettingsChange): Promise<string | null> {
  const answer = await desktop.call('settings.change', wanted)
  return answer.ok ? null : failureWords(answer.code)
}

/** What the system has made of it. */
async function startAtLogin({ desktop }: Client): Promise<string | null> {
  const answer = await desktop.call('login.set', { on: true })
  if (!answer.ok) return failureWords(answer.code)
  if (answer.value.is === 'on') return null
  return loginShown(answer.value).problem ?? selfTestWords.login.off
}
