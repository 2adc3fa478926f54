// Owns where the sharing bar stands: top centre of a display, and how far it may be dragged. Pure; in DIP.
import type { Rectangle } from 'electron'

const MARGIN = 8
/** So much of it stays on a display wherever it is dragged. */
const KEPT = 64

type Size = { readonly width: number; readonly height: number }
type Point = { readonly x: number; readonly y: number }

/** `area`: what task bars and docks leave of the display. */
export function topCentre(area: Rectangle, bar: Size): Point {
  return { x: Math.round(area.x + (area.width - bar.width) / 2), y: area.y + MARGIN }
}

/** The nearest place to `wanted` where enough of the bar is within one of the areas to be taken hold of. */
export function nearestPlace(wanted: Point, bar: Size, areas: readonly Rectangle[]): Point {
  const places = areas.map((area) => ({
    x: between(wanted.x, area.x - bar.width + KEPT, area.x + area.width - KEPT),
    y: between(wanted.y, area.y, area.y + area.height - bar.height),
  }))
  const far = (place: Point): number => Math.hypot(place.x - wanted.x, place.y - wanted.y)
  return places.reduce((best, place) => (far(place) < far(best) ? place : best), places[0] ?? wanted)
}

const between = (value: number, low: number, high: number): number =>
  Math.round(Math.max(low, Math.min(value, Math.max(low, high))))
