// @vitest-environment happy-dom
import { act, useRef, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { useTravel } from './use-travel'

/** A box whose layout the test decides, and the ways that it went. */
async function bench() {
  const place = document.createElement('div')
  const ways: string[] = []
  let x = 0
  function Box({ at }: { readonly at: string | null }): ReactElement {
    const box = useRef<HTMLDivElement>(null)
    useTravel(box, at)
    return <div ref={box} />
  }
  const root = createRoot(place)
  await act(async () => root.render(<Box at={null} />))
  const box = place.firstElementChild
  if (!(box instanceof HTMLElement)) throw new Error('no box')
  box.getBoundingClientRect = () => new DOMRect(x, 0, 10, 10)
  box.animate = (frames) => {
    ways.push(String(Array.isArray(frames) && frames[0]?.['transform']))
    return new Animation()
  }
  const show = async (at: string | null, left: number) => {
    x = left
    await act(async () => root.render(<Box at={at} />))
  }
  return { show, ways }
}

it('another place is travelled to from the last one', async () => {
  const { show, ways } = await bench()
  await show('left', 0)
  await show('right', 100)
  expect(ways).toEqual(['translate(-100px, 0px)'])
})

it('a layout that moves by itself moves it at once', async () => {
  const { show, ways } = await bench()
  await show('left', 0)
  await show('left', 40)
  expect(ways).toEqual([])
})

it('let go it travels from where it was held, also back to the same place', async () => {
  const { show, ways } = await bench()
  await show('left', 0)
  await show(null, 70)
  await show('left', 0)
  expect(ways).toEqual(['translate(70px, 0px)'])
})
