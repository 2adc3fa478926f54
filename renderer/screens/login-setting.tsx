// Owns the switch of starting at login: what the system has set, read anew when the user comes back from its settings.
import { useEffect, useState, type ReactElement } from 'react'
import type { LoginState } from '../../shared/model/login'
import { failureWords } from '../../shared/text/en-codes'
import { settingsWords } from '../../shared/text/en-settings'
import { loginShown } from '../features/settings/login-words'
import { Switch } from '../ui/switch'
import { useClient } from './client-context'

export function LoginSetting(): ReactElement | null {
  const { state, failed, set } = useLogin()
  if (state === null) return null
  const { on, possible, hint, problem } = loginShown(state)
  return (
    <Switch
      label={settingsWords.login.label}
      hint={hint}
      checked={on}
      disabled={!possible}
      problem={failed ?? problem}
      onChange={set}
    />
  )
}

function useLogin() {
  const { desktop } = useClient()
  const [state, setState] = useState<LoginState | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const read = (): void => {
      void desktop.call('login.read').then((answer) => {
        if (!gone && answer.ok) setState(answer.value)
      })
    }
    read()
    window.addEventListener('focus', read)
    return () => {
      gone = true
      window.removeEventListener('focus', read)
    }
  }, [desktop])
  const set = (on: boolean): void => {
    setFailed(null)
    void desktop.call('login.set', { on }).then((answer) => {
      if (answer.ok) setState(answer.value)
      else setFailed(failureWords(answer.code))
    })
  }
  return { state, failed, set }
}
