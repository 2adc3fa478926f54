// Owns what a stored text means, and which of the two copies is used at start. Pure; the files are folder.ts.
import type * as z from 'zod'
import type { DocumentTrouble } from '../../shared/model/document-trouble'
import type { ReadText } from './folder'

export type Reading<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'bad'; readonly code: DocumentTrouble['code'] }
  /** It is there but couldn't be read now: perhaps perfectly good, so it is neither moved nor written over. */
  | { readonly kind: 'unread' }

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no schema of ours takes undefined
  }
}

export function understand<T>(read: ReadText, schema: z.ZodType<T>): Reading<T> {
  switch (read.kind) {
    case 'missing':
      return { kind: 'missing' }
    case 'too-large':
      return { kind: 'bad', code: 'document-too-large' }
    case 'failed':
      return { kind: 'unread' }
    case 'text': {
      const checked = schema.safeParse(parsedJson(read.text))
      return checked.success
        ? { kind: 'good', value: checked.data }
        : { kind: 'bad', code: 'document-damaged' }
    }
  }
}

export type Opening<T> = {
  /** null: the defaults. */
  readonly value: T | null
  /** The file itself is moved away first, so that nobody loses what can still be read in it. */
  readonly setAside: boolean
  /** Written again at once, so that file and last good copy are both there. */
  readonly rewrite: boolean
  /** Nothing is written until the next start. */
  readonly seal: boolean
  readonly trouble: Omit<DocumentTrouble, 'document'> | null
}

export function chooseOpening<T>(file: Reading<T>, lastGood: Reading<T>): Opening<T> {
  if (file.kind === 'good') {
    const rewrite = lastGood.kind !== 'good'
    return { value: file.value, setAside: false, rewrite, seal: false, trouble: null }
  }
  // Neither is there: the first start.
  if (file.kind === 'missing' && lastGood.kind === 'missing') {
    return { value: null, setAside: false, rewrite: false, seal: false, trouble: null }
  }
  const setAside = file.kind === 'bad'
  const seal = file.kind === 'unread' || lastGood.kind === 'unread'
  const code = codeOf(file)
  if (lastGood.kind !== 'good') {
    return { value: null, setAside, rewrite: false, seal, trouble: { outcome: 'defaults-used', code } }
  }
  const trouble = { outcome: 'last-good-used', code } as const
  return { value: lastGood.value, setAside, rewrite: !seal, seal, trouble }
}

function codeOf(file: Exclude<Reading<unknown>, { kind: 'good' }>): DocumentTrouble['code'] {
  switch (file.kind) {
    case 'bad':
      return file.code
    case 'unread':
      return 'disk-failed'
    case 'missing':
      return 'document-damaged'
  }
}
