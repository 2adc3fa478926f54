// Owns parts of the screen that are loaded when they are first wanted. Where one can't be loaded (a guest's server may be away
// in the middle of a call) nothing else falls with it, and whoever wants it next tries again.
import { useEffect, useState, type ComponentType, type ReactElement, type ReactNode } from 'react'

export interface LazyOptions<P> {
  /** In its place while it loads, and where it can't be. */
  readonly fallback?: ReactNode
  /** In its place where it can't be loaded and somebody has asked for it. */
  readonly failed?: ComponentType<P & Retry>
}

export interface Retry {
  readonly onRetry: () => void
}

export type LazyPart<P> = ((props: P) => ReactElement | null) & {
  /** Ahead of its use. Never fails. */
  readonly load: () => Promise<void>
}

export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { fallback = null, failed: Failed }: LazyOptions<P> = {},
): LazyPart<P> {
  let Loaded: ComponentType<P> | null = null
  const loadOnce = async (): Promise<boolean> => {
    try {
      Loaded ??= await load()
      return true
    } catch {
      return false
    }
  }

  function Part(props: P): ReactElement | null {
    const [outcome, setOutcome] = useState<'waits' | 'loaded' | 'failed'>(Loaded ? 'loaded' : 'waits')
    const waits = outcome === 'waits'
    useEffect(() => {
      if (!waits) return
      let gone = false
      void loadOnce().then((is) => {
        if (!gone) setOutcome(is ? 'loaded' : 'failed')
      })
      return () => {
        gone = true
      }
    }, [waits])
    if (Loaded) return <Loaded {...props} />
    if (outcome === 'failed' && Failed) return <Failed {...props} onRetry={() => setOutcome('waits')} />
    return <>{fallback}</>
  }

  return Object.assign(Part, {
    load: async () => {
      await loadOnce()
    },
  })
}
