// Owns the settings' window: the list of pages, the search over them, the page itself, setting it back. The whole window, or
// in its middle where that is large. Loaded when it is first opened.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import type { SettingsChange } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { settingsWords } from '../../shared/text/en-settings'
import { searchSettings } from '../features/settings/search-settings'
import { PAGES, resetOf, type PageId, type RowId } from '../features/settings/settings-pages'
import { BareDialog } from '../ui/bare-dialog'
import { Button } from '../ui/button'
import { useAnnounce } from '../ui/live-region'
import { NARROW, useMediaQuery } from '../ui/use-media-query'
import { useClient } from './client-context'
import type { SettingsPlace } from './frame-store'
import { SettingsAbout } from './settings-about'
import { SettingsCalls } from './settings-calls'
import { SettingsDevices } from './settings-devices'
import { SettingsFound } from './settings-found'
import { SettingsGeneral } from './settings-general'
import { SettingsKeys } from './settings-keys'
import { SettingsMe } from './settings-me'
import { SettingsNav } from './settings-nav'
import { rowElementId, type SettingsPageProps } from './settings-page-props'
import { SettingsPrivacy } from './settings-privacy'
import { SettingsReach } from './settings-reach'
import { SettingsRinging } from './settings-ringing'
import { DialogTakeBack } from './take-back-part'
import { useOpener } from './use-opener'
import './settings.css'

const VIEWS: Readonly<Record<PageId, (props: SettingsPageProps) => ReactElement>> = {
  general: SettingsGeneral,
  me: SettingsMe,
  reach: SettingsReach,
  devices: SettingsDevices,
  calls: SettingsCalls,
  ringing: SettingsRinging,
  keys: SettingsKeys,
  privacy: SettingsPrivacy,
  about: SettingsAbout,
}

interface SettingsDialogProps {
  /** Opened there, or led there anew by another one; null: at the beginning. */
  readonly at: SettingsPlace | null
  readonly onClose: () => void
}

export function SettingsDialog({ at, onClose }: SettingsDialogProps): ReactElement {
  const isGuest = useClient().info.host === 'guest'
  const [page, setPage] = useState<PageId>(at?.page ?? 'general')
  const [query, setQuery] = useState('')
  const opener = useOpener()
  const searchField = useRef<HTMLInputElement>(null)
  const narrow = useMediaQuery(NARROW)
  const found = searchSettings(query, isGuest)
  const searching = query.trim() !== ''
  const open = (next: PageId, row: RowId | null = null) => {
    setPage(next)
    setQuery('')
    if (row) requestAnimationFrame(() => goToRow(row))
  }
  const [cameFor, setCameFor] = useState(at)
  if (at !== null && at !== cameFor) {
    setCameFor(at)
    setPage(at.page)
    setQuery('')
  }
  useEffect(() => {
    if (at) requestAnimationFrame(() => goToRow(at.row))
  }, [at])
  const first = found[0]
  return (
    <BareDialog
      title={text.settings.title}
      className="settings"
      onClose={onClose}
      focusFirst={searchField}
      returnFocus={opener}
    >
      <SettingsNav
        pages={searching ? found.map((each) => each.page) : PAGES}
        page={searching ? null : page}
        narrow={narrow}
        query={query}
        searchField={searchField}
        onQuery={setQuery}
        onPage={open}
        onEnter={() => first && open(first.page, first.rows[0])}
        onClose={onClose}
      />
      {searching ? (
        <SettingsFound query={query} found={found} onOpen={open} />
      ) : (
        <PagePart key={page} page={page} isGuest={isGuest} open={open} />
      )}
    </BareDialog>
  )
}

/** Once the page is drawn. */
function goToRow(row: RowId): void {
  const element = document.getElementById(rowElementId(row))
  // Of a row that is taller than its page, as a long report is, the beginning.
  const isTall = (element?.offsetHeight ?? 0) > (element?.closest('.settings-page')?.clientHeight ?? 0)
  element?.scrollIntoView({ block: isTall ? 'start' : 'center' })
  element?.focus({ preventScroll: true })
}

interface PagePartProps extends Pick<SettingsPageProps, 'open'> {
  readonly page: PageId
  readonly isGuest: boolean
}

function PagePart({ page, isGuest, open }: PagePartProps): ReactElement {
  const client = useClient()
  const settings = useStore(client.settings, (state) => state.settings)
  const [problem, setProblem] = useState<string | null>(null)
  const change = async (wanted: SettingsChange): Promise<boolean> => {
    const answer = await client.desktop.call('settings.change', wanted)
    setProblem(answer.ok ? null : `${text.settings.notSaved} ${failureWords(answer.code)}`)
    return answer.ok
  }
  const View = VIEWS[page]
  return (
    <section className="settings-page" aria-label={settingsWords.pages[page]} tabIndex={-1}>
      <div className="settings-column">
        <h2 className="title">{settingsWords.pages[page]}</h2>
        <p className="set-problem" role="alert">
          {problem}
        </p>
        <View settings={settings} isGuest={isGuest} change={(wanted) => void change(wanted)} open={open} />
        <ResetPart page={page} isGuest={isGuest} change={change} />
        <DialogTakeBack />
      </div>
    </section>
  )
}

interface ResetPartProps extends Omit<PagePartProps, 'open'> {
  readonly change: (change: SettingsChange) => Promise<boolean>
}

/** Where there is nothing to set back, there is nothing to press; undoing stays until the page is left. */
function ResetPart({ page, isGuest, change }: ResetPartProps): ReactElement | null {
  const settings = useStore(useClient().settings, (state) => state.settings)
  const announce = useAnnounce()
  const [undo, setUndo] = useState<SettingsChange | null>(null)
  const possible = resetOf(page, settings, isGuest)
  const reset = async () => {
    if (!possible || !(await change(possible.reset))) return
    setUndo(possible.undo)
    announce('polite', settingsWords.isReset)
  }
  const putBack = async () => {
    if (!undo || !(await change(undo))) return
    setUndo(null)
    announce('polite', settingsWords.undone)
  }
  if (possible) {
    return (
      <div className="settings-reset">
        <Button kind="ghost" onClick={() => void reset()}>
          {settingsWords.reset}
        </Button>
      </div>
    )
  }
  return undo ? (
    <div className="settings-reset">
      <p className="muted">{settingsWords.isReset}</p>
      <Button onClick={() => void putBack()}>{settingsWords.undo}</Button>
    </div>
  ) : null
}
