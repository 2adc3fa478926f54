// Owns what a system notification is to the rest of main. How each system shows one is linux-notifier.ts (which speaks
// org.freedesktop.Notifications itself) and electron-notifier.ts.

export interface NoticeAction {
  /** Ours; comes back when it is pressed. */
  readonly name: string
  readonly label: string
}

export interface Notice {
  readonly title: string
  /** Plain text: whoever shows it escapes what its system would read as markup. */
  readonly body: string
  /** A call that rings now: shown over others, and until it is closed. */
  readonly kind: 'ringing' | 'missed' | 'news'
  /** Left out where the system shows no buttons. A press on the notice itself is the action `default`. */
  readonly actions: readonly NoticeAction[]
}

export type NoticeEvent =
  /** The system took it. */
  | { readonly is: 'shown' }
  | { readonly is: 'pressed'; readonly action: string }
  | { readonly is: 'closed'; readonly by: 'expiry' | 'user' | 'us' | 'unknown' }
  /**
   * There is none: no daemon, it died, or it refused. Something else must show it, until it is `shown` after all: it stays
   * wanted until the undo, and a daemon that comes up is shown it.
   */
  | { readonly is: 'failed'; readonly why: string }

export interface Abilities {
  /** Who shows them, as it calls itself; null: nobody. */
  readonly server: string | null
  readonly actions: boolean
  /** Stays until closed. */
  readonly persistence: boolean
}

export interface Notifier {
  /**
   * `heard` is called from a later turn, never after the undo, and never again after `closed`; after `failed` the next can only
   * be `shown`. Undo closes it.
   */
  show(notice: Notice, heard: (event: NoticeEvent) => void): () => void
  abilities(): Promise<Abilities>
  end(): void
}
