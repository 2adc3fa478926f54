// Owns opening the settings at a page in a test, as a person does.
import { act } from 'react'
import { beforeAll } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings'
import { settingsWords } from '../../../shared/text/en-settings'
import type { MemoryClientOptions } from '../../app/memory-client'
import { button, click, pressKey, renderApp } from './render-app'

export const settings: Settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 9400 },
}

/** They are loaded when they are first opened, which a test needn't wait for each time. */
export function loadSettings(): void {
  beforeAll(async () => {
    await import('../settings-dialog')
    await import('../restore-dialog')
  })
}

export async function openSettings(
  page: keyof typeof settingsWords.pages = 'general',
  options: Omit<MemoryClientOptions, 'clock'> = {},
) {
  const app = await renderApp({ ...options, host: { settings, ...options.host } })
  await pressKey(',', { ctrlKey: true })
  await settle()
  if (page !== 'general') await click(button(settingsWords.pages[page]))
  const askedOf = (command: string) =>
    app.client.desktop.asked.flatMap(({ name, input }) => (name === command ? [input] : []))
  return { ...app, askedOf, state: () => app.client.desktop.state() }
}

/** The in-memory host answers a turn later. */
export const settle = (): Promise<void> => act(async () => new Promise((resolve) => setTimeout(resolve)))
