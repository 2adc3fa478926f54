// Owns the settings page "About": versions, licences, folders.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { settingsWords } from '../../shared/text/en-settings'
import { liveView } from '../features/calls/call-selectors'
import { Button } from '../ui/button'
import { SettingRow } from '../ui/setting-row'
import { UpdatePart } from '../features/updates/update-part'
import { useClient } from './client-context'
import { FolderLine } from './settings-folder'
import { rowElementId, type SettingsPageProps } from './settings-page-props'
import { useAbout } from './use-about'

const { rows, about: words } = settingsWords
/** A line of its own height, so that nothing jumps when it was read. */
const NOT_YET = '\u00a0'

export function SettingsAbout({ isGuest }: SettingsPageProps): ReactElement {
  const { info } = useClient()
  const about = useAbout()
  const versions = [
    [words.parley, info.version],
    [words.electron, info.electron],
    [words.chromium, isGuest ? '' : (about?.chromium ?? NOT_YET)],
  ] as const
  return (
    <>
      <SettingRow id={rowElementId('versions')} title={rows.versions.title}>
        <dl className="settings-facts">
          {versions.map(([what, version]) =>
            version === '' ? null : (
              <div key={what}>
                <dt className="muted">{what}</dt>
                <dd className="num">{version}</dd>
              </div>
            ),
          )}
        </dl>
        {isGuest && <p className="muted">{words.guestHost}</p>}
      </SettingRow>
      {!isGuest && (
        <SettingRow id={rowElementId('updates')} title={rows.updates.title}>
          <UpdatesPart />
        </SettingRow>
      )}
      <SettingRow id={rowElementId('licences')} title={rows.licences.title}>
        <LicencesPart />
      </SettingRow>
      {!isGuest && (
        <SettingRow id={rowElementId('folders')} title={rows.folders.title}>
          <p className="small muted">{words.data}</p>
          <FolderLine folder="data" path={about?.folders?.data ?? ''} />
          <p className="small muted">{words.logs}</p>
          <FolderLine folder="logs" path={about?.folders?.logs ?? ''} />
        </SettingRow>
      )}
    </>
  )
}

function UpdatesPart(): ReactElement {
  const { calls, desktop, updates } = useClient()
  const state = useStore(updates, (now) => now.state)
  const inCall = useStore(calls, (now) => liveView(now) !== null)
  return (
    <UpdatePart
      state={state}
      inCall={inCall}
      onCheck={() => void desktop.call('updates.check')}
      onRestart={() => void desktop.call('updates.restart')}
    />
  )
}

type Shown =
  | { readonly is: 'closed' }
  | { readonly is: 'reading' }
  | { readonly is: 'open'; readonly text: string }
  | { readonly is: 'failed' }

function LicencesPart(): ReactElement {
  const [shown, setShown] = useState<Shown>({ is: 'closed' })
  const show = () => {
    setShown({ is: 'reading' })
    import('../features/settings/licences').then(
      ({ licenceText }) => setShown({ is: 'open', text: licenceText() }),
      () => setShown({ is: 'failed' }),
    )
  }
  return (
    <>
      <p>{words.licencesHint}</p>
      {shown.is === 'open' ? (
        <pre className="settings-licences mono" tabIndex={0} aria-label={rows.licences.title} role="region">
          {shown.text}
        </pre>
      ) : (
        <div className="set-line">
          <Button working={shown.is === 'reading'} onClick={show}>
            {words.showLicences}
          </Button>
        </div>
      )}
      <p className="set-problem" role="alert">
        {shown.is === 'failed' && words.licencesFailed}
      </p>
    </>
  )
}
