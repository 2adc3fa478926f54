// Owns asking the system whether the ringer is muted, where it can be asked: on Linux by PulseAudio's own program.
import { execFile } from 'node:child_process'
import { muteOf } from './ringer-mute-rules'
import type { MuteAnswer } from './self-test-report'

type Env = Readonly<Record<string, string | undefined>>

export interface RingerMuteOptions {
  readonly platform: NodeJS.Platform
  readonly env: Env
}

/** A sound server that hangs is none that answers. */
const ANSWER_MS = 1_000
/** A machine with many devices: some 3 KB each. */
const MOST_BYTES = 1024 * 1024

/** Windows and macOS tell it to native code only, and what a page may measure is before the system's own switch. */
export async function readRingerMute(
  { platform, env }: RingerMuteOptions,
  label: string | null,
): Promise<MuteAnswer> {
  if (platform !== 'linux') return 'unknown'
  const [sinks, info] = await Promise.all([pactl(['list', 'sinks'], env), pactl(['info'], env)])
  return muteOf(sinks, info, label)
}

/** null: it isn't there, is too old for JSON (before 16), or failed. */
function pactl(words: readonly string[], env: Env): Promise<string | null> {
  return new Promise((resolve) => {
    // Under other languages it writes numbers with a comma, which is no JSON.
    const spoken = { ...env, LC_ALL: 'C.UTF-8' }
    const options = { env: spoken, timeout: ANSWER_MS, maxBuffer: MOST_BYTES, encoding: 'utf8' } as const
    execFile('pactl', ['--format=json', ...words], options, (error, output) => {
      resolve(error ? null : output)
    })
  })
}
