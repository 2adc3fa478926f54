// Owns a call in which something is picked or shared, drawn for tests.
import { act } from 'react'
import type { ShareSource } from '../../../shared/model/share'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings'
import type { CallView } from '../../features/calls/calls-store'
import type { LiveShare, PickerState, ShareState } from '../../features/share/share-store'
import { live } from '../../features/share/testing/shares'
import { source } from '../../features/share/testing/sources'
import { renderApp, type TestApp } from './render-app'

export const ben: CallView = {
  callId: 'e'.repeat(32),
  direction: 'outgoing',
  person: { id: 'b'.repeat(32), name: 'Ben Okafor', isContact: false },
  video: true,
  phase: { name: 'connected', sinceMs: 0 },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'on', camera: 'off', screen: null },
  callBack: null,
}

export const sheet = source('Budget 2027.ods', { program: 'Calc' })
export const notes = source('Notes', { program: 'Editor' })
export const screen = source('Screen 1', { kind: 'screen' })
export const firefox = ['Mail', 'News', 'Trains'].map((title) => source(title, { program: 'Firefox' }))
export const listed = (...sources: readonly ShareSource[]) => ({ is: 'listed', sources, left: 0 }) as const
export const open: PickerState = {
  purpose: 'start',
  list: listed(sheet, notes, screen, ...firefox),
  preview: { is: 'none' },
  sound: false,
  starting: false,
}

export async function inCall(share: Partial<ShareState> = {}): Promise<TestApp> {
  const settings = {
    ...DEFAULT_SETTINGS,
    name: 'Ana',
    reach: { mode: 'this-network', server: '', port: 1 },
  } as const
  const app = await renderApp({ host: { settings }, calls: { calls: [ben] }, share })
  // Loaded beside the call's first screen.
  await act(async () => {
    await Promise.all([
      import('../../features/share/share-picker'),
      import('../../features/share/presenting-card'),
    ])
  })
  return app
}

export const picking = (change: Partial<PickerState> = {}, share: Partial<ShareState> = {}) =>
  inCall({ picker: { ...open, ...change }, ...share })
export const sharing = (change: Partial<LiveShare> = {}) => inCall({ own: { is: 'live', ...live(change) } })
export const options = (): readonly string[] =>
  [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent)
export const selected = (): string | undefined =>
  document.querySelector('[role="option"][aria-selected="true"]')?.textContent
export const said = (): string => document.querySelector('.sr[aria-live="assertive"]')?.textContent ?? ''

export const barButton = (label: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`.bar [aria-label="${label}"]`)
  if (!found) throw new Error(`no “${label}” in the bar`)
  return found
}
