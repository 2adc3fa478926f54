// Owns the commands of sharing: which part of main/share answers which.
import type { CommandName } from '../../shared/ipc/contract'
import type { BarPress, BarShown, ShareAbilities, ShareShown } from '../../shared/model/share'
import { ok, type Result } from '../../shared/result'
import type { Asker, Handlers } from '../ipc-dispatch'
import type { DisplayMedia } from './display-media'
import type { SourceDialogues } from './source-dialogues'

export type ShareHandlers = Pick<Handlers, `${'share' | 'bar'}.${string}` & CommandName>

/** What is shared now, as the sharing bar and the border show it. */
export interface ShownShare {
  show(shown: ShareShown | null, asker: Asker): Result<undefined>
  read(): BarShown | null
  press(press: BarPress): Result<undefined>
  /** The bar's page needs this much height. */
  fit(heightPx: number): Result<undefined>
}

export type ShareHandlerParts = {
  readonly sources: SourceDialogues
  readonly displayMedia: DisplayMedia
  readonly abilities: ShareAbilities
  readonly openSystemSettings: () => Promise<{ readonly opened: boolean }>
  readonly shown: ShownShare
}

export function createShareHandlers(parts: ShareHandlerParts): ShareHandlers {
  const { sources, displayMedia, abilities, shown } = parts
  return {
    'share.abilities': () => ok(abilities),
    'share.openPicker': (_input, asker) => sources.open(asker),
    'share.closePicker': ({ dialogue }, asker) => {
      sources.close(asker, dialogue)
      return ok(undefined)
    },
    'share.choose': (choosing, asker) => displayMedia.choose(asker, choosing),
    'share.show': (what, asker) => shown.show(what, asker),
    'share.openSystemSettings': async () => ok(await parts.openSystemSettings()),
    'bar.read': () => ok(shown.read()),
    'bar.press': ({ press }) => shown.press(press),
    'bar.fit': ({ heightPx }) => shown.fit(heightPx),
  }
}
