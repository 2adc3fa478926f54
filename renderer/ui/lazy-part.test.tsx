// @vitest-environment happy-dom
import { act, type ReactElement } from 'react'
import { expect, it } from 'vitest'
import { lazyPart, type Retry } from './lazy-part'
import { draw } from './testing/draw'

const Panel = ({ name }: { readonly name: string }): ReactElement => <p>{name}</p>
const Failed = ({ onRetry }: Retry): ReactElement => <button onClick={onRetry}>not there</button>

/** A server that may be away. */
function createLoading() {
  const server = { away: false, asked: 0 }
  return {
    server,
    load: () => {
      server.asked += 1
      return server.away ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(Panel)
    },
  }
}

async function render(element: ReactElement): Promise<() => string> {
  const box = await draw(element)
  return () => box.textContent
}

it('is there once it is loaded', async () => {
  const { load } = createLoading()
  const Part = lazyPart(load)
  const shown = await render(<Part name="Ana" />)
  expect(shown()).toBe('Ana')
})

it('is there at once where it was loaded ahead, and is loaded once', async () => {
  const { load, server } = createLoading()
  const Part = lazyPart(load)
  await Part.load()
  server.away = true
  expect((await render(<Part name="Ana" />))()).toBe('Ana')
  expect(server.asked).toBe(1)
})

it('where it can’t be loaded all else stays, and the next one tries again', async () => {
  const { load, server } = createLoading()
  server.away = true
  const Part = lazyPart(load, { fallback: <i>place</i> })
  await Part.load()
  const shown = await render(
    <>
      <Part name="Ana" />
      <p>the call</p>
    </>,
  )
  expect(shown()).toBe('placethe call')
  server.away = false
  expect((await render(<Part name="Ben" />))()).toBe('Ben')
})

it('somebody who asked for it is told that it isn’t there', async () => {
  const { load, server } = createLoading()
  server.away = true
  const Part = lazyPart(load, { failed: Failed })
  expect((await render(<Part name="Ana" />))()).toBe('not there')
})

it('somebody who was told so can try again', async () => {
  const { load, server } = createLoading()
  server.away = true
  const Part = lazyPart(load, { failed: Failed })
  const shown = await render(<Part name="Ana" />)
  server.away = false
  await act(async () => document.querySelector('button')?.click())
  expect(shown()).toBe('Ana')
})
