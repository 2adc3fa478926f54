// Owns what a test over a link does where none can be made.
import { requireHere } from '../fixtures/required'
import { whyNoLink } from './link'

/** First line of a test, or of a `beforeEach`. */
export const needsLink = (): void => requireHere(whyNoLink())
