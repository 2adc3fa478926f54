import { expect, it } from 'vitest'
import { createScope } from '../../lib/scope'
import { SessionPicture } from './session-picture'

it('a picture that can’t be drawn, since what draws it wasn’t loaded, is none', async () => {
  const said: string[] = []
  const log = { info: (message: string) => void said.push(message) }
  const picture = new SessionPicture({
    deps: {
      acceptPicture: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      log: { ...log, error: log.info },
    },
    ...{ callId: '1', scope: createScope(), onChange: () => void said.push('changed') },
  })
  picture.show()
  picture.offer('/9j/')
  await new Promise((resolve) => setTimeout(resolve))
  expect([picture.url(), said]).toEqual([null, ['picture refused']])
})
