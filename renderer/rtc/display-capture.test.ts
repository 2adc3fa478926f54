import { describe, expect, it } from 'vitest'
import { silentLog } from '../platform/log'
import { createDisplayCapture, displayWish } from './display-capture'
import { FakeTrack } from './fakes/fake-track'

/** How many take a capture's pictures now. */
let sinks = 0
const WISH = { maxFps: 15, sound: false }

/** A capture's track, as Chromium gives it. */
class ScreenTrack extends FakeTrack {
  override readonly label: string
  settings: MediaTrackSettings = { width: 7680, height: 4320, displaySurface: 'window' }
  readonly constraints: unknown[] = []
  refuses = false
  constructor(label = 'Letter') {
    super('video', 'screen')
    this.label = label
  }
  override getSettings(): MediaTrackSettings {
    return this.settings
  }
  override applyConstraints(constraints?: MediaTrackConstraints): Promise<void> {
    this.constraints.push(constraints)
    return this.refuses ? Promise.reject(new DOMException('no', 'OverconstrainedError')) : Promise.resolve()
  }
}

function captureOf(track: ScreenTrack, sound: FakeTrack | null = null, mayConstrain = true) {
  const stream = {
    getTracks: () => (sound ? [track, sound] : [track]),
    getVideoTracks: () => [track],
    getAudioTracks: () => (sound ? [sound] : []),
  } as unknown as MediaStream
  return createDisplayCapture({
    devices: { getDisplayMedia: () => Promise.resolve(stream) },
    createSink: () => {
      sinks += 1
      return () => (sinks -= 1)
    },
    mayConstrain: () => mayConstrain,
    log: silentLog,
  })
}

async function open(track: ScreenTrack, sound: FakeTrack | null = null, mayConstrain = true) {
  const opened = await captureOf(track, sound, mayConstrain).open(WISH)
  if (!opened.ok) throw new Error(opened.code)
  return opened.value
}

describe('asking', () => {
  it('shows the pointer, takes every pixel, and never this page', () => {
    expect(displayWish(WISH)).toMatchObject({
      video: { frameRate: { max: 15 }, width: { max: 7680 }, height: { max: 4320 }, cursor: 'always' },
      audio: false,
      selfBrowserSurface: 'exclude',
      systemAudio: 'exclude',
    })
  })

  it('takes sound without what the call plays, as it is', () => {
    expect(displayWish({ ...WISH, sound: true })).toMatchObject({
      audio: { restrictOwnAudio: true, echoCancellation: false },
      systemAudio: 'include',
    })
  })

  it.each(['NotAllowedError', 'AbortError', 'InvalidStateError', 'anything'])(
    'answered by %s is refused, whatever it is called',
    async (name) => {
      const capture = createDisplayCapture({
        devices: { getDisplayMedia: () => Promise.reject(new DOMException('', name)) },
        createSink: () => () => undefined,
        mayConstrain: () => true,
        log: silentLog,
      })
      expect(await capture.open(WISH)).toMatchObject({ ok: false, code: 'share-refused' })
    },
  )

  it('fails where a page has no such thing', async () => {
    const capture = createDisplayCapture({
      devices: undefined,
      createSink: () => () => undefined,
      mayConstrain: () => true,
      log: silentLog,
    })
    expect(await capture.open(WISH)).toMatchObject({ ok: false, code: 'share-failed' })
  })

  it('says so of a window that is gone by then, and lets go of its sound', async () => {
    const [track, sound] = [new ScreenTrack(), new FakeTrack('audio', 'sound')]
    track.stop()
    expect(await captureOf(track, sound).open(WISH)).toMatchObject({ ok: false, code: 'source-gone' })
    expect(sound.readyState).toBe('ended')
  })
})

describe('an open capture', () => {
  it('has no size before its first picture', async () => {
    const track = new ScreenTrack()
    const capture = await open(track)
    expect(capture.size()).toBeNull()
    track.settings = { ...track.settings, width: 900, height: 700 }
    expect(capture.size()).toEqual({ width: 900, height: 700 })
  })

  it.each([
    ['monitor', 'screen'],
    ['window', 'window'],
    ['browser', 'tab'],
    [undefined, 'unknown'], // Chromium 108 says nothing
  ])('of a %s is a %s', async (displaySurface, surface) => {
    const track = new ScreenTrack()
    track.settings = displaySurface === undefined ? {} : { displaySurface }
    expect((await open(track)).surface).toBe(surface)
  })

  it.each([
    ['Letter', 'Letter'],
    ['window:4194305:0', ''],
    ['web-contents-media-stream://5:1', ''],
    ['window: a history', 'window: a history'],
  ])('called %s has the title “%s”', async (label, title) => {
    expect((await open(new ScreenTrack(label))).label).toBe(title)
  })

  it('is limited by its frames only, and not where that would ask the person again', async () => {
    const [track, mac] = [new ScreenTrack(), new ScreenTrack()]
    await (await open(track)).limit({ maxFps: 60 })
    expect(track.constraints).toEqual([{ frameRate: { max: 60 } }])
    await (await open(mac, null, false)).limit({ maxFps: 60 })
    expect(mac.constraints).toEqual([])
  })

  it('goes on where it refuses to be limited', async () => {
    const track = new ScreenTrack()
    track.refuses = true
    const capture = await open(track)
    await capture.limit({ maxFps: 60 })
    expect(track.readyState).toBe('live')
  })

  it('is kept awake once, until it may rest or is closed', async () => {
    const capture = await open(new ScreenTrack())
    capture.stayAwake(true)
    capture.stayAwake(true)
    expect(sinks).toBe(1)
    capture.stayAwake(false)
    capture.stayAwake(false)
    expect(sinks).toBe(0)
    capture.stayAwake(true)
    capture.close()
    capture.stayAwake(true)
    expect(sinks).toBe(0)
  })

  it('says that its source is gone, until it is closed', async () => {
    const [track, sound] = [new ScreenTrack(), new FakeTrack('audio', 'sound')]
    const capture = await open(track, sound)
    let ended = 0
    capture.onEnded(() => (ended += 1))
    track.dispatchEvent(new Event('ended'))
    capture.close()
    capture.close()
    track.dispatchEvent(new Event('ended'))
    expect([ended, track.readyState, sound.readyState]).toEqual([1, 'ended', 'ended'])
  })
})
