// @vitest-environment happy-dom
import { act, useState, type ReactElement } from 'react'
import { expect, it } from 'vitest'
import { draw } from './testing/draw'
import { useAfterPress } from './use-after-press'

const seen: string[] = []

function Fields(): ReactElement {
  const afterPress = useAfterPress()
  const [left, setLeft] = useState(false)
  return (
    <>
      <input onBlur={() => afterPress(() => setLeft(true))} />
      {left && <p>problem</p>}
      <button type="button" onClick={() => seen.push(left ? 'clicked after it moved' : 'clicked')}>
        send
      </button>
    </>
  )
}

async function render(): Promise<{
  readonly box: HTMLElement
  readonly fire: (name: string) => Promise<void>
}> {
  seen.length = 0
  const box = await draw(<Fields />)
  const fire = (name: string) =>
    act(async () => void box.querySelector('button')?.dispatchEvent(new Event(name, { bubbles: true })))
  return { box, fire }
}

const leaveField = (box: HTMLElement) =>
  act(async () => {
    box.querySelector('input')?.focus()
    box.querySelector('input')?.blur()
  })
const afterTimers = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)))

it('is done at once where nothing is pressed', async () => {
  const { box } = await render()
  await leaveField(box)
  expect(box.textContent).toContain('problem')
})

it.each(['pointerup', 'pointercancel'])('waits for the press to end: %s', async (end) => {
  const { box, fire } = await render()
  await fire('pointerdown')
  await leaveField(box)
  expect(box.textContent).not.toContain('problem')
  await act(async () => {
    const button = box.querySelector('button')
    button?.dispatchEvent(new Event(end, { bubbles: true }))
    if (end === 'pointerup') button?.click()
  })
  await afterTimers()
  expect([box.textContent, seen]).toEqual(['problemsend', end === 'pointerup' ? ['clicked'] : []])
})
