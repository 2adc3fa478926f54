// Owns the settings page "Devices".
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { DeviceSettings } from '../features/devices/device-settings'
import { RING_SOUNDS } from '../lib/tones/ring-tones'
import { soundBlob } from '../lib/tones/sound-blob'
import { useClient } from './client-context'
import { rowElementId } from './settings-page-props'

export function SettingsDevices(): ReactElement {
  const { localMedia, clock, devices, commands, settings } = useClient()
  const ringTone = useStore(settings, (state) => state.settings.ringTone)
  return (
    <DeviceSettings
      media={localMedia}
      clock={clock}
      devices={devices}
      commands={commands.devices}
      rowId={rowElementId}
      // What rings here: hearing it now tells whether one would hear it then.
      tone={() => soundBlob(RING_SOUNDS[ringTone])}
    />
  )
}
