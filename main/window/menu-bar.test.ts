import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { keepMenuHidden } from './menu-bar'

class Barred extends EventEmitter {
  readonly setMenuBarVisibility = vi.fn<(visible: boolean) => void>()
}

describe('the menu bar', () => {
  it.each(['leave-full-screen', 'leave-html-full-screen'])('is hidden, and again after %s', (event) => {
    const window = new Barred()
    keepMenuHidden(window, 'linux')
    expect(window.setMenuBarVisibility.mock.calls).toEqual([[false]])
    window.emit(event)
    expect(window.setMenuBarVisibility.mock.calls).toEqual([[false], [false]])
  })

  it('is the system’s own on macOS', () => {
    const window = new Barred()
    keepMenuHidden(window, 'darwin')
    expect(window.listenerCount('leave-full-screen')).toBe(0)
    expect(window.setMenuBarVisibility).not.toHaveBeenCalled()
  })
})
