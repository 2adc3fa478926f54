// Owns the border of a shared window on X11: four windows of the X server itself, right above the window in the stack, so
// that what covers it covers them too. They can't be clicked, are no windows to any window manager, and end with the
// connection. A capture reads the window's own pixels, so they are never in its picture.
import type { Client, Screen } from 'x11'
import type { Rectangle } from 'electron'
import type { X11 } from './x11-connection'
import { BORDER_COLOUR } from './border-look'
import type { Strips } from './border-geometry'

export interface X11Border {
  /** Around a window whose outermost X window is `frame`; null: not seen now. */
  place(strips: Strips | null, frame: number): void
  end(): void
}

const INPUT_OUTPUT = 1
const ABOVE = 0
const BYTE = 0x101

export async function createX11Border(x11: X11): Promise<X11Border | null> {
  const raw = x11.raw()
  if (!raw) return null
  const { client, screen } = raw
  const pixel = await allocateColour(client, screen)
  const windows = [0, 1, 2, 3].map(() => createStrip(x11, raw, pixel))
  letClicksThrough(client, windows)
  let isMapped = false

  function map(wanted: boolean): void {
    if (isMapped === wanted) return
    isMapped = wanted
    for (const window of windows) {
      if (wanted) client.MapWindow(window)
      else client.UnmapWindow(window)
    }
  }

  return {
    place(strips, frame) {
      if (!x11.raw()) return
      if (strips)
        windows.forEach((window, index) => {
          const bounds = strips[index]
          if (bounds) client.ConfigureWindow(window, { ...bounds, sibling: frame, stackMode: ABOVE })
        })
      map(strips !== null)
    },
    end() {
      if (!x11.raw()) return
      for (const window of windows) client.DestroyWindow(window)
    },
  }
}

function createStrip(x11: X11, raw: { client: Client; screen: Screen }, pixel: number): number {
  const { client, screen } = raw
  const id = client.AllocID()
  const place: Rectangle = { x: 0, y: 0, width: 1, height: 1 }
  const values = { backgroundPixel: pixel, overrideRedirect: true }
  const { x, y, width, height } = place
  // Depth and visual of the root, where a colour is one of its colour map's.
  client.CreateWindow(id, screen.root, x, y, width, height, 0, screen.root_depth, INPUT_OUTPUT, 0, values)
  const [type, atom, kind] = (
    ['_NET_WM_WINDOW_TYPE', 'ATOM', '_NET_WM_WINDOW_TYPE_NOTIFICATION'] as const
  ).map((name) => x11.atomValue(name))
  // So that compositors draw no shadow around a line.
  if (type && atom && kind) {
    const data = Buffer.alloc(4)
    data.writeUInt32LE(kind)
    client.ChangeProperty(0, id, type, atom, 32, data)
  }
  return id
}

/** Without the extension, which every X server has had since 2004, they stay clickable: three pixels of nothing. */
function letClicksThrough(client: Client, windows: readonly number[]): void {
  client.require('shape', (error, shape) => {
    if (error) return
    for (const window of windows) shape.Rectangles(shape.Op.Set, shape.Kind.Input, window, 0, 0, [])
  })
}

function allocateColour(client: Client, screen: Screen): Promise<number> {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(BORDER_COLOUR.slice(at, at + 2), 16) * BYTE,
  )
  return new Promise((resolve) => {
    client.AllocColor(screen.default_colormap, red, green, blue, (error, colour) => {
      resolve(error ? 0 : colour.pixel)
      return true
    })
  })
}
