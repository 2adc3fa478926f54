// Owns the start of the ring window's page. Nothing of the app is loaded: it is there as soon as a call comes.
import { RING_SOUNDS } from '../lib/tones/ring-tones'
import { soundBlob } from '../lib/tones/sound-blob'
import { systemClock } from '../platform/clock'
import { electronDesktop } from '../platform/desktop'
import { measurePlayed } from './played-level'
import { RingPage } from './ring-page'
import { createRingTone } from './ring-tone'
import './ringwindow.css'

/** Of the picture after the next: the next one may be drawn already. */
const whenPainted = (run: () => void): void =>
  void requestAnimationFrame(() => requestAnimationFrame(() => run()))

function start(): void {
  const desktop = electronDesktop()
  if (!desktop) return // opened in a browser by hand: there is nothing to show
  const tone = createRingTone({
    createAudio: () => new Audio(),
    urlOf: (tone) => URL.createObjectURL(soundBlob(RING_SOUNDS[tone])),
    measure: (audio) => measurePlayed(audio),
    devices: navigator.mediaDevices,
    clock: systemClock,
    heard: (peak) => void desktop.call('ringwindow.heard', { peak }),
    failed: () => void desktop.call('ringwindow.toneFailed'),
  })
  const page = new RingPage({
    ...{ document, desktop, tone, whenPainted },
    clock: systemClock,
    platform: navigator.userAgent.includes('Mac') ? 'mac' : 'other',
  })
  page.start()
  new ResizeObserver(() => page.resized()).observe(page.view.element)
}

start()
