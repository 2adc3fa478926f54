// Owns which windows stand together as one program's: of the same name, else of the same icon. Pure.
import { createHash } from 'node:crypto'
import type { SourceKind } from './look-plan'

export type Grouped = {
  readonly id: string
  readonly kind: SourceKind
  readonly program: string | null
  readonly icon: string | null
}

/** Two windows of one group have equal keys. What is in a key means nothing else. */
export function groupOf({ id, kind, program, icon }: Grouped): string {
  if (kind === 'screen') return id
  // By the hash, because a name may be as long as a group's key.
  if (program !== null) return `program:${hashOf(program.toLowerCase())}`
  return icon === null ? id : `icon:${hashOf(icon)}`
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
