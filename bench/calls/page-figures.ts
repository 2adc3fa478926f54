// Owns what a page holds, read over Chromium's own debugging protocol after its garbage was collected.
// https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#method-queryObjects
import type { CDPSession, Page } from '@playwright/test'

export interface PageFigures {
  readonly heapBytes: number
  readonly connections: number
  readonly tracks: number
  readonly listeners: number
  readonly nodes: number
}

/** One collection frees what the next can find: wrappers of DOM and WebRTC objects go in the second round. */
const COLLECTIONS = 4
const BETWEEN_MS = 300

export async function readFigures(page: Page): Promise<PageFigures> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('Performance.enable')
    for (let round = 0; round < COLLECTIONS; round += 1) {
      await session.send('HeapProfiler.collectGarbage')
      await page.waitForTimeout(BETWEEN_MS)
    }
    const connections = await countOf(session, 'RTCPeerConnection')
    const tracks = await countOf(session, 'MediaStreamTrack')
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0
    return {
      ...{ connections, tracks, heapBytes: metric('JSHeapUsedSize') },
      ...{ listeners: metric('JSEventListeners'), nodes: metric('Nodes') },
    }
  } finally {
    await session.detach()
  }
}

/** Also prototypes of classes made from it, which is why only differences mean something. */
async function countOf(session: CDPSession, name: string): Promise<number> {
  const group = 'bench-calls'
  const { result: prototype } = await session.send('Runtime.evaluate', {
    ...{ expression: `${name}.prototype`, objectGroup: group },
  })
  if (prototype.objectId === undefined) throw new Error(`${name} isn't there.`)
  const { objects } = await session.send('Runtime.queryObjects', {
    ...{ prototypeObjectId: prototype.objectId, objectGroup: group },
  })
  if (objects.objectId === undefined) throw new Error(`${name} can't be counted.`)
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    ...{ objectId: objects.objectId, functionDeclaration: 'function () { return this.length }' },
    returnByValue: true,
  })
  await session.send('Runtime.releaseObjectGroup', { objectGroup: group })
  return Number(count.value)
}
