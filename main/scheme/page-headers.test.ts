import { expect, it } from 'vitest'
import { pageHeaders } from './page-headers'

it('allows no inline code, no evaluation and nothing from elsewhere', () => {
  const policy = pageHeaders('text/html', false)['content-security-policy'] ?? ''
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).toContain(`script-src 'self';`)
  expect(policy).toContain(`style-src 'self';`)
  expect(policy).not.toContain('unsafe')
})

it('loosens the policy for the dev server only', () => {
  expect(pageHeaders('text/html', true)['content-security-policy']).toContain(
    `script-src 'self' 'unsafe-inline'`,
  )
})

it('names the type and forbids guessing it', () => {
  expect(pageHeaders('text/css', false)).toMatchObject({
    'content-type': 'text/css',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
})
