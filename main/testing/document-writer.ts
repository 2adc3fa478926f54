// Owns a process that does nothing but write one document, for the test that kills it: it opens the document, says the number
// it found, and counts on from there as fast as it can. A line is printed only once the disk was said to have its number.
import { writeSync } from 'node:fs'
import * as z from 'zod'
import { openFolder } from '../documents/folder'
import { StoredDocument } from '../documents/stored-document'
import { sweepLeftovers } from '../documents/sweep-leftovers'
import { silentLog } from '../log/log'

const STDOUT = 1
/** Large enough for a write to be cut through. */
const MOST_FILLING = 400_000

const countSchema = z.strictObject({ n: z.int(), filling: z.string() })

async function main(path: string): Promise<void> {
  const folder = openFolder(path)
  await sweepLeftovers(folder, (file) => /^count(\.last-good)?\.json$/.test(file), silentLog)
  const document = new StoredDocument({
    name: 'count',
    schema: countSchema,
    defaults: { n: 0, filling: '' },
    maxBytes: 2 * MOST_FILLING,
    folder,
    now: () => 0,
    log: silentLog,
    onTrouble: (trouble) => {
      if (trouble !== null) say(`trouble ${trouble.outcome}`)
    },
  })
  await document.open()
  say(`opened ${document.read().n}`)
  for (let n = document.read().n + 1; ; n += 1) {
    // Sizes change, so that an old and longer file would show under a new one.
    const filling = 'x'.repeat((n * 7_919) % MOST_FILLING)
    if ((await document.replace({ n, filling })).ok) say(`kept ${n}`)
  }
}

/** At once: what is buffered dies with the process. */
function say(line: string): void {
  writeSync(STDOUT, `${line}\n`)
}

void main(process.argv[2] ?? '')
