// Owns asking the person once for microphone and camera where both are wanted at the same time. Browsers ask about each request
// by itself, so two requests are two questions. Who gets which track, and what a failure means, is left to user-media.ts.

export type MediaDevicesPart = Pick<MediaDevices, 'getUserMedia'>
export type PermissionsPart = Pick<Permissions, 'query'>

interface Wanted {
  readonly constraints: MediaStreamConstraints
  readonly resolve: (stream: MediaStream | Promise<MediaStream>) => void
  readonly reject: (error: unknown) => void
}

/** Undefined where the page can't know what was allowed: then each is asked for by itself. */
export function askTogether(
  devices: MediaDevicesPart,
  permissions: PermissionsPart | undefined,
): MediaDevicesPart {
  if (!permissions) return devices
  const known = permissions
  let waiting: Wanted[] = []

  async function ask(): Promise<void> {
    const willAsk = await willAskForBoth(known)
    const wanted = waiting
    waiting = []
    const audio = wanted.find(({ constraints }) => constraints.audio)
    const video = wanted.find(({ constraints }) => constraints.video)
    const pair = willAsk && audio && video ? { audio, video } : null
    for (const one of wanted) {
      if (one !== pair?.audio && one !== pair?.video) one.resolve(devices.getUserMedia(one.constraints))
    }
    if (pair) await askForBoth(pair.audio, pair.video)
  }

  async function askForBoth(audio: Wanted, video: Wanted): Promise<void> {
    try {
      const both = await devices.getUserMedia({ ...audio.constraints, ...video.constraints })
      audio.resolve(new MediaStream(both.getAudioTracks()))
      video.resolve(new MediaStream(both.getVideoTracks()))
    } catch (error) {
      // A person who said no isn't asked twice more. Any other reason may be one device's alone.
      const refused = error instanceof DOMException && error.name === 'NotAllowedError'
      for (const one of [audio, video]) {
        if (refused) one.reject(error)
        else one.resolve(devices.getUserMedia(one.constraints))
      }
    }
  }

  return {
    getUserMedia: (constraints = {}) =>
      new Promise((resolve, reject) => {
        waiting.push({ constraints, resolve, reject })
        if (waiting.length === 1) void ask()
      }),
  }
}

async function willAskForBoth(permissions: PermissionsPart): Promise<boolean> {
  try {
    const names = ['microphone', 'camera'] as const
    const states = await Promise.all(names.map((name) => permissions.query({ name })))
    return states.every((status) => status.state === 'prompt')
  } catch {
    // A browser without these names.
    return false
  }
}
