// Owns changing where one is reached: a server is tried with a real connection before it is taken; the old one stays until then.
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useStore } from 'zustand'
import { hostOf, normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'
import type { ReachChoice } from '../../shared/model/reach'
import type { Settings } from '../../shared/model/settings'
import { fail, ok } from '../../shared/result'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { settingsWords } from '../../shared/text/en-settings'
import { applyReach, keepJoinCode } from '../features/connection/apply-reach'
import { checkReach, draftOf, type CheckedReach } from '../features/connection/reach-draft'
import { ReachForm } from '../features/connection/reach-form'
import type { Desktop } from '../platform/desktop'
import { Button } from '../ui/button'
import { useClient, useFrame } from './client-context'
import { offerWayBack, type WayBack } from './way-back'

const words = settingsWords.reach

type Progress =
  | { readonly is: 'choosing'; readonly failed: string | null }
  | { readonly is: 'testing'; readonly host: string }
  | { readonly is: 'applying' }

interface ReachChangeProps {
  /** What there is to say then. */
  readonly onDone: (news: string | null) => void
}

export function ReachChange({ onDone }: ReachChangeProps): ReactElement {
  const settings = useStore(useClient().settings, (state) => state.settings)
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [asked, setAsked] = useState(false)
  const [progress, setProgress] = useState<Progress>({ is: 'choosing', failed: null })
  const take = useTake(settings, setProgress, onDone)
  const checked = checkReach(draft, settings.stunServers)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    if (checked.ok && progress.is === 'choosing') void take(checked)
  }
  return (
    <form className="settings-form" onSubmit={submit} noValidate>
      <ReachForm
        draft={draft}
        onChange={(changed) => {
          setDraft(changed)
          setProgress({ is: 'choosing', failed: null })
        }}
        problem={asked && !checked.ok ? checked : null}
      />
      <p className="muted">{text.reach.breaksLinks}</p>
      <div className="set-line">
        <Button kind="primary" type="submit" working={progress.is !== 'choosing'}>
          {draft.mode === 'anywhere' ? words.test : text.reach.apply}
        </Button>
        <Button kind="ghost" onClick={() => onDone(null)}>
          {text.app.cancel}
        </Button>
      </div>
      <p className="set-said" role="status">
        {progress.is === 'testing' && words.testing(progress.host)}
      </p>
      <p className="set-problem" role="alert">
        {progress.is === 'choosing' && progress.failed}
      </p>
    </form>
  )
}

type Checked = Extract<CheckedReach, { ok: true }>

function useTake(
  settings: Settings,
  setProgress: (progress: Progress) => void,
  onDone: (news: string | null) => void,
): (checked: Checked) => Promise<void> {
  const { desktop, commands } = useClient()
  const frame = useFrame()
  return async (checked) => {
    const before = checkReach(draftOf(settings), settings.stunServers)
    const server = serverOf(checked.choice)
    let news: string | null = null
    if (server) {
      const host = hostOf(server)
      setProgress({ is: 'testing', host })
      const refused = await keepJoinCode(desktop, checked)
      if (refused !== null) {
        return setProgress({ is: 'choosing', failed: `${text.reach.failed} ${failureWords(refused)}` })
      }
      const tested = await commands.connection.testServer(server)
      if (!tested.ok) {
        const failed = `${words.testFailed(host)} ${failureWords(tested.code)} ${words.still}`
        return setProgress({ is: 'choosing', failed })
      }
      news = `${words.tested(host)}${tested.value.kind === 'stock' ? ` ${words.stock}` : ''}`
    }
    setProgress({ is: 'applying' })
    const code = await applyReach(desktop, { ...checked, joinCode: null })
    if (code !== null) {
      return setProgress({ is: 'choosing', failed: `${text.reach.failed} ${failureWords(code)}` })
    }
    onDone(news)
    if (before.ok) offerWayBack(frame, wayBackTo(before, desktop, settings))
  }
}

/** Where one was reached, with the STUN servers of then; it isn't tried again, having worked until now. */
function wayBackTo({ choice }: Checked, desktop: Desktop, { stunServers }: Settings): WayBack {
  return {
    sentence: words.moved,
    async undo() {
      const code = await applyReach(desktop, { ok: true, choice, stunServers, joinCode: null })
      return code === null ? ok(undefined) : fail(code)
    },
  }
}

/** Null where the app runs it. */
function serverOf(choice: ReachChoice): BaseUrl | null {
  const base = choice.mode === 'anywhere' ? normaliseBaseUrl(choice.server) : null
  return base?.ok ? base.value : null
}
