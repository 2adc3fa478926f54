// Owns reading what the host says about itself, once per page that shows it.
import { useEffect, useState } from 'react'
import type { AppAbout } from '../../shared/model/app-info'
import { useClient } from './client-context'

/** Null until it was read. */
export function useAbout(): AppAbout | null {
  const { desktop } = useClient()
  const [about, setAbout] = useState<AppAbout | null>(null)
  useEffect(() => {
    let gone = false
    void desktop.call('app.about').then((answer) => {
      if (!gone && answer.ok) setAbout(answer.value)
    })
    return () => {
      gone = true
    }
  }, [desktop])
  return about
}
