// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { fail, ok, type Result } from '../../../shared/result'
import { failureWords } from '../../../shared/text/en-codes'
import { peopleWords } from '../../../shared/text/en-people'
import { draw } from '../../ui/testing/draw'
import { PictureControl } from './picture-control'
import { createFakePictures, jpegBytes, jpegData } from './testing/fake-pictures'

const words = peopleWords.picture

async function control(seen: string | null = null, answer: Result<unknown> = ok(undefined)) {
  const changes: (string | null)[] = []
  const tools = createFakePictures()
  await draw(
    <PictureControl
      hasPicture
      seen={seen}
      tools={tools}
      onChange={(data) => (changes.push(data), Promise.resolve(answer))}
    />,
  )
  return { changes, tools }
}

async function press(name: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (!found) throw new Error(`no button ${name}`)
  await act(async () => found.click())
}

async function choose(file: File): Promise<void> {
  const files = document.querySelector('input[type=file]')
  if (!files) throw new Error('no field for a file')
  Object.defineProperty(files, 'files', { configurable: true, value: [file] })
  await act(async () => void files.dispatchEvent(new Event('change', { bubbles: true })))
  // The file is read outside React.
  await act(() => vi.waitFor(() => expect(document.querySelector('.crop-wait')).toBeNull()))
}

test('a file is cropped by keys, and kept only when pressed', async () => {
  const { changes, tools } = await control()
  await choose(new File([jpegBytes(200, 500)], 'a.jpg'))
  const frame = document.querySelector<HTMLElement>('.crop-frame')
  await act(async () => frame?.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true })))
  expect(document.querySelector('input[type=range]')).toHaveProperty('value', '1.1')
  expect(changes).toEqual([])
  await press(words.use)
  expect(changes).toEqual([jpegData(100)])
  expect(tools.closed()).toBeGreaterThan(0)
})

test('leaving it as it was changes nothing', async () => {
  const { changes } = await control()
  await choose(new File([jpegBytes(200, 500)], 'a.jpg'))
  await press(words.keep)
  expect(changes).toEqual([])
  expect(document.body.textContent).toContain(words.change)
})

test('what isn’t a picture is told, and can’t be used', async () => {
  await control()
  await choose(new File(['no picture'], 'a.txt'))
  expect(document.querySelector('[role=alert]')?.textContent).toBe(words.problems['not-a-picture'])
  expect(document.body.textContent).not.toContain(words.use)
})

test('one seen in a call is taken as it is, and one can be taken away', async () => {
  const { changes } = await control(jpegData(90))
  await press(words.takeSeen)
  await press(words.remove)
  expect(changes).toEqual([jpegData(90), null])
})

test('what can’t be stored is said beside it', async () => {
  await control(jpegData(), fail('disk-full'))
  await press(words.takeSeen)
  expect(document.querySelector('[role=alert]')?.textContent).toBe(failureWords('disk-full'))
})
