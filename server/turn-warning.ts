// Owns telling the operator that a relay doesn't take what clients are given. Calls go on without it.
import type { Log } from './log'
import { turnCredentials, type TurnConfig } from './turn'
import { checkTurn, type TurnVerdict } from './turn-check'

const WORDS: Readonly<Record<Exclude<TurnVerdict, 'accepted'>, string>> = {
  refused:
    'refuses our credentials: is its static-auth-secret what --turn-secret-file says, and its clock right?',
  silent: 'doesn’t answer.',
}

/** Once for each relay; calls that need one fail until it is right. */
export async function warnOfTurn(turn: TurnConfig, log: Log): Promise<void> {
  const verdicts = await Promise.all(
    turn.urls.map(
      async (url) => [url, await checkTurn(url, turnCredentials(turn, 'check', Date.now()))] as const,
    ),
  )
  for (const [url, verdict] of verdicts)
    if (verdict !== 'accepted') log.warn(`${url} ${WORDS[verdict]} Calls go without it`)
}
