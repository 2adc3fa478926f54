import { afterEach, expect, it } from 'vitest'
import { openX11 } from './x11-connection'

const display = process.env['DISPLAY']

afterEach(() => {
  if (display === undefined) delete process.env['DISPLAY']
  else process.env['DISPLAY'] = display
})

it.each(['no display', ':4321', '127.0.0.1:4321'])(
  'there is no connection where %s is no X server',
  async (name) => {
    process.env['DISPLAY'] = name
    let lost = 0
    expect(await openX11(() => (lost += 1))).toBeNull()
    expect(lost).toBe(0)
  },
)
