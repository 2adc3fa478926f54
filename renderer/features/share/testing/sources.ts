// Owns sources for tests: windows and screens as main would list them.
import type { ShareSource } from '../../../../shared/model/share'

let count = 0

export function source(title: string, change: Partial<ShareSource> = {}): ShareSource {
  count += 1
  const { kind = 'window', program = null } = change
  return {
    id: `${kind}:${count}:0`,
    kind,
    title,
    program,
    group: program ?? `alone ${count}`,
    icon: null,
    thumbnail: null,
    thumbnailFailed: false,
    ...change,
  }
}
