// Owns which pages may read the service's answers. Others get one that their browser won't let them read.
import type { CorsOptions } from 'cors'
import type { Audiences } from './audiences'

const APP_ORIGIN = 'app://parley'
const PREFLIGHT_LIFE_S = 86_400

/** The app, and this server's own page. */
export const mayRead = (origin: string | undefined, audiences: Audiences): boolean =>
  origin === APP_ORIGIN || isOwnPage(origin, audiences)

const isOwnPage = (origin: string | undefined, audiences: Audiences): boolean =>
  origin !== undefined && audiences.all().some((base) => new URL(base).origin === origin)

export function corsOf(audiences: Audiences): CorsOptions {
  return {
    origin: (origin, answer) => answer(null, mayRead(origin, audiences)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['Content-Type'],
    maxAge: PREFLIGHT_LIFE_S,
  }
}
