// Owns which packages the renderer gets in place of others. Tests that bundle parts of the renderer use it too.
import { resolve } from 'node:path'

export const RENDERER_ALIASES = {
  'webrtc-adapter': resolve(import.meta.dirname, '../renderer/rtc/chromium-adapter.ts'),
  'peerjs-js-binarypack': resolve(import.meta.dirname, '../renderer/rtc/no-data-packing.ts'),
} as const
