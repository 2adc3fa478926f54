// Owns a PulseAudio server of its own with two microphones and two speakers that are not there: what is fed in, what
// comes out, and plugging things in and out. The machine's own sound is never touched.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../build/setup/run-command.mjs'
import { spawnTied } from '../../build/setup/tied-child.mjs'

export const MICROPHONES = { desk: 'DeskMic', travel: 'TravelMic' } as const
export const SPEAKERS = { room: 'RoomSpeakers', ears: 'EarPhones' } as const
type Microphone = keyof typeof MICROPHONES
type Speaker = keyof typeof SPEAKERS

const RATE = 16_000
const FORMAT = ['--raw', '--format=s16le', '--channels=1', `--rate=${String(RATE)}`]
/** parec hands over nothing at first. */
const WARM_UP_MS = 600

export interface SoundMachine {
  /** For the client that is to use it. */
  readonly env: Readonly<Record<string, string>>
  /** Beeps into that microphone until the end; a steady sound is what noise suppression takes away. */
  feed(microphone: Microphone): void
  /** RMS, 0 to 1, of what that speaker plays for a while. */
  listen(speaker: Speaker, forMs: number): Promise<number>
  /** As pulling its plug: Chromium is told nothing. */
  unplug(microphone: Microphone): Promise<void>
  plug(microphone: Microphone): Promise<void>
  /** How many sounds programs play now, silent ones included. */
  streams(): Promise<number>
  /** What the mixer shows of each: the program's name, once for each sound. */
  programs(): Promise<readonly string[]>
  /** As by the system's own switch. */
  mute(speaker: Speaker): Promise<void>
  /** Nothing plays there any more. */
  unplugSpeaker(speaker: Speaker): Promise<void>
  readonly stop: () => Promise<void>
}

const sink = (name: string, description: string): string =>
  `module-null-sink sink_name=${name} sink_properties=device.description=${description}`
/** A microphone is the far end of a sink that nobody sees as a speaker of the test. */
const source = (microphone: Microphone): string[] => [
  'module-remap-source',
  `source_name=${microphone}`,
  `master=feed_${microphone}.monitor`,
  `source_properties=device.description=${MICROPHONES[microphone]}`,
]

export async function startSoundMachine(): Promise<SoundMachine> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-sound-'))
  const env = { PULSE_SERVER: `unix:${folder}/native` }
  const children: ChildProcess[] = [startServer(folder)]
  const microphones = new Map<Microphone, string>()

  async function pactl(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await runCommand('pactl', words, { env: { ...process.env, ...env } })
    if (code !== 0) throw new Error(`pactl ${words.join(' ')}: ${stderr}`)
    return stdout.trim()
  }

  async function plug(microphone: Microphone): Promise<void> {
    microphones.set(microphone, await pactl('load-module', ...source(microphone)))
  }

  await waitFor(() => pactl('info'))
  await plug('desk')
  await plug('travel')
  await pactl('set-default-source', 'desk')
  await pactl('set-default-sink', 'room')

  return {
    env,
    feed: (microphone) => void children.push(startBeeps(microphone, folder, env)),
    listen: (speaker, forMs) => measure(speaker, forMs, env),
    plug,
    async mute(speaker) {
      await pactl('set-sink-mute', speaker, '1')
    },
    async unplug(microphone) {
      await pactl('unload-module', microphones.get(microphone) ?? '')
    },
    streams: async () => (await pactl('list', 'short', 'sink-inputs')).split('\n').filter(Boolean).length,
    programs: async () => {
      const found = (await pactl('list', 'sink-inputs')).matchAll(/^\s*application\.name = "(.*)"$/gm)
      return [...found].map(([, name = '']) => name)
    },
    async unplugSpeaker(speaker) {
      const modules = (await pactl('list', 'short', 'modules')).split('\n')
      const module = modules.find((line) => line.includes(`sink_name=${speaker} `))
      await pactl('unload-module', module?.split('\t')[0] ?? '')
    },
    stop: async () => {
      await Promise.all(children.reverse().map(endOf))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function startServer(folder: string): ChildProcess {
  const home = { HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_STATE_PATH: folder, PULSE_RUNTIME_PATH: folder }
  const modules = [
    `module-native-protocol-unix auth-anonymous=1 socket=${folder}/native`,
    sink('room', SPEAKERS.room),
    sink('ears', SPEAKERS.ears),
    sink('feed_desk', 'FeedDesk'),
    sink('feed_travel', 'FeedTravel'),
  ]
  const words = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes']
  return spawnTied('pulseaudio', [...words, ...modules.flatMap((module) => ['-L', module])], {
    env: { ...process.env, ...home },
    stdio: 'ignore',
    detached: true,
  })
}

/** A process of its own repeats the file: one that fed it from here would stutter whenever the test is busy. */
function startBeeps(
  microphone: Microphone,
  folder: string,
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const file = join(folder, 'beep.raw')
  writeFileSync(file, secondWithBeep())
  const player = `pacat -d feed_${microphone} --latency-msec=100 ${FORMAT.join(' ')}`
  return spawnTied('sh', ['-c', `while cat '${file}'; do :; done | ${player}`], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    detached: true, // a process group, to end it whole
  })
}

function secondWithBeep(): Buffer {
  const second = Buffer.alloc(RATE * 2)
  for (let i = 0; i < RATE / 3; i++) second.writeInt16LE(Math.round(12_000 * Math.sin(i / 4)), i * 2)
  return second
}

async function measure(
  speaker: Speaker,
  forMs: number,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const words = ['-d', `${speaker}.monitor`, '--latency-msec=50', ...FORMAT]
  const recorder = spawnTied('parec', words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  const chunks: Buffer[] = []
  recorder.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS + forMs))
  await endOf(recorder)
  const bytes = Buffer.concat(chunks)
  const samples = Math.floor(bytes.length / 2)
  let sum = 0
  for (let i = 0; i < samples; i++) sum += (bytes.readInt16LE(i * 2) / 32_768) ** 2
  return samples === 0 ? 0 : Math.sqrt(sum / samples)
}

/** With the rest of its process group. */
async function endOf(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await ended
}

async function waitFor(attempt: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + 10_000
  for (;;) {
    try {
      await attempt()
      return
    } catch (error) {
      if (performance.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
