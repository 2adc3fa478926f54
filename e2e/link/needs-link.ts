// Owns what a test does where the link can't be made: continuous integration must have it, elsewhere the reason is shown.
import { say } from '../../build/setup/say.mjs'
import { test } from '../fixtures/test'
import { whyNoLink } from './link'

/** First line of a test, or of a `beforeEach`. */
export function needsLink(): void {
  const reason = whyNoLink()
  if (reason === null) return
  if (process.env['CI'] !== undefined) throw new Error(`${reason} Here it is required.`)
  say(`Not run: ${test.info().title}. ${reason}`)
  test.skip(true, reason)
}
