import { describe, expect, it } from 'vitest'
import { createOpenedLinks, findLink } from './opened-links'

const LINK = `parley://call/${'0123456789abcdef'.repeat(2)}?server=http%3A%2F%2F127.0.0.1%3A9000%2F`
const WEB = `https://call.example.org/#/call/${'0123456789abcdef'.repeat(2)}`

describe('the arguments of a start', () => {
  it.each([
    [['/opt/parley', LINK], LINK],
    [['/opt/parley', '--allow-file-access', '--', LINK], LINK],
    [['electron', '.', WEB], WEB],
    [['/opt/parley', 'parley://call/broken'], 'parley://call/broken'],
    [['/opt/parley', 'https://example.org/'], null],
    [['/opt/parley', `parley:${'x'.repeat(600)}`], null],
    [['/opt/parley'], null],
  ])('%j hold %s', (argv, link) => {
    expect(findLink(argv)).toBe(link)
  })
})

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
    links.open(null)
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
