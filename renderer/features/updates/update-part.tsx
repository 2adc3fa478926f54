// Owns what settings say about a newer version: how it stands, what is new in it, and the one thing that can be done now.
import type { ReactElement } from 'react'
import type { UpdateState } from '../../../shared/model/update'
import { updateWords as words } from '../../../shared/text/en-updates'
import { Button } from '../../ui/button'
import './update-part.css'

interface UpdatePartProps {
  readonly state: UpdateState
  /** A call is on: nothing is started anew. */
  readonly inCall: boolean
  readonly onCheck: () => void
  readonly onRestart: () => void
}

export function UpdatePart({ state, inCall, onCheck, onRestart }: UpdatePartProps): ReactElement {
  return (
    <>
      <p role="status" className={state.is === 'failed' ? 'set-problem' : undefined}>
        {sentenceOf(state)}
      </p>
      {state.is === 'loading' && (
        <progress className="update-progress" aria-label={words.progress} max={1} value={state.part} />
      )}
      {state.is === 'ready' && state.notes !== '' && (
        <section aria-label={words.notes}>
          <p className="small muted">{words.notes}</p>
          <p className="update-notes">{state.notes}</p>
        </section>
      )}
      {isAction(state) && (
        <div className="set-line">
          {canRestart(state) ? (
            <Button onClick={onRestart} disabled={inCall}>
              {words.restart}
            </Button>
          ) : (
            <Button working={state.is === 'checking'} onClick={onCheck}>
              {words.check}
            </Button>
          )}
        </div>
      )}
      {canRestart(state) && inCall && <p className="muted">{words.afterCall}</p>}
    </>
  )
}

const isAction = ({ is }: UpdateState): boolean => is !== 'off' && is !== 'loading'
const canRestart = ({ is }: UpdateState): boolean => is === 'ready' || is === 'replaced'

function sentenceOf(state: UpdateState): string {
  switch (state.is) {
    case 'off':
      return words.off[state.why]
    case 'none':
      return state.asked ? words.newest : words.notAsked
    case 'checking':
      return words.checking
    case 'loading':
      return words.loading(state.version, Math.floor(state.part * 100))
    case 'ready':
      return words.ready(state.version)
    case 'failed':
      return state.version === null
        ? words.checkFailed(words.problems[state.problem])
        : words.loadFailed(state.version, words.problems[state.problem])
    case 'replaced':
      return words.replaced(state.version)
  }
}
