import { expect, it } from 'vitest'
import { createPutAway } from './put-away'

function bench({ hasTray = true, visible = true } = {}) {
  const now = { visible, minimised: false }
  const done: string[] = []
  const putAway = createPutAway(
    {
      isDestroyed: () => false,
      isVisible: () => now.visible,
      isMinimized: () => now.minimised,
      hide: () => {
        now.visible = false
        done.push('hide')
      },
      minimize: () => {
        now.minimised = true
        done.push('minimise')
      },
      showInactive: () => void done.push('show without the keyboard'),
      restore: () => void done.push('restore'),
    },
    () => hasTray,
  )
  return { ...putAway, now, done }
}

it('is hidden, and comes back without taking the keyboard, once', () => {
  const { putAway, comeBack, done } = bench()
  putAway()
  comeBack()
  comeBack()
  expect(done).toEqual(['hide', 'show without the keyboard'])
})

it('is minimised where there is no tray', () => {
  const { putAway, comeBack, done } = bench({ hasTray: false })
  putAway()
  putAway()
  comeBack()
  expect(done).toEqual(['minimise', 'restore'])
})

it('stays away where it was away before', () => {
  const { putAway, comeBack, done } = bench({ visible: false })
  putAway()
  comeBack()
  expect(done).toEqual([])
})

it('is left alone where its user has brought it back', () => {
  const { putAway, comeBack, now, done } = bench()
  putAway()
  now.visible = true
  comeBack()
  expect(done).toEqual(['hide'])
})
