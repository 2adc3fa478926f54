import { expect, it } from 'vitest'
import { fail, ok } from '../../../shared/result'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { createFakeDesktop } from '../../platform/fakes/fake-desktop'
import { MOST_KEPT, createPeoplePictures } from './people-pictures'

const id = (n: number): string => n.toString(16).padStart(32, '0')

function bench(broken = false) {
  const asked: number[] = []
  const clock = createFakeClock()
  const desktop = createFakeDesktop({
    'pictures.read': ({ pictures }) => {
      asked.push(pictures.length)
      return broken
        ? fail('disk-failed')
        : ok({
            pictures: pictures.filter((each) => each !== id(0)).map((picture) => ({ picture, data: 'AAAA' })),
          })
    },
  })
  let told = 0
  const pictures = createPeoplePictures({ desktop, pictureOf: () => id(1), changes: () => () => undefined })
  pictures.subscribe(() => {
    told += 1
  })
  return { asked, clock, desktop, pictures, told: () => told }
}

it('reads what is wanted in one go, once', async () => {
  const { clock, desktop, pictures, told } = bench()
  for (const picture of [id(1), id(2), id(1)]) pictures.want(picture)
  expect(pictures.urlOf(id(1))).toBeNull()
  await clock.settle()
  pictures.want(id(2))
  await clock.settle()
  expect(desktop.asked('pictures.read')).toEqual([{ pictures: [id(1), id(2)] }])
  expect(pictures.urlOf(id(2))).toBe('data:image/jpeg;base64,AAAA')
  expect(told()).toBe(1)
})

it('asks for no more at once than the contract takes', async () => {
  const { asked, clock, pictures } = bench()
  for (let n = 1; n <= 250; n++) pictures.want(id(n))
  await clock.settle()
  expect(asked).toEqual([100, 100, 50])
})

it('doesn’t ask again for one that isn’t there', async () => {
  const { clock, desktop, pictures } = bench()
  pictures.want(id(0))
  await clock.settle()
  pictures.want(id(0))
  await clock.settle()
  expect(desktop.asked('pictures.read')).toHaveLength(1)
  expect(pictures.urlOf(id(0))).toBeNull()
})

it('asks again after a failure, which is no news to whoever draws', async () => {
  const { clock, desktop, pictures, told } = bench(true)
  pictures.want(id(1))
  await clock.settle()
  pictures.want(id(1))
  await clock.settle()
  expect(desktop.asked('pictures.read')).toHaveLength(2)
  expect(told()).toBe(0)
})

it('keeps a bounded number, the newest', async () => {
  const { clock, pictures } = bench()
  for (let n = 1; n <= MOST_KEPT + 10; n++) pictures.want(id(n))
  await clock.settle()
  expect(pictures.urlOf(id(5))).toBeNull()
  expect(pictures.urlOf(id(MOST_KEPT + 10))).not.toBeNull()
})
