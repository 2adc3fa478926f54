// Owns which source is chosen in the picker, and when its preview opens: at once by a press, after a rest by arrow keys,
// so that running through the list opens no capture on the way.
import { useEffect, useRef, useState } from 'react'
import type { ShareSource } from '../../../shared/model/share'
import type { Clock } from '../../platform/clock'
import type { PickerState, Preview, ShareCommands } from './share-store'

const REST_MS = 150

export interface PickerChoice {
  /** As last seen, also after it is gone. */
  readonly source: ShareSource | null
  readonly isGone: boolean
  /** Of the chosen source; `none` until it was asked for. */
  readonly preview: Preview
  choose(source: ShareSource, atOnce: boolean): void
  /** Opens its preview, if there is none. */
  look(): void
}

const NO_PREVIEW: Preview = { is: 'none' }

export function usePickerChoice(
  { list, preview, sound }: PickerState,
  commands: ShareCommands,
  clock: Clock,
): PickerChoice {
  const [chosen, setChosen] = useState<ShareSource | null>(null)
  const waiting = useRef<(() => void) | null>(null)
  const settle = () => {
    waiting.current?.()
    waiting.current = null
  }
  useEffect(() => settle, [])
  const sources = list.is === 'listed' ? list.sources : []
  const previewed = preview.is === 'none' ? null : preview.sourceId
  const id = chosen?.id ?? previewed
  const listed = sources.find((source) => source.id === id) ?? null
  const isGone =
    (chosen !== null && list.is === 'listed' && list.left === 0 && listed === null) || isLost(preview, id)
  const open = (source: ShareSource) => {
    settle()
    // Never with one window: it would be the sound of all programs.
    if (sound && source.kind === 'window') commands.setSound(false)
    commands.preview(source.id)
  }
  return {
    source: listed ?? chosen,
    isGone,
    preview: previewed === id ? preview : NO_PREVIEW,
    choose: (source, atOnce) => {
      settle()
      setChosen(source)
      if (source.id === previewed && preview.is !== 'failed') return
      if (atOnce) open(source)
      else waiting.current = clock.after(REST_MS, () => open(source))
    },
    look: () => {
      if (listed && (waiting.current !== null || previewed !== listed.id || preview.is === 'failed'))
        open(listed)
    },
  }
}

const isLost = (preview: Preview, id: string | null): boolean =>
  preview.is === 'failed' && preview.sourceId === id && preview.code === 'source-gone'
