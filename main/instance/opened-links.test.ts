import { describe, expect, it } from 'vitest'
import { createOpenedLinks } from './opened-links'

const LINK = `parley://call/${'0123456789abcdef'.repeat(2)}?server=http%3A%2F%2F127.0.0.1%3A9000%2F`

describe('a link that was opened', () => {
  it('waits for the page, which takes it once', () => {
    const told: string[] = []
    const links = createOpenedLinks((link) => told.push(link))
    links.open(LINK)
    expect(told).toEqual([])
    expect(links.take()).toBe(LINK)
    expect(links.take()).toBeNull()
  })

  it('is told at once to a page that listens', () => {
    const told: string[] = []
    const links = createOpenedLinks((link) => told.push(link))
    links.take()
    links.open(LINK)
    expect(told).toEqual([LINK])
  })

  it('waits again while the page loads anew', () => {
    const told: string[] = []
    const links = createOpenedLinks((link) => told.push(link))
    links.take()
    links.pageLeft()
    links.open(LINK)
    expect(told).toEqual([])
    expect(links.take()).toBe(LINK)
  })
})
