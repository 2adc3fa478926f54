// Owns the gallery page of the ring window: one scenario, by ?scenario=NAME, in its own style alone. Never shipped.
import type { RingShown } from '../../shared/model/ring'
import { desktopEn } from '../../shared/text/desktop-en'
import { incomingWords } from '../../shared/text/en-incoming'
import { createRingView } from '../ringwindow/ring-view'
import '../ringwindow/ringwindow.css'
import { RING_SCENARIO_NAMES, type RingScenarioName } from './ring-scenario-names'

const ID = '7f3a9c51d2e84b06a1c3f5d75e2de41b'
type Person = RingShown['ring']['person']

function drawPicture(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 96, height: 96 })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#3c6e8f'
  context.fillRect(0, 0, 96, 96)
  context.fillStyle = '#e9c9a8'
  context.beginPath()
  context.arc(48, 40, 20, 0, 2 * Math.PI)
  context.arc(48, 104, 40, 0, 2 * Math.PI)
  context.fill()
  return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
}

const SHOWN: RingShown = {
  ring: {
    callId: ID,
    person: {
      ...{ id: ID, name: 'Ana Moreira', isContact: true, isFavourite: false },
      ...{ namesake: null, picture: null },
    },
    video: true,
  },
  test: false,
  inCall: false,
  sound: { tone: 'chime', volume: 0.8, device: null },
  silenced: false,
  messages: [...incomingWords.messages],
}

const calledBy = (person: Partial<Person>, rest: Partial<RingShown> = {}): RingShown => ({
  ...SHOWN,
  ...rest,
  ring: { ...SHOWN.ring, person: { ...SHOWN.ring.person, ...person } },
})

function ringOf(name: RingScenarioName): RingShown {
  const stranger = { isContact: false }
  const states: Readonly<Record<RingScenarioName, RingShown>> = {
    'ring-video': SHOWN,
    'ring-sound': { ...SHOWN, ring: { ...SHOWN.ring, video: false } },
    'ring-picture': calledBy({ picture: drawPicture() }),
    'ring-stranger': calledBy({ ...stranger, name: 'Maximiliane-Henriette von Oldenburg-Wassermann' }),
    'ring-namesake': calledBy({ ...stranger, namesake: 'Ana Moreira' }),
    'ring-no-name': calledBy({ ...stranger, name: '' }),
    'ring-long-name': calledBy({
      ...stranger,
      name: 'Wilhelmina'.repeat(10),
      namesake: 'Wilhelmina'.repeat(10),
    }),
    'ring-right-to-left': calledBy({ ...stranger, name: 'דנה אברהם', namesake: 'דנה אברהם' }),
    'ring-emoji': calledBy({ name: '👩‍🚀 Zoë 🏳️‍🌈👨‍👩‍👧‍👦' }),
    'ring-silenced': calledBy({}, { silenced: true, sound: null }),
    'ring-in-call': calledBy({}, { inCall: true, sound: null }),
    'ring-test': calledBy({ isContact: false, name: desktopEn.ring.testName }, { test: true }),
    'ring-messages': calledBy(
      {},
      { messages: [...incomingWords.messages.slice(0, 2), 'In a meeting. '.repeat(9)] },
    ),
  }
  return states[name]
}

function show(): void {
  const asked = new URLSearchParams(location.search).get('scenario')
  const name = RING_SCENARIO_NAMES.find((one) => one === asked) ?? 'ring-video'
  const keys = { acceptVideo: '', acceptSound: '', decline: '', declineMessage: '' }
  const view = createRingView(document, () => undefined, keys)
  document.body.append(view.element)
  view.show(ringOf(name), name === 'ring-messages')
  document.documentElement.dataset['scenario'] = name
}

show()
