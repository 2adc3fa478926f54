// Owns the gallery page: one scenario, by ?scenario=NAME&theme=dark, or one after another for who photographs them. For
// development and photographs; never shipped.
import '../app/jitless'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from '../app/app'
import { createMemoryClient, type MemoryClient } from '../app/memory-client'
import { fail, ok } from '../../shared/result'
import type { LocalMedia } from '../rtc/local-media'
import { loadScreens } from '../screens/later-screens'
import { UnsupportedScreen } from '../screens/unsupported-screen'
import { galleryClock } from './gallery-clock'
import { pictureTrack, silentTrack, type PlayedTrack } from './gallery-tracks'
import { keepPageState } from './page-state'
import type { GalleryWindow } from './gallery-window'
import { SCENARIO_NAMES, type ScenarioName } from './scenario-names'
import type { Tracks } from './scenario-parts'
import { scenarios } from './scenarios'

declare global {
  interface Window {
    gallery?: GalleryWindow
  }
}

type Shown = { readonly end: () => void } | null

/** Screens without a picture are drawn without waiting for one. */
async function play(name: ScenarioName): Promise<{ tracks: Tracks; played: readonly PlayedTrack[] }> {
  const silence = silentTrack()
  const sound = silence.track
  if (!/^(call|outgoing|guest-start|guest-opened|settings-devices)/.test(name)) {
    return { tracks: { ana: sound, ben: sound, plan: sound, sheet: sound, sound }, played: [silence] }
  }
  const sitters = ['ana', 'ben', 'plan', 'sheet'] as const
  const pictures = await Promise.all(sitters.map(pictureTrack))
  const [ana, ben, plan, sheet] = pictures.map(({ track }) => track)
  if (!ana || !ben || !plan || !sheet) throw new Error('a picture is missing')
  return { tracks: { ana, ben, plan, sheet, sound }, played: [silence, ...pictures] }
}

function mediaOf(tracks: Tracks, denied: boolean): LocalMedia {
  return {
    open: (kind) => {
      if (denied) return Promise.resolve(fail('permission-denied'))
      const track = kind === 'camera' ? tracks.ana : tracks.sound
      return Promise.resolve(
        ok({ track: () => track, onTrack: () => () => undefined, close: () => undefined }),
      )
    },
  }
}

/** With a client of its own, so that nothing of another scenario is in it. */
async function show(name: ScenarioName, theme: 'light' | 'dark'): Promise<Shown> {
  const { tracks, played } = await play(name)
  const { runs = false, linkOpens, refuses, host, ...scenario } = scenarios(tracks)[name]
  // What App does with the settings; the page without a client has none.
  document.documentElement.dataset['theme'] = theme
  const client = createMemoryClient({
    ...scenario,
    host: { ...host, ...(host?.settings ? { settings: { ...host.settings, theme } } : {}) },
    clock: galleryClock(runs),
    localMedia: mediaOf(tracks, name.endsWith('denied')),
  })
  if (refuses !== undefined) client.desktop.refuse(refuses, 'disk-full')
  const drawn = drawAt(name, client)
  const open = () => {
    if (linkOpens !== undefined) client.desktop.emit('link.opened', { link: linkOpens })
  }
  window.addEventListener('gallery-link', open)
  document.documentElement.dataset['scenario'] = name
  return {
    end: () => {
      window.removeEventListener('gallery-link', open)
      drawn.unmount()
      for (const { end } of played) end()
    },
  }
}

function drawAt(name: ScenarioName, client: MemoryClient): { readonly unmount: () => void } {
  const element = document.getElementById('root')
  if (!element) throw new Error('the page has no #root')
  const root = createRoot(element)
  // At once, effects included: who waits for the scenario may press keys then.
  flushSync(() =>
    root.render(
      name === 'unsupported' ? (
        <UnsupportedScreen lack="not-secure" openedWith={client.info.openedWith} />
      ) : (
        <App client={client} />
      ),
    ),
  )
  return root
}

function nameOf(asked: string | null): ScenarioName {
  return SCENARIO_NAMES.find((name) => name === asked) ?? 'home'
}

/** Two frames: by then what a closing screen does later (focus, scrolling, portals) is done. */
const settled = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))

async function start(): Promise<void> {
  await loadScreens()
  const page = keepPageState()
  const query = new URLSearchParams(location.search)
  const theme = query.get('theme') === 'dark' ? 'dark' : 'light'
  let shown: Shown = null
  const clear = async () => {
    shown?.end()
    shown = null
    await settled()
    return page.restore()
  }
  window.gallery = {
    clear,
    show: async (name) => {
      // A photograph that failed half-way has not cleared.
      if (shown !== null) await clear()
      shown = await show(nameOf(name), 'light')
    },
  }
  if (query.get('scenario') !== '') shown = await show(nameOf(query.get('scenario')), theme)
}

void start()
