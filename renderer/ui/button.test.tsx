// @vitest-environment happy-dom
import { act, type ReactElement } from 'react'
import { expect, it } from 'vitest'
import { Button } from './button'
import { draw } from './testing/draw'

async function render(element: ReactElement): Promise<HTMLButtonElement> {
  const box = await draw(element)
  const button = box.querySelector('button')
  if (!button) throw new Error('no button was drawn')
  return button
}

// What Enter and Space do is a click too; the stylesheet keeps only pointers away.
it('asks for nothing again while it works, and says so', async () => {
  let asked = 0
  const button = await render(
    <Button working onClick={() => (asked += 1)}>
      Start over
    </Button>,
  )
  await act(async () => button.click())
  expect(asked).toBe(0)
  expect(button.getAttribute('aria-busy')).toBe('true')
})

it('sends no form again while it works', async () => {
  let sent = 0
  const form = (working: boolean): ReactElement => (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sent += 1
      }}
    >
      <Button type="submit" working={working}>
        Use this code
      </Button>
    </form>
  )
  const [idle, working] = [await render(form(false)), await render(form(true))]
  await act(async () => idle.click())
  expect(sent).toBe(1)
  await act(async () => working.click())
  expect(sent).toBe(1)
})
