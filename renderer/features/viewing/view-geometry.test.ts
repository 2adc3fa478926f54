import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  FIT,
  MAX_SCALE,
  canPan,
  fitScale,
  middleOf,
  minScale,
  panBy,
  percentOf,
  place,
  scaleOf,
  snapped,
  toggled,
  zoomBy,
  zoomTo,
  type Frame,
  type Point,
  type View,
} from './view-geometry'

const length = (min: number, max: number) => fc.integer({ min, max })
const frames: fc.Arbitrary<Frame> = fc.record({
  area: fc.record({ width: length(60, 4000), height: length(60, 3000) }),
  picture: fc.record({ width: length(3, 8000), height: length(3, 8000) }),
  density: fc.constantFrom(1, 1.25, 1.5, 2, 3),
})
const parts = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
})
const moves = fc.record({ x: length(-9000, 9000), y: length(-9000, 9000) })
/** Any view that presses, wheels and drags lead to. */
const viewIn = (frame: Frame): fc.Arbitrary<View> =>
  fc
    .array(
      fc.oneof(
        fc.record({ zoom: fc.double({ min: 0.05, max: 20, noNaN: true }), at: parts }),
        fc.record({ pan: moves }),
      ),
      { maxLength: 6 },
    )
    .map((steps) =>
      steps.reduce<View>(
        (view, step) =>
          'zoom' in step
            ? zoomBy(view, frame, step.zoom, inArea(frame, step.at))
            : panBy(view, frame, step.pan),
        FIT,
      ),
    )
const inArea = ({ area }: Frame, part: Point): Point => ({ x: area.width * part.x, y: area.height * part.y })
const cases = frames.chain((frame) => fc.tuple(fc.constant(frame), viewIn(frame), parts))

const FULL_HD: Frame = {
  area: { width: 960, height: 540 },
  picture: { width: 1920, height: 1080 },
  density: 1,
}

test.each<[string, Frame, number]>([
  ['half of a picture twice as large', FULL_HD, 0.5],
  ['full size of a smaller picture', { ...FULL_HD, picture: { width: 400, height: 300 } }, 1],
  ['the picture pixel by pixel where it just fits', { ...FULL_HD, picture: { width: 960, height: 540 } }, 1],
  ['its own size on a denser screen', { ...FULL_HD, picture: { width: 400, height: 300 }, density: 2 }, 2],
  ['sharper on a denser screen', { ...FULL_HD, density: 2 }, 1],
])('fitted in is %s', (_, frame, scale) => {
  expect(fitScale(frame)).toBeCloseTo(scale)
})

describe('full size', () => {
  it('is one device pixel for each of the picture, whatever the density', () => {
    fc.assert(
      fc.property(frames, parts, (frame, part) => {
        const view = zoomTo(FIT, frame, 1, inArea(frame, part))
        const { width, height, left, top } = snapped(place(view, frame), frame)
        expect(width * frame.density).toBeCloseTo(frame.picture.width, 6)
        expect(height * frame.density).toBeCloseTo(frame.picture.height, 6)
        for (const edge of [left, top]) {
          expect(edge * frame.density).toBeCloseTo(Math.round(edge * frame.density), 6)
        }
      }),
    )
  })
})

describe('zooming', () => {
  it('keeps the point under the pointer, unless the picture would leave its area', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0.1, max: 10, noNaN: true }), ([frame, view, part], factor) => {
        const at = inArea(frame, part)
        const before = place(view, frame)
        const after = place(zoomBy(view, frame, factor, at), frame)
        const ratio = after.scale / before.scale
        const wanted = { x: at.x - (at.x - before.left) * ratio, y: at.y - (at.y - before.top) * ratio }
        for (const [start, room, size, ideal] of [
          [after.left, frame.area.width, after.width, wanted.x],
          [after.top, frame.area.height, after.height, wanted.y],
        ] as const) {
          const isFree = size > room && ideal <= 0 && ideal >= room - size
          if (isFree) expect(start).toBeCloseTo(ideal, 4)
        }
      }),
    )
  })

  it('never goes beyond its ends', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0.001, max: 1000, noNaN: true }), ([frame, view, part], factor) => {
        const scale = scaleOf(zoomBy(view, frame, factor, inArea(frame, part)), frame)
        expect(scale).toBeGreaterThanOrEqual(minScale(frame))
        expect(scale).toBeLessThanOrEqual(MAX_SCALE)
      }),
    )
  })
})

describe('wherever it is zoomed and moved', () => {
  it('the picture fills what it can of its area, and stands in the middle of what it cannot', () => {
    fc.assert(
      fc.property(cases, ([frame, view]) => {
        const { left, top, width, height } = place(view, frame)
        for (const [start, size, room] of [
          [left, width, frame.area.width],
          [top, height, frame.area.height],
        ] as const) {
          if (size <= room) expect(start).toBeCloseTo((room - size) / 2, 4)
          else {
            expect(start).toBeLessThanOrEqual(1e-6)
            expect(start + size).toBeGreaterThanOrEqual(room - 1e-6)
          }
        }
      }),
    )
  })

  it('it stays inside when the window or the picture gets another size', () => {
    fc.assert(
      fc.property(cases, frames, ([, view], other) => {
        const { left, width, scale } = place(view, other)
        expect(scale).toBeLessThanOrEqual(Math.max(MAX_SCALE, other.density))
        if (width > other.area.width) {
          expect(left).toBeLessThanOrEqual(1e-6)
          expect(left + width).toBeGreaterThanOrEqual(other.area.width - 1e-6)
        }
      }),
    )
  })
})

describe('moving', () => {
  it('follows the hand, and a move back is undone', () => {
    const zoomed = zoomTo(FIT, FULL_HD, 2, middleOf(FULL_HD))
    const moved = panBy(zoomed, FULL_HD, { x: 100, y: -50 })
    const [before, after] = [place(zoomed, FULL_HD), place(moved, FULL_HD)]
    expect([after.left - before.left, after.top - before.top]).toEqual([100, -50])
    expect(place(panBy(moved, FULL_HD, { x: -100, y: 50 }), FULL_HD)).toEqual(before)
  })

  it('does nothing to a picture that is whole in its area', () => {
    expect(panBy(FIT, FULL_HD, { x: 100, y: 100 })).toBe(FIT)
    expect(canPan(FIT, FULL_HD)).toBe(false)
  })
})

describe('a double press', () => {
  it('goes from fitted in to full size under the pointer and back', () => {
    const full = toggled(FIT, FULL_HD, { x: 0, y: 0 })
    expect(percentOf(full, FULL_HD)).toBe(100)
    expect(place(full, FULL_HD)).toMatchObject({ left: 0, top: 0 })
    expect(toggled(full, FULL_HD, { x: 10, y: 10 })).toBe(FIT)
  })

  it('shows something where fitted in is full size already', () => {
    const small: Frame = { ...FULL_HD, picture: { width: 300, height: 200 } }
    expect(percentOf(toggled(FIT, small, middleOf(small)), small)).toBe(200)
  })
})
