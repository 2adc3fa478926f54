// Owns the tests that install something: each gets homes of its own.
import { test as base } from '../fixtures/test'
import { makeHome, type Home, type Who } from './installed-app'
import { isRoot } from './system-install'

/** Only root can be somebody else. */
export const EVERYBODY: readonly Who[] = isRoot ? ['another user', 'this user'] : ['this user']

export const test = base.extend<{ homeOf: (who: Who) => Home }>({
  homeOf: async ({ atEnd }, use) => {
    await use((who) => {
      const home = makeHome(who)
      atEnd(home.forget)
      return home
    })
  },
})
