import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askTogether } from './ask-together'

type State = PermissionState

class Stream {
  readonly tracks: readonly string[]
  constructor(tracks: readonly string[]) {
    this.tracks = tracks
  }
  getAudioTracks = () => this.tracks.filter((kind) => kind === 'audio')
  getVideoTracks = () => this.tracks.filter((kind) => kind === 'video')
}

const tracksOf = (constraints: MediaStreamConstraints = {}) =>
  (['audio', 'video'] as const).filter((kind) => constraints[kind])

function bench(states: { readonly microphone: State; readonly camera: State } | null) {
  const asked: string[] = []
  const failures = new Map<string, string>()
  const devices = askTogether(
    {
      getUserMedia: async (constraints) => {
        const wanted = tracksOf(constraints).join('+')
        asked.push(wanted)
        const failure = failures.get(wanted)
        if (failure !== undefined) throw new DOMException('', failure)
        return new Stream(tracksOf(constraints)) as unknown as MediaStream
      },
    },
    states === null
      ? undefined
      : {
          query: async ({ name }: PermissionDescriptor) =>
            ({ state: states[name as 'camera'] }) as PermissionStatus,
        },
  )
  const open = async (constraints: MediaStreamConstraints) => {
    try {
      return ((await devices.getUserMedia(constraints)) as unknown as Stream).tracks.join('+')
    } catch (error) {
      return error instanceof DOMException ? error.name : 'unknown'
    }
  }
  const openBoth = () => Promise.all([open({ audio: true }), open({ video: true })])
  return { asked, failures, open, openBoth }
}

const ASKS = { microphone: 'prompt', camera: 'prompt' } as const

describe('microphone and camera wanted at the same time', () => {
  beforeEach(() => void vi.stubGlobal('MediaStream', Stream))
  afterEach(() => void vi.unstubAllGlobals())

  it('are one question to the person, and each gets its own', async () => {
    const { asked, openBoth } = bench(ASKS)
    expect(await openBoth()).toEqual(['audio', 'video'])
    expect(asked).toEqual(['audio+video'])
  })

  it.each([
    ['nobody can know whether the browser asks', null],
    ['one is allowed already', { microphone: 'granted', camera: 'prompt' } as const],
    ['one was refused for good', { microphone: 'prompt', camera: 'denied' } as const],
  ])('are two requests where %s', async (_, states) => {
    const { asked, openBoth } = bench(states)
    expect(await openBoth()).toEqual(['audio', 'video'])
    expect(asked).toEqual(['audio', 'video'])
  })

  it('aren’t asked for again where the person said no', async () => {
    const { asked, failures, openBoth } = bench(ASKS)
    failures.set('audio+video', 'NotAllowedError')
    expect(await openBoth()).toEqual(['NotAllowedError', 'NotAllowedError'])
    expect(asked).toEqual(['audio+video'])
  })

  it('are tried one by one where one of them isn’t there', async () => {
    const { asked, failures, openBoth } = bench(ASKS)
    failures.set('audio+video', 'NotFoundError').set('video', 'NotFoundError')
    expect(await openBoth()).toEqual(['audio', 'NotFoundError'])
    expect(asked).toEqual(['audio+video', 'audio', 'video'])
  })

  it('one alone is asked for alone', async () => {
    const { asked, open } = bench(ASKS)
    expect(await open({ audio: true })).toBe('audio')
    expect(await open({ video: true })).toBe('video')
    expect(asked).toEqual(['audio', 'video'])
  })
})
