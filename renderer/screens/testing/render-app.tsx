// Owns drawing the app in a test's DOM, and what a person does there: press keys, click, type.
import { StrictMode, act } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import { App } from '../../app/app'
import { createMemoryClient, type MemoryClient, type MemoryClientOptions } from '../../app/memory-client'
import { createFakeClock, type FakeClock } from '../../platform/fakes/fake-clock'
import { loadScreens } from '../later-screens'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined
}

export interface TestApp {
  readonly client: MemoryClient
  readonly clock: FakeClock
  /** Commands with this name, with their arguments. */
  readonly asked: (command: string) => readonly (readonly unknown[])[]
}

export async function renderApp(options: Omit<MemoryClientOptions, 'clock'>): Promise<TestApp> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  await loadScreens()
  const clock = createFakeClock()
  const client = createMemoryClient({ ...options, clock })
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  await act(async () =>
    root.render(
      <StrictMode>
        <App client={client} />
      </StrictMode>,
    ),
  )
  onTestFinished(async () => {
    await act(async () => root.unmount())
    container.remove()
  })
  return { client, clock, asked: (command) => client.asked.filter(([name]) => name === command) }
}

type Modifiers = Pick<KeyboardEventInit, 'ctrlKey' | 'shiftKey' | 'altKey'>

/** On whatever has the focus, as a keyboard does. Returns whether the page used it. */
export async function pressKey(key: string, modifiers: Modifiers = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, ...modifiers, bubbles: true, cancelable: true })
  await act(async () => {
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  })
  return event.defaultPrevented
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click())
}

export async function type(field: HTMLElement, value: string): Promise<void> {
  if (!(field instanceof HTMLInputElement)) throw new Error('not a field')
  await act(async () => {
    field.focus()
    // React listens to the native setter, not to the property it has put over it.
    Reflect.set(HTMLInputElement.prototype, 'value', value, field)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** The name that assistive technology reads, as far as our parts use it. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent
  const byId = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`)
  return (label ?? byId?.textContent ?? element.textContent).trim()
}

/** Throws where there is none, naming those that are there. What lies behind a dialog comes last. */
export function find(selector: string, name: string): HTMLElement {
  const over = [...document.querySelectorAll<HTMLElement>(`[role=dialog] ${selector}`)]
  const all = [...over, ...document.querySelectorAll<HTMLElement>(selector)]
  const found =
    all.find((element) => nameOf(element) === name) ?? all.find((element) => nameOf(element).startsWith(name))
  if (!found) throw new Error(`no ${selector} called “${name}” among ${all.map(nameOf).join(' | ')}`)
  return found
}

export const button = (name: string): HTMLElement => find('button', name)
export const field = (name: string): HTMLElement => find('input', name)
export const page = (): string => document.body.textContent
