// Owns what the screens read about microphones, cameras, speakers and the ringer. Written only by the device controller.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FailureCode } from '../../../shared/failure'

/** The ringer is a speaker of its own: a call is heard in the headset, ringing on the desk. */
export const DEVICE_KINDS = ['microphone', 'camera', 'speaker', 'ringer'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

export interface Device {
  /** Chromium's; "default" for whatever the system takes, '' while a page has no permission to know. */
  readonly id: string
  /** '' while a page has no permission to know. */
  readonly label: string
}

export interface KindState {
  readonly available: readonly Device[]
  /** The user's wish; null follows the system. */
  readonly wished: Device | null
  /** What is in use now, or would be: the wish if present, else the system's own. Null: none there. */
  readonly effective: Device | null
  /** Why it can't be used, with the remedy in words by code. */
  readonly trouble: FailureCode | null
  /** Set when the wished device went away and another took over, until it is dismissed or undone. */
  readonly replaced: { readonly gone: Device; readonly now: Device | null } | null
}

export type DevicesState = Readonly<Record<DeviceKind, KindState>>

const nothing: KindState = { available: [], wished: null, effective: null, trouble: null, replaced: null }

export type DevicesStore = StoreApi<DevicesState>
export const createDevicesStore = (): DevicesStore =>
  createStore<DevicesState>(() => ({
    microphone: nothing,
    camera: nothing,
    speaker: nothing,
    ringer: nothing,
  }))

export interface DeviceCommands {
  /** Keeps the wish in settings and switches a running call over without a negotiation. */
  choose(kind: DeviceKind, device: Device | null): void
  dismissReplaced(kind: DeviceKind): void
  /** Tries again after the user gave permission or freed the device. */
  retry(kind: DeviceKind): void
  /** Opens the system's page for that permission, where there is one. */
  openSystemSettings(kind: 'microphone' | 'camera'): void
}
