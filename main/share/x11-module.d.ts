// Owns the types of what we use of the package x11, which brings none. https://github.com/sidorares/node-x11
declare module 'x11' {
  /** Answers true where the error is dealt with; otherwise the client emits it as well. */
  type Reply<T> = (error: Error | null | undefined, value: T) => boolean

  export interface Property {
    readonly type: number
    readonly format: number
    readonly data: Buffer
  }

  export interface Geometry {
    readonly width: number
    readonly height: number
    readonly borderWidth: number
  }

  export interface Screen {
    readonly root: number
    readonly root_depth: number
    readonly default_colormap: number
  }

  export interface Event {
    readonly name?: string
    /** The window that the event was selected on. */
    readonly wid?: number
    /** Of a PropertyNotify. */
    readonly atom?: number
  }

  export interface Shape {
    readonly Kind: { readonly Input: number }
    readonly Op: { readonly Set: number }
    Rectangles(
      op: number,
      kind: number,
      window: number,
      x: number,
      y: number,
      rectangles: readonly (readonly number[])[],
    ): void
  }

  export interface Client {
    on(event: 'event', heard: (event: Event) => void): this
    on(event: 'error', heard: (error: unknown) => void): this
    on(event: 'end', heard: () => void): this
    /** Closes the connection; the X server takes away everything that it made. */
    /** Once it is connected. */
    readonly stream?: object
    terminate(): void
    require(name: 'shape', ready: (error: Error | null | undefined, shape: Shape) => void): void
    AllocID(): number
    InternAtom(onlyIfExists: boolean, name: string, reply: Reply<number>): void
    GetProperty(
      remove: 0,
      window: number,
      name: number,
      type: number,
      offset: number,
      length: number,
      reply: Reply<Property>,
    ): void
    GetGeometry(window: number, reply: Reply<Geometry>): void
    TranslateCoordinates(
      from: number,
      to: number,
      x: number,
      y: number,
      reply: Reply<{ readonly destX: number; readonly destY: number }>,
    ): void
    QueryTree(window: number, reply: Reply<{ readonly root: number; readonly parent: number }>): void
    AllocColor(
      colormap: number,
      red: number,
      green: number,
      blue: number,
      reply: Reply<{ readonly pixel: number }>,
    ): void
    ChangeWindowAttributes(window: number, values: { readonly eventMask: number }): void
    CreateWindow(
      id: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      borderWidth: number,
      depth: number,
      kind: number,
      visual: number,
      values: { readonly backgroundPixel: number; readonly overrideRedirect: boolean },
    ): void
    ChangeProperty(
      mode: 0,
      window: number,
      name: number,
      type: number,
      format: 8 | 32,
      data: Buffer | string,
    ): void
    ConfigureWindow(
      window: number,
      values: {
        readonly x?: number
        readonly y?: number
        readonly width?: number
        readonly height?: number
        readonly sibling?: number
        readonly stackMode?: number
      },
    ): void
    MapWindow(window: number): void
    UnmapWindow(window: number): void
    DestroyWindow(window: number): void
  }

  export function createClient(
    options: {
      readonly display?: string
      readonly disableBigRequests: boolean
      readonly shm: 'off'
    },
    ready: (error: Error | null | undefined, display: { readonly screen: readonly Screen[] }) => void,
  ): Client
}
