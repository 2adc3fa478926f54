// Owns loading the call's menus: with a ringing call, so that they are there when somebody answers.
import type * as CallMenus from './call-menus'

export function loadCallMenus(): Promise<typeof CallMenus> {
  return import('./call-menus')
}
