// Owns the gallery page of the sharing bar: one scenario, by ?scenario=NAME, in the bar's own style alone. Never shipped.
import type { BarShown } from '../../shared/model/share'
import { createBarView } from '../sharebar/bar-view'
import '../sharebar/sharebar.css'
import { BAR_SCENARIO_NAMES, type BarScenarioName } from './bar-scenario-names'

/** A program's icon, as the system gives it. */
function drawProgramIcon(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#2a7a3b'
  context.fillRect(3, 1, 26, 30)
  context.fillStyle = '#ffffff'
  for (const y of [8, 14, 20]) context.fillRect(8, y, 16, 3)
  return canvas.toDataURL()
}

const NOW_MS = 767_000

function barShown(name: BarScenarioName): BarShown {
  const sharing: BarShown = {
    ...{ sourceId: 'window:1:0', kind: 'window', title: 'Budget 2027.ods', icon: drawProgramIcon() },
    ...{ startedAt: 0, held: null, seen: 'Ben sees 1280 × 720, 12 fps', isTroubled: false },
  }
  const held = { ...sharing, seen: '' }
  const waits = { until: NOW_MS + 48_000, otherTitle: null }
  const long =
    'Minutes of the meeting of the working group on acoustics, third draft with remarks, 2027-03-14.odt'
  const states: Readonly<Record<BarScenarioName, BarShown>> = {
    'bar-sharing': sharing,
    'bar-screen': { ...sharing, kind: 'screen', title: 'Screen 1', icon: null },
    'bar-troubled': { ...sharing, isTroubled: true, seen: 'Ben sees 640 × 360, 4 fps, text may be blurred' },
    'bar-paused': { ...held, held: 'paused' },
    'bar-minimised': { ...held, held: 'minimised' },
    'bar-other-desktop': { ...held, held: 'other-desktop' },
    'bar-hidden': { ...held, held: 'hidden', icon: null },
    'bar-locked': { ...held, held: 'locked' },
    'bar-lost': { ...held, held: 'lost', waits },
    'bar-came-back': { ...held, held: 'came-back', waits },
    'bar-long-title': {
      ...sharing,
      title: long,
      seen: 'Wilhelmina Featherstonehaugh sees 1920 × 1080, 15 fps',
    },
    'bar-right-to-left': {
      ...sharing,
      title: 'תקציב שנתי 2027 – טיוטה שלישית.ods',
      seen: 'דנה sees 1280 × 720, 12 fps',
    },
    'bar-nameless': { ...sharing, title: ' ', icon: null },
  }
  return states[name]
}

function show(): void {
  const asked = new URLSearchParams(location.search).get('scenario')
  const name = BAR_SCENARIO_NAMES.find((one) => one === asked) ?? 'bar-sharing'
  const view = createBarView(
    document,
    () => undefined,
    () => NOW_MS,
  )
  document.body.append(view.element)
  view.show(barShown(name))
  document.documentElement.dataset['scenario'] = name
}

show()
