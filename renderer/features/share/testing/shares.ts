// Owns a running share for tests and pictures.
import { DEFAULT_MANNER } from '../../../../shared/model/share'
import type { LiveShare } from '../share-store'

export function live(change: Partial<LiveShare> = {}): LiveShare {
  return {
    callId: 'e'.repeat(32),
    sourceId: 'window:1:0',
    kind: 'window',
    title: 'Budget 2027.ods',
    untitled: 'window',
    sinceMs: 0,
    manner: DEFAULT_MANNER,
    held: null,
    sound: false,
    size: { width: 1920, height: 1080 },
    seen: { width: 1280, height: 720, fps: 12, freezes: 0, frozenMs: 0 },
    trouble: null,
    remedies: [],
    ...change,
  }
}
