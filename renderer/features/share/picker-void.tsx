// Owns what stands in place of the grid: no window, nothing found, not allowed to look, or no answer; with what to do.
import { AppWindow, Lock, Monitor, TriangleAlert } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import { pickerWords } from '../../../shared/text/en-picker'
import { Button } from '../../ui/button'
import { useSystemName } from '../../ui/platform-context'
import type { SourceKind } from './picker-list'

interface VoidProps {
  readonly icon: ReactElement
  readonly title: string
  readonly next: string
  readonly urgent?: boolean
  readonly children?: ReactNode
}

function Void({ icon, title, next, urgent = false, children }: VoidProps): ReactElement {
  return (
    <div className="picker-void" role={urgent ? 'alert' : 'status'}>
      {icon}
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p className="muted">{next}</p>
      {children && <div className="picker-void-acts">{children}</div>}
    </div>
  )
}

interface NothingProps {
  readonly kind: SourceKind
  readonly search: string
  readonly onClear: () => void
}

export function NothingListed({ kind, search, onClear }: NothingProps): ReactElement {
  const icon = kind === 'window' ? <AppWindow className="xl" /> : <Monitor className="xl" />
  if (search === '')
    return <Void icon={icon} title={pickerWords.empty[kind]} next={pickerWords.emptyNext[kind]} />
  return (
    <Void icon={icon} title={pickerWords.noMatch[kind](search)} next={pickerWords.noMatchNext}>
      <Button onClick={onClear}>{pickerWords.clearSearch}</Button>
    </Void>
  )
}

interface DeniedProps {
  readonly onSettings: () => void
  readonly onAgain: () => void
}

export function LookingDenied({ onSettings, onAgain }: DeniedProps): ReactElement {
  const system = useSystemName()
  const next = system === 'macOS' ? pickerWords.deniedNext.macOS : pickerWords.deniedNext.other
  return (
    <Void urgent icon={<Lock className="xl" />} title={pickerWords.denied(system)} next={next}>
      <Button kind="primary" onClick={onSettings}>
        {pickerWords.openSettings(system)}
      </Button>
      <Button onClick={onAgain}>{pickerWords.checkAgain}</Button>
    </Void>
  )
}

export function LookingFailed({ onAgain }: Pick<DeniedProps, 'onAgain'>): ReactElement {
  return (
    <Void
      urgent
      icon={<TriangleAlert className="xl" />}
      title={pickerWords.failed}
      next={pickerWords.failedNext}
    >
      <Button kind="primary" onClick={onAgain}>
        {text.app.tryAgain}
      </Button>
    </Void>
  )
}
