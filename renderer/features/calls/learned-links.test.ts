import { expect, it } from 'vitest'
import { appLink, webLink } from '../../../shared/link/call-link'
import { createLearnedLinks } from './learned-links'
import { baseUrl } from './testing/people'

const id = 'a'.repeat(32)
const server = baseUrl('https://one.example/')
const via = baseUrl('https://two.example/')

it('a link is known in both its forms by the server that brought it', () => {
  for (const form of [appLink, webLink]) {
    const learned = createLearnedLinks(() => null)
    learned.add(form({ id, server }), via)
    expect(learned.viaOf({ id, server })).toBe(via)
    expect(learned.viaOf({ id: 'b'.repeat(32), server })).toBeNull()
  }
})

it('what is no link is not learned, and old ones are forgotten', () => {
  const learned = createLearnedLinks(() => null)
  learned.add('nothing', via)
  learned.add(appLink({ id, server }), via)
  for (let i = 0; i < 200; i += 1) {
    learned.add(appLink({ id: i.toString(16).padStart(32, '0'), server }), via)
  }
  expect(learned.viaOf({ id, server })).toBeNull()
})

it('what is stored counts where nothing newer was learned', () => {
  const stored = baseUrl('https://three.example/')
  const learned = createLearnedLinks((link) => (link.id === id ? stored : null))
  expect(learned.viaOf({ id, server })).toBe(stored)
  expect(learned.viaOfText(webLink({ id, server }))).toBe(stored)
  learned.add(appLink({ id, server }), via)
  expect(learned.viaOfText(appLink({ id, server }))).toBe(via)
  expect([learned.viaOfText(null), learned.viaOfText('nothing')]).toEqual([null, null])
})
