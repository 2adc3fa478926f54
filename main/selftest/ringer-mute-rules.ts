// Owns what PulseAudio, or PipeWire in its place, says of a ringer's own switch: by `pactl --format=json`. Pure.
import * as z from 'zod'
import type { MuteAnswer } from './self-test-report'

/** More sinks than any machine has. */
const MOST_SINKS = 256

const sinksSchema = z
  .array(
    z.object({
      name: z.string().max(512),
      description: z.string().max(1_024).nullish(),
      mute: z.boolean(),
      /** By channel; "65%". */
      volume: z.record(z.string().max(64), z.object({ value_percent: z.string().max(16) })).optional(),
    }),
  )
  .max(MOST_SINKS)
const infoSchema = z.object({ default_sink_name: z.string().max(512) })

/** `label`: as Chromium calls the ringer, which is the sink's description; null: the system's own. */
export function muteOf(sinks: string | null, info: string | null, label: string | null): MuteAnswer {
  const list = sinksSchema.safeParse(parsed(sinks))
  if (!list.success) return 'unknown'
  const standard = infoSchema.safeParse(parsed(info))
  const defaultName = standard.success ? standard.data.default_sink_name : null
  const found = list.data.filter((sink) =>
    label === null ? sink.name === defaultName : sink.description === label,
  )
  const [sink] = found
  // Two of the same kind have one name: which of them it is can't be told.
  if (sink === undefined || found.length > 1) return 'unknown'
  return sink.mute || isAtZero(sink.volume ?? {}) ? 'muted' : 'not-muted'
}

function isAtZero(volume: Readonly<Record<string, { readonly value_percent: string }>>): boolean {
  const channels = Object.values(volume)
  return channels.length > 0 && channels.every((channel) => channel.value_percent.trim() === '0%')
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null // an older pactl, which writes words
  }
}
