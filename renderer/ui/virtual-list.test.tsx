// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { VirtualList } from './virtual-list'
import { nextRow } from './virtual-list-places'

const keyOf = (name: string) => name
const names = (count: number) => Array.from({ length: count }, (_, index) => `row ${index}`)

/** Each row once more whenever it is drawn. */
const draws: string[] = []

async function show(items: readonly string[]): Promise<(items: readonly string[]) => Promise<void>> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  let replace: (items: readonly string[]) => void = () => undefined
  function Sample() {
    const [shown, setShown] = useState(items)
    replace = setShown
    return (
      <VirtualList
        label="Calls"
        items={shown}
        keyOf={keyOf}
        rowHeight={52}
        view=""
        headingOf={(_name, index) => (index === 0 ? 'Today' : null)}
      >
        {(name, row) => {
          draws.push(name)
          return (
            <div role="group" aria-label={name} {...row}>
              {name}
            </div>
          )
        }}
      </VirtualList>
    )
  }
  await act(async () => root.render(<Sample />))
  onTestFinished(async () => {
    await act(async () => root.unmount())
    container.remove()
  })
  return (next) => act(async () => replace(next))
}

const drawn = () => [...document.querySelectorAll('li')]
const focused = () => document.activeElement?.textContent ?? ''
async function press(key: string): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  await act(async () => void document.activeElement?.dispatchEvent(event))
}
async function enter(): Promise<void> {
  await act(async () => document.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
}

test('of a long list few rows are in the document, and each tells its place among all', async () => {
  await show(names(5_000))
  expect(drawn().length).toBeLessThan(60)
  expect(drawn()[1]?.getAttribute('aria-setsize')).toBe('5000')
  expect(drawn()[1]?.getAttribute('aria-posinset')).toBe('2')
  expect(document.querySelector('ul')?.getAttribute('aria-label')).toBe('Calls')
})

test('a heading stands above the row it belongs to', async () => {
  await show(names(3))
  expect(drawn().map(({ textContent }) => textContent)).toEqual(['Todayrow 0', 'row 1', 'row 2'])
})

test('one row is reached by Tab, the others by arrow keys, the last one of 5 000 as well', async () => {
  await show(names(5_000))
  expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  await enter()
  await press('ArrowDown')
  expect(focused()).toBe('row 1')
  await press('End')
  expect(focused()).toBe('row 4999')
  expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  await press('Home')
  expect(focused()).toBe('row 0')
})

test('the focus stays with its row while others come, and goes to the next when its row is taken away', async () => {
  const replace = await show(names(30))
  await enter()
  await press('ArrowDown')
  await replace(['new', ...names(30)])
  expect(focused()).toBe('row 1')
  await replace(['new', 'row 0', ...names(30).slice(2)])
  expect(focused()).toBe('row 2')
})

test('a row is drawn again only when something of it changed', async () => {
  await show(names(30))
  await enter()
  draws.length = 0
  await press('ArrowDown')
  expect(focused()).toBe('row 1')
  expect(new Set(draws)).toEqual(new Set(['row 0', 'row 1']))
})

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, null],
  ['ArrowUp', 0, 3, null],
  ['End', 0, 3, 2],
  ['PageDown', 0, 100, 8],
  ['PageDown', 97, 100, 99],
  ['PageUp', 4, 100, 0],
  ['a', 0, 3, null],
])('%s on row %i of %i leads to %s', (key, at, count, next) => {
  expect(nextRow(key, at, count)).toBe(next)
})
