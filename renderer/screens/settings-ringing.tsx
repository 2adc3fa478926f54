// Owns the settings page "Ringing": what is heard, when it stays quiet, what callers see of it, and trying it.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { RingTone } from '../../shared/model/ring'
import { settingsWords } from '../../shared/text/en-settings'
import { playSound } from '../features/devices/record-sound'
import { QuietSetting } from '../features/settings/quiet-setting'
import { ToneSetting } from '../features/settings/tone-setting'
import { RING_SOUNDS } from '../lib/tones/ring-tones'
import { soundBlob } from '../lib/tones/sound-blob'
import { SettingRow } from '../ui/setting-row'
import { Slider } from '../ui/slider'
import { Switch } from '../ui/switch'
import { useNow } from '../ui/use-now'
import { useClient } from './client-context'
import { SelfTestSetting } from './self-test-setting'
import { rowElementId, type SettingsPageProps } from './settings-page-props'

const { rows, ringing: words } = settingsWords
const STEP_PERCENT = 5

export function SettingsRinging({ settings, isGuest, change, open }: SettingsPageProps): ReactElement {
  const { clock, devices } = useClient()
  // So that its end is seen.
  useNow(clock)
  const ringer = useStore(devices, (state) => state.ringer.effective?.id ?? '')
  const play = (tone: RingTone, ended: (heard: boolean) => void): (() => void) =>
    playSound(soundBlob(RING_SOUNDS[tone]), ringer, ended, settings.ringVolume)
  return (
    <>
      <SettingRow id={rowElementId('tone')} title={rows.tone.title}>
        <ToneSetting tone={settings.ringTone} play={play} onChange={(ringTone) => change({ ringTone })} />
      </SettingRow>
      <SettingRow id={rowElementId('volume')} title={rows.volume.title}>
        <Slider
          label={words.volume}
          percent={Math.round(settings.ringVolume * 100)}
          step={STEP_PERCENT}
          words={words.percent}
          onChange={(percent) => change({ ringVolume: percent / 100 })}
        />
        {settings.ringVolume === 0 && <p className="muted">{words.silent}</p>}
      </SettingRow>
      <SettingRow id={rowElementId('quiet')} title={rows.quiet.title}>
        <QuietSetting
          wish={settings.doNotDisturb}
          nowMs={clock.wallNow()}
          isGuest={isGuest}
          onChange={(doNotDisturb) => change({ doNotDisturb })}
        />
      </SettingRow>
      {!isGuest && (
        <SettingRow id={rowElementId('proof')} title={rows.proof.title}>
          <Switch
            label={words.proof}
            hint={words.proofHint}
            checked={settings.ringProof}
            onChange={(ringProof) => change({ ringProof })}
          />
          <p className="muted">{words.proofAnyway}</p>
        </SettingRow>
      )}
      {!isGuest && (
        <SettingRow id={rowElementId('selftest')} title={rows.selftest.title}>
          <SelfTestSetting settings={settings} open={open} />
        </SettingRow>
      )}
    </>
  )
}
