import { expect, test } from 'vitest'
import { linkHandlerOf } from './link-handler-rules'

const execPath = '/opt/Parley/parley'

test.each([
  [
    { packaged: true, sandboxed: false },
    { path: execPath, args: ['--'] },
  ],
  [{ packaged: true, sandboxed: true }, null],
  [{ packaged: false, sandboxed: false }, null],
])('%j is given links: %j', (program, handler) => {
  expect(linkHandlerOf({ ...program, execPath })).toEqual(handler)
})
