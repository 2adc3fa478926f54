import { mkdirSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { exclusively } from './exclusive.mjs'
import { inCache } from './paths.mjs'

describe('preparing the same thing', () => {
  const name = `test-${randomUUID()}`
  afterEach(() => rmSync(inCache(`${name}.lock`), { recursive: true, force: true }))

  test('is done by one after the other', async () => {
    const steps: string[] = []
    const work = (who: string) => async () => {
      steps.push(`${who} begins`)
      await Promise.resolve()
      steps.push(`${who} ends`)
    }
    await Promise.all([exclusively(name, work('one')), exclusively(name, work('other'))])
    expect(steps).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
  })

  test('goes on after a failure', async () => {
    await expect(exclusively(name, () => Promise.reject(new Error('no network')))).rejects.toThrow(
      'no network',
    )
    await expect(exclusively(name, () => Promise.resolve('done'))).resolves.toBe('done')
  })

  test('does not wait for a holder that is gone', async () => {
    mkdirSync(inCache(`${name}.lock`), { recursive: true })
    // Above the largest process id that Linux gives.
    writeFileSync(inCache(`${name}.lock`, 'pid'), '4999999')
    await expect(exclusively(name, () => Promise.resolve('done'))).resolves.toBe('done')
  })
})
