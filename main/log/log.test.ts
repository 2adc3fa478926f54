import { expect, it } from 'vitest'
import { createLog, kindOfError } from './log'

it('writes one line with its name and facts', () => {
  const lines: string[] = []
  const log = createLog({ info: (line) => lines.push(line), error: (line) => lines.push(`! ${line}`) }, 'app')
  log.info('window is up')
  log.named('reach').error('home', { status: 'failed', code: 'port-taken' })
  expect(lines).toEqual(['[app] window is up', '! [reach] home status=failed code=port-taken'])
})

it('says the kind of an error, never its text', () => {
  const full = Object.assign(new Error('no space at /home/ana'), { code: 'ENOSPC' })
  expect([full, new TypeError('secret'), 'text'].map(kindOfError)).toEqual(['ENOSPC', 'TypeError', 'string'])
})
