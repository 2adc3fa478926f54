// Owns reading the typed list of STUN servers. Pure.
import { stunUrlSchema } from '../../../shared/model/settings'
import { hasUsablePort } from '../../../shared/protocol/ice-url'
import { text } from '../../../shared/text/en'

/** As settingsSchema allows. */
const MOST = 8
const enteredSchema = stunUrlSchema.refine(hasUsablePort)

export type StunLines =
  { readonly ok: true; readonly servers: readonly string[] } | { readonly ok: false; readonly words: string }

export function readStunLines(typed: string): StunLines {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const wrong = lines.find((line) => !enteredSchema.safeParse(line).success)
  if (wrong !== undefined) return { ok: false, words: text.settings.stunWrong(wrong) }
  const servers = [...new Set(lines)]
  return servers.length > MOST ? { ok: false, words: text.settings.stunTooMany } : { ok: true, servers }
}
