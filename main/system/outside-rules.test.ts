import { expect, it } from 'vitest'
import { outsideLink } from './outside-rules'

it.each(['https://example.org/a?b#c', 'http://192.168.1.4:8080/', 'mailto:ana@example.org'])(
  'hands %s over',
  (link) => {
    expect(outsideLink(link)).toBe(link)
  },
)

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'parley://call/x',
  'smb://host/share',
  'ms-msdt:/id',
  'https://bank.example@evil.example/',
  'https://:secret@evil.example/',
  'nothing',
  '',
])('keeps %s here', (link) => {
  expect(outsideLink(link)).toBeNull()
})
