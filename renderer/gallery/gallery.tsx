// Owns the gallery page: one scenario, by ?scenario=NAME&theme=dark. For development and photographs; never shipped.
import '../app/jitless'
import { createRoot } from 'react-dom/client'
import { App } from '../app/app'
import { createMemoryClient } from '../app/memory-client'
import { fail, ok } from '../../shared/result'
import type { LocalMedia } from '../rtc/local-media'
import { UnsupportedScreen } from '../screens/unsupported-screen'
import { galleryClock } from './gallery-clock'
import { pictureTrack, silentTrack } from './gallery-tracks'
import { SCENARIO_NAMES, type ScenarioName } from './scenario-names'
import type { Tracks } from './scenario-parts'
import { scenarios } from './scenarios'

/** Screens without a picture are drawn without waiting for one. */
async function makeTracks(name: ScenarioName): Promise<Tracks> {
  const sound = silentTrack()
  if (!/^(call|outgoing|guest-start)/.test(name)) {
    return { ana: sound, ben: sound, plan: sound, sheet: sound, sound }
  }
  const sitters = ['ana', 'ben', 'plan', 'sheet'] as const
  const [ana, ben, plan, sheet] = await Promise.all(sitters.map(pictureTrack))
  if (!ana || !ben || !plan || !sheet) throw new Error('a picture is missing')
  return { ana, ben, plan, sheet, sound }
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

function nameOf(asked: string | null): ScenarioName {
  return SCENARIO_NAMES.find((name) => name === asked) ?? 'home'
}

async function show(): Promise<void> {
  const query = new URLSearchParams(location.search)
  const name = nameOf(query.get('scenario'))
  const tracks = await makeTracks(name)
  const { runs = false, linkOpens, host, ...scenario } = scenarios(tracks)[name]
  const theme = query.get('theme') === 'dark' ? 'dark' : 'light'
  // What App does with the settings; the page without a client has none.
  document.documentElement.dataset['theme'] = theme
  const client = createMemoryClient({
    ...scenario,
    host: { ...host, ...(host?.settings ? { settings: { ...host.settings, theme } } : {}) },
    clock: galleryClock(runs),
    localMedia: mediaOf(tracks, name.endsWith('denied')),
  })
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  createRoot(root).render(
    name === 'unsupported' ? <UnsupportedScreen lack="not-secure" /> : <App client={client} />,
  )
  window.addEventListener('gallery-link', () => {
    if (linkOpens !== undefined) client.desktop.emit('link.opened', { link: linkOpens })
  })
  document.documentElement.dataset['scenario'] = name
}

void show()
