// Owns how one shared picture is looked at: its area, its size, and what keys, wheel and fingers made of the two.
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  FIT,
  FULL_SCALE,
  STEP,
  middleOf,
  panBy,
  toggled,
  zoomBy,
  zoomTo,
  type Frame,
  type Point,
  type Size,
  type View,
} from './view-geometry'

export interface ViewState {
  readonly view: View
  /** Null until a picture has come and its area is known. */
  readonly frame: Frame | null
}

export interface ViewControl {
  readonly store: StoreApi<ViewState>
  readonly setArea: (area: Size, density: number) => void
  readonly setPicture: (picture: Size) => void
  readonly fit: () => void
  /** Full size. */
  readonly full: () => void
  readonly larger: () => void
  readonly smaller: () => void
  readonly zoomBy: (factor: number, at: Point) => void
  readonly panBy: (by: Point) => void
  readonly toggle: (at: Point) => void
}

export function createView(): ViewControl {
  const store = createStore<ViewState>(() => ({ view: FIT, frame: null }))
  let area: Size | null = null
  let picture: Size | null = null
  let density = 1

  function measure(): void {
    const isKnown = area && picture && area.width > 0 && area.height > 0 && picture.width > 0
    store.setState({ frame: isKnown && area && picture ? { area, picture, density } : null })
  }

  function change(next: (view: View, frame: Frame) => View): void {
    const { view, frame } = store.getState()
    if (frame) store.setState({ view: next(view, frame) })
  }

  return {
    store,
    setArea(measured, measuredDensity) {
      area = measured
      density = measuredDensity
      measure()
    },
    setPicture(decoded) {
      picture = decoded
      measure()
    },
    fit: () => store.setState({ view: FIT }),
    full: () => change((view, frame) => zoomTo(view, frame, FULL_SCALE, middleOf(frame))),
    larger: () => change((view, frame) => zoomBy(view, frame, STEP, middleOf(frame))),
    smaller: () => change((view, frame) => zoomBy(view, frame, 1 / STEP, middleOf(frame))),
    zoomBy: (factor, at) => change((view, frame) => zoomBy(view, frame, factor, at)),
    panBy: (by) => change((view, frame) => panBy(view, frame, by)),
    toggle: (at) => change((view, frame) => toggled(view, frame, at)),
  }
}
